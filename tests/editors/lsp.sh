#!/usr/bin/env bash
# tests/editors/lsp.sh [--required] JIANLI   `jianli lsp` with pytest-lsp, a client that holds a server to the protocol
#
# pytest-lsp is what setup.sh brought, or that of PYTHON. Where it is not there this says SKIPPED; with --required that is a failure.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
python=${PYTHON:-$editors/venv/bin/python}
# -I: what is called typing.py here is not the module of that name.
"$python" -I -c 'import pytest_lsp' 2>/dev/null || absent 'python3 with pytest-lsp'
"$python" -I -B -m pytest --quiet --import-mode=importlib -p no:cacheprovider -o asyncio_mode=auto \
  -o asyncio_default_fixture_loop_scope=function --rootdir "$here" \
  "$here/lsp_test.py" </dev/null
