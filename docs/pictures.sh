#!/usr/bin/env bash
# docs/pictures.sh JIANLI   makes every picture and PDF in docs/ from examples/
#
#     cargo build --release && docs/pictures.sh target/release/jianli
#
# Needs python3 with its standard library alone. The same binary makes the same bytes. What is made:
#
#     docs/gallery/NAME.pdf, NAME.png   a résumé in a layout, and the top half of its first page
#     docs/source-and-page.png          Markdown beside the page that it becomes
#     docs/steps/N.png                  what the layout of docs/layouts.md looks like after its first N steps
#     docs/preview.png                  the same while it is being typed: an animated PNG
#
# To show another layout, change a line of `gallery`, and the links in README.md and README.zh-CN.md.
set -euo pipefail

# The layout, which names the files, and the résumé: the order in which the READMEs show them.
gallery=(
  'timeline engineer'
  'jake english'
  'modern mixed'
  'academic academic'
  'grid student'
  'sidebar photo'
)
beside='campus student'    # shown beside its source, all of which has to fit
typed='classic english 24' # shown while its first lines are typed, so many of them

[ $# -eq 1 ] || { sed -n '2,5p' "$0" >&2; exit 2; }
jianli=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
docs=$PWD/docs
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pixels() { python3 "$docs/pictures.py" "$@"; }

# draw SOURCE LAYOUT DPI [OPTION...]: draws all pages and prints the name of the first, which for a résumé of one page has no
# number.
draw() {
  local stem=$work/drawn
  rm -f "$stem"*.png
  "$jianli" "$1" -q --layout "$2" "${@:4}" -o "$stem.png" --dpi "$3"
  if [ -e "$stem-1.png" ]; then echo "$stem-1.png"; else echo "$stem.png"; fi
}

# page SOURCE LAYOUT OUT.png WIDTH: the first page, as near to so many pixels wide as a whole number of dots an inch allows.
page() {
  local points
  points=$(pixels width "$(draw "$1" "$2" 72)")
  mv "$(draw "$1" "$2" $((($4 * 72 + points / 2) / points)))" "$3"
}

# markdown FILE.md OUT.png WIDTH HEIGHT: Markdown as it is typed, set by jianli in a fixed-width font.
markdown() {
  local drawn size
  pixels quote "$1" >"$work/quoted.md"
  size=$(printf '["%d.%02din","%d.%02din"]' $(($3 / 100)) $(($3 % 100)) $(($4 / 100)) $(($4 % 100)))
  drawn=$(draw "$work/quoted.md" "$docs/source.toml" 100 --set "page.size=$size")
  [ "$drawn" = "$work/drawn.png" ] || { echo "$1 is does not fit in a picture $4 pixels tall" >&2; exit 1; }
  mv "$drawn" "$2"
}

mkdir -p "$docs/gallery"
rm -f "$docs"/gallery/*.pdf "$docs"/gallery/*.png
for line in "${gallery[@]}"; do
  read -r layout name <<<"$line"
  "$jianli" "examples/$name.md" -q --layout "$layout" -o "$docs/gallery/$layout.pdf"
  page "examples/$name.md" "$layout" "$work/whole.png" 1000
  pixels crop "$work/whole.png" "$docs/gallery/$layout.png" 1000 720
done

read -r layout name <<<"$beside"
markdown "examples/$name.md" "$work/source.png" 720 840
page "examples/$name.md" "$layout" "$work/whole.png" 880
pixels beside "$work/source.png" "$work/whole.png" "$docs/source-and-page.png" 880

mkdir -p "$docs/steps"
rm -f "$docs"/steps/*.png
for n in 1 2 3 4 5 6; do
  # The blocks of TOML under the chapter's title, up to step N.
  awk -v steps="$n" '/^## A layout from nothing/ { on = 1 } on && /^```toml/ { block++; open = 1; next } /^```/ { open = 0 }
    on && open && block <= steps' docs/layouts.md >"$work/step.toml"
  page examples/mixed.md "$work/step.toml" "$work/whole.png" 700
  pixels crop "$work/whole.png" "$docs/steps/$n.png" 700 420
done

read -r layout name lines <<<"$typed"
frames=()
for n in $(pixels pauses "examples/$name.md" "$lines"); do
  head -n "$n" "examples/$name.md" >"$work/typed.md"
  markdown "$work/typed.md" "$work/source.$n.png" 640 700
  page "$work/typed.md" "$layout" "$work/page.$n.png" 760
  frames+=("$work/source.$n.png" "$work/page.$n.png")
done
pixels animate "$docs/preview.png" 760 "${frames[@]}"

du -bc "$docs"/gallery/* "$docs"/source-and-page.png "$docs"/preview.png
