#!/usr/bin/env bash
# release.sh OUT [TARGET…]   builds the program for each target and packs it: OUT/jianli-VERSION-TARGET.tar.gz with the program,
# its licences, completions and manual pages; wheels and npm packages of the static one; recipes for package managers;
# OUT/SHA256SUMS. Nothing in an archive depends on the day or the machine.
#
# Targets: x86_64-unknown-linux-musl (static), x86_64-unknown-linux-gnu (for glibc 2.17 and newer), x86_64-pc-windows-gnu,
# and whatever else cargo can build here. The first is what is built by default.
# A Linux target is linked by cargo-zigbuild if it is there. Where rustup has no standard library for a target, source the
# file that scripts/cross-setup.sh writes before: then cargo builds it. JIANLI_BUILT=1 packs what is built already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=$(realpath -m "${1:?a folder}")
shift
[ $# -gt 0 ] || set -- x86_64-unknown-linux-musl
build=$(realpath -m "${CARGO_TARGET_DIR:-target}")
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
mkdir -p "$out"

# The library of Rust itself, where rustup has none for the target; and what the linker needs for it.
std() {
  [ -n "${RUSTC_BOOTSTRAP:-}" ] || return 0
  printf '%s\n' -Zbuild-std=std,panic_unwind
}

compile() {
  local target=$1 command=build linked=$1 flags=${RUSTFLAGS:-}
  case $target in
    *-linux-*) if command -v cargo-zigbuild >/dev/null; then command=zigbuild; fi ;;
  esac
  # The oldest C library that is still in use anywhere, where the linker can choose it.
  [ $command-$target != zigbuild-x86_64-unknown-linux-gnu ] || linked=$target.2.17
  # zig brings its own start files for musl.
  case $command-$target in zigbuild-*-musl) flags="$flags -Clink-self-contained=no" ;; esac
  local more
  mapfile -t more < <(std)
  RUSTFLAGS=$flags cargo $command --release --locked --bin jianli --target "$linked" ${more[@]+"${more[@]}"}
}

# pack TARGET: the archive, the same bytes whenever it is made.
pack() {
  local target=$1 program=jianli folder stage
  case $target in *windows*) program=jianli.exe ;; esac
  stage=$(mktemp -d)
  folder=$stage/jianli
  mkdir -p "$folder/completions" "$folder/man"
  cp "$build/$target/release/$program" "$folder/"
  cp LICENSE-MIT LICENSE-APACHE THIRD-PARTY README.md README.zh-CN.md "$folder/"
  local runs=$build/$target/release/$program
  if "$runs" --version >/dev/null 2>&1; then
    local shell
    for shell in bash zsh fish powershell elvish; do
      "$runs" --ui en completions "$shell" >"$folder/completions/jianli.$shell"
    done
    "$runs" man --output "$folder/man"
  else
    rmdir "$folder/completions" "$folder/man"
    echo "release.sh: $target does not run here: no completions and manual pages in its archive" >&2
  fi
  (cd "$folder" && tar --create --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX -- *) |
    gzip -9 --no-name >"$out/jianli-$version-$target.tar.gz"
  rm -rf "$stage"
}

for target in "$@"; do
  [ -n "${JIANLI_BUILT:-}" ] || compile "$target"
  pack "$target"
  case $target in
    x86_64-unknown-linux-musl)
      python3 scripts/wheel.py "$build/$target/release/jianli" manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64 "$out"
      python3 scripts/npm.py "$build/$target/release/jianli" linux x64 "$out"
      ;;
  esac
done
(cd "$out" && find . -maxdepth 1 -type f ! -name SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort | xargs sha256sum >SHA256SUMS)
python3 scripts/recipes.py "$out"
cat "$out/SHA256SUMS"
