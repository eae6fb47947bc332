# tests/editors/common.sh [--required] JIANLI   sourced by the scripts that drive an editor: their arguments, a home, the settings
#
# Leaves $work (a folder, gone at the end), $editors (what setup.sh brought) and a PATH on which `jianli` is the program under test,
# and those editors stand behind the system's own.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

source "$here/../optional.sh"
jianli=${given:+$(realpath "$given")}
[ -x "$jianli" ] || { printf 'usage: %s [--required] JIANLI\n' "$(basename "$0")" >&2; exit 2; }

# absent WHAT: says that there is nothing to test with, and leaves.
absent() {
  printf 'SKIPPED: there is no %s\n' "$1"
  exit "$required"
}

# settings HEADING LANGUAGE [NUMBER]: what docs/editors.md has a reader copy: a block of that language under that heading, the first
# or another.
settings() {
  local shown
  shown=$(awk -v heading="## $1" -v opening="\`\`\`$2" -v number="${3:-1}" '
    /^## / { inside = $0 == heading }
    /^```$/ { printing = 0 }
    printing
    inside && $0 == opening { printing = ++count == number }' "$root/docs/editors.md")
  [ -n "$shown" ] || { printf 'FAILED: docs/editors.md has no settings for %s\n' "$1" >&2 && return 1; }
  printf '%s\n' "$shown"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$jianli" "$work/bin/jianli"
editors=$(cd "$root" && realpath -m "${CARGO_TARGET_DIR:-target}")/editors
PATH=$work/bin:$PATH:$editors/bin
export PATH LC_ALL=C.UTF-8 HOME=$work XDG_CONFIG_HOME=$work/.config XDG_DATA_HOME=$work XDG_STATE_HOME=$work XDG_CACHE_HOME=$work
