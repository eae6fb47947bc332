#!/usr/bin/env bash
# tests/editors/neovim.sh [--required] JIANLI   Neovim without a window, with `jianli lsp` as docs/editors.md sets it up
#
# Findings, hover, a code action, in each Neovim (0.7 or newer) on the PATH: the system's (Debian: `apt-get install neovim`) and the
# one that setup.sh brings. Without any it says SKIPPED; with --required that is a failure.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
mapfile -t found < <(type -ap nvim | xargs --no-run-if-empty realpath | sort -u)
[ ${#found[@]} -gt 0 ] || absent nvim

mkdir "$XDG_CONFIG_HOME" "$XDG_CONFIG_HOME/nvim"
for nvim in "${found[@]}"; do
  version=$("$nvim" --version | sed -n 1p)
  printf '%s\n' "$version"
  printf '%s\n' '# 陈小满' '' '- 电话：138-0000-0000' '- 邮箱：chen@example.com' '' '## 工作经历' '' \
    '### 云杉科技 | 出纳 | 2020.01 – 2023.06' '' '- 𠮷 用 Github 写过脚本' '- 报销,对账' >"$work/cv.md"
  # The second block is for 0.7.
  case $version in
    *' v0.7.'*) settings Neovim lua 2 ;;
    *) settings Neovim lua ;;
  esac >"$XDG_CONFIG_HOME/nvim/init.lua"
  (cd "$work" && timeout 60 "$nvim" --headless -i NONE cv.md -c "luafile $here/neovim.lua" </dev/null)
done
