#!/usr/bin/env bash
# same-bytes.sh A B [LAYOUT…]   whether two builds of jianli make the same bytes: every example in every layout (or in those
# named) as PDF and SVG, and some for print and as pictures. Says each pair that differs; exit status 1 if one does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
a=$(realpath "${1:?a program}")
b=$(realpath "${2:?another program}")
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
layouts=("$@")
[ ${#layouts[@]} -gt 0 ] || mapfile -t layouts < <("$a" layouts | sed -n 's/^\([a-z-]*\)  .*/\1/p')
compared=0
differ=0

# pair NAME SOURCE OPTION…: builds with both and compares.
pair() {
  local name=$1 source=$2 which
  shift 2
  for which in a b; do
    rm -rf "${work:?}/$which"
    mkdir "$work/$which"
    "${!which}" "$source" -q "$@" -o "$work/$which/${name##*.}.${name##*.}" 2>/dev/null || echo "status $?" >"$work/$which/status"
  done
  compared=$((compared + 1))
  if ! diff -rq "$work/a" "$work/b" >/dev/null; then
    differ=$((differ + 1))
    printf 'differs: %s %s\n' "$source" "$*"
  fi
}

for source in examples/*.md examples/languages/*.md examples/letters/*.md; do
  for layout in "${layouts[@]}"; do
    pair one.pdf "$source" --layout "$layout"
  done
  pair one.svg "$source"
  pair one.png "$source" --dpi 96
  pair one.pdf "$source" --print
  pair one.pdf "$source" --pages 1
done
printf '%d pairs compared, %d differ\n' "$compared" "$differ"
[ "$differ" = 0 ]
