#!/usr/bin/env bash
# tests/editors/neovim.sh [--required] JIANLI   Neovim without a window, with `jianli lsp`: diagnostics, hover, a code action
#
# Needs Neovim 0.7 or newer (Debian: `apt-get install neovim`). Without it it says SKIPPED; with --required that is a failure.
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
[ -x "$jianli" ] || { printf 'usage: neovim.sh [--required] JIANLI\n' >&2; exit 2; }
if ! command -v nvim >/dev/null; then
  printf 'SKIPPED: there is no nvim\n'
  exit "$required"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%s\n' '# 陈小满' '' '- 电话：138-0000-0000' '- 邮箱：chen@example.com' '' '## 工作经历' '' \
  '### 云杉科技 | 出纳 | 2020.01 – 2023.06' '' '- 𠮷 用 Github 写过脚本' '- 报销,对账' >"$work/cv.md"
export JIANLI=$jianli HOME=$work XDG_STATE_HOME=$work XDG_DATA_HOME=$work
timeout 60 nvim --headless --clean "$work/cv.md" -c "luafile $here/neovim.lua" </dev/null
