#!/usr/bin/env bash
# tests/clients/mcp.sh [--required] JIANLI   the official Python client lists and calls every tool of `jianli mcp`
#
# Needs python3 with the package `mcp` (`pip install mcp`; PYTHON names another one). Without it it says SKIPPED; with
# --required that is a failure.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

required=0
jianli=
for argument; do
  case $argument in
    --required) required=1 ;;
    *) jianli=$(realpath "$argument") ;;
  esac
done
[ -x "$jianli" ] || { printf 'usage: mcp.sh [--required] JIANLI\n' >&2; exit 2; }
python=${PYTHON:-python3}
if ! "$python" -c 'import mcp' 2>/dev/null; then
  printf 'SKIPPED: %s has no package mcp\n' "$python"
  exit "$required"
fi
exec "$python" "$here/mcp_client.py" "$jianli"
