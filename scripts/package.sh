#!/usr/bin/env bash
# package.sh [install]   packs every crate as `cargo publish` would and looks at what it would send: how large it is, and
# whether its licence is inside. With `install`, the packed root is installed from the packed faces, without a network, in
# the debug profile, and makes a PDF.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  printf 'package.sh: %s\n' "$1" >&2
  exit 1
}

# The registry takes 10 MiB; the root alone is what most people fetch again with each version.
limit() { case $1 in jianli) echo $((2 << 20)) ;; *) echo $((10 << 20)) ;; esac; }

mapfile -t names < <(cargo metadata --locked --no-deps --format-version 1 |
  python3 -c 'import json, sys; [print(p["name"], p["version"]) for p in json.load(sys.stdin)["packages"] if p["publish"] != []]')
[ ${#names[@]} -gt 1 ] || fail 'the workspace has no faces'
rm -rf "$target/package"
cargo package --workspace --exclude jianli-web --locked --no-verify --allow-dirty --quiet
for one in "${names[@]}"; do
  read -r name version <<<"$one"
  crate=$target/package/$name-$version.crate
  size=$(stat -c %s "$crate" 2>/dev/null || stat -f %z "$crate")
  printf '%-28s %9d bytes\n' "$name" "$size"
  [ "$size" -le "$(limit "$name")" ] || fail "$name has $size bytes, more than $(limit "$name")"
  tar -xzf "$crate" -C "$work"
  folder=$work/$name-$version
  compgen -G "$folder/LICENSE*" >/dev/null || compgen -G "$folder/OFL*.txt" >/dev/null ||
    compgen -G "$folder/*copyright.txt" >/dev/null || fail "$name has no licence inside"
done
[ "${1:-}" = install ] || exit 0

patches=()
for one in "${names[@]}"; do
  read -r name version <<<"$one"
  [ "$name" = jianli ] || patches+=(--config "patch.crates-io.$name.path='$work/$name-$version'")
done
root=$work/$(printf '%s\n' "${names[@]}" | sed -n 's/^jianli \(.*\)$/jianli-\1/p')
# Its lock file names the faces of the registry, which has none yet.
cp Cargo.lock "$root/Cargo.lock"
cp examples/student.md "$work/"
cargo build --locked --quiet
"$target/debug/jianli" -q "$work/student.md" -o "$work/ours.pdf"
# In the same target folder, so that no dependency is built again.
(cd "$root" && cargo install --path . --debug --offline --quiet --root "$work/installed" --target-dir "$target" "${patches[@]}")
"$work/installed/bin/jianli" -q "$work/student.md" -o "$work/theirs.pdf"
cmp "$work/ours.pdf" "$work/theirs.pdf" || fail 'the installed program makes another PDF'
echo 'installed from the packed crates: the same PDF'
