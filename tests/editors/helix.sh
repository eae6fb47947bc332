#!/usr/bin/env bash
# tests/editors/helix.sh [--required] JIANLI   Helix in a terminal without a window, with `jianli lsp` as docs/editors.md sets it up
#
# Types as a person would, and reads the screen: findings, hover, a code action. Needs Helix and tmux (setup.sh brings them; Debian 13
# and newer: `apt-get install hx tmux`). Without them it says SKIPPED; with --required that is a failure.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
command -v hx >/dev/null || absent hx
command -v tmux >/dev/null || absent tmux

mkdir -p "$XDG_CONFIG_HOME/helix"
settings Helix toml >"$XDG_CONFIG_HOME/helix/languages.toml"
# A word that is wrong, behind a character of two UTF-16 units and four UTF-8 units.
sed 's/TypeScript/𠮷 Typescript/' "$root/examples/engineer.md" >"$work/cv.md"
sed 's/TypeScript/𠮷 TypeScript/' "$root/examples/engineer.md" >"$work/right.md"
# number TEXT: the line that has it.
number() { grep -n "$1" "$work/cv.md" | cut -d: -f1 | grep . || { printf 'FAILED: no line has %s\n' "$1" >&2 && return 1; }; }
line=$(number '𠮷 Typescript')
entry=$(number '^## .*2019-01')
printf 'extends = "classic"\n\n[page]\nmargni = "20mm"\n' >"$work/look.toml"

terminal() { tmux -u -f /dev/null -S "$work/tmux" "$@"; }
screen() { terminal capture-pane -p; }
trap 'terminal kill-server 2>/dev/null || true; rm -rf "$work"' EXIT

# failed WHAT: says so, shows the screen and what Helix logged, and leaves.
failed() {
  {
    printf 'FAILED: %s\n' "$1"
    screen || true
    cat "$work/helix/helix.log" || true
  } >&2 2>/dev/null
  exit 1
}

# poll COMMAND...: asks again until it is so, for 20 seconds.
poll() {
  local end=$((SECONDS + 20))
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.05
  done
}

# until_ok WHAT COMMAND...
until_ok() {
  poll "${@:2}" || failed "$1"
  printf 'ok: %s\n' "$1"
}
until_shown() { poll shows "$1" || failed "$1 is not on the screen"; }
shows() { grep -qF -- "$1" <<<"$(screen)"; }
hides() { ! shows "$1"; }

# press KEY...: types, names of keys as tmux has them.
press() { terminal send-keys "$@"; }

# close MARK: closes what lies over the text, which shows a mark.
close() {
  press Escape
  poll hides "$1" || failed "$1 stays on the screen"
}

# finds PICKER TEXT [NOT]: whether a list of findings, opened anew, has a text, and has not another one.
finds() {
  press Space "$1"
  until_shown severity
  local listed
  listed=$(screen)
  close severity
  grep -qF -- "$2" <<<"$listed" && { [ $# -lt 3 ] || ! grep -qF -- "$3" <<<"$listed"; }
}

# stands_on LINE:COLUMN: whether the line of status ends so.
stands_on() { grep -qE " $1 *$" <<<"$(screen)"; }

# go LINE: puts the cursor on a line.
go() {
  press ":$1" Enter
  poll stands_on "$1:1" || failed "the cursor is not on line $1"
}

terminal new-session -d -x 160 -y 40 -c "$work" hx cv.md
until_ok 'it opens' shows cv.md
until_ok 'a finding' finds d '`Typescript` is written TypeScript'

go "$entry"
press w Space k
until_ok 'hover' shows 'entry organization Foxglove Tide · 2019-01 → 2020-08'
close 'entry organization'

go "$line"
press x Space a
until_ok 'a code action' shows 'Write `TypeScript` (J301)'
press Enter
until_ok 'it is applied' shows '𠮷 TypeScript，'
until_ok 'the finding goes' finds d J306 J301
press :w Enter
until_ok 'the file has it' cmp -s "$work/cv.md" "$work/right.md"

press ':o look.toml' Enter
until_ok 'a layout opens' shows margni
until_ok 'a finding in a layout' finds d 'unknown key `margni`'
press :qa Enter
ended() { ! terminal has-session 2>/dev/null; }
until_ok 'it ends' ended
