#!/usr/bin/env bash
# tests/clients/mcp.sh [--required] JIANLI   the official clients list and call every tool of `jianli mcp`
#
# Python's: python3 with the package `mcp` (`pip install mcp`; PYTHON names another python3). TypeScript's: node with
# `@modelcontextprotocol/sdk` where node looks for packages (`npm install` in a folder, and NODE_PATH=FOLDER/node_modules). A
# client that is not there is SKIPPED; with --required that is a failure.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

source "$here/../optional.sh"
jianli=${given:+$(realpath "$given")}
[ -x "$jianli" ] || { printf 'usage: mcp.sh [--required] JIANLI\n' >&2; exit 2; }

python=${PYTHON:-python3}
if "$python" -c 'import mcp' 2>/dev/null; then
  "$python" "$here/mcp_client.py" "$jianli"
else
  skip "$python has no package mcp"
fi
if node -e 'require("@modelcontextprotocol/sdk/client/index.js")' 2>/dev/null; then
  node "$here/mcp_client.cjs" "$jianli"
else
  skip 'there is no node with @modelcontextprotocol/sdk'
fi
[ "$skipped" = 0 ] || exit "$required"
