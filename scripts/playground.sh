#!/usr/bin/env bash
# playground.sh [DIR]   builds the program for browsers and puts a static site into DIR (default target/playground): editor,
# pages, findings, download. Any web server can serve it; `python3 -m http.server -d DIR` does.
#
# Needs Rust's standard library for the web (`rustup target add wasm32-unknown-unknown`), a clang that compiles for it, and
# python3; says SKIPPED where one is missing. CLANG and LLVM_AR name others.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
triple=wasm32-unknown-unknown
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
site=$(realpath -m "${1:-$target/playground}")
clang=${CLANG:-clang}

skip() {
  printf 'SKIPPED: %s\n' "$1"
  exit "${2:-0}"
}
[ -d "$(rustc --print sysroot)/lib/rustlib/$triple/lib" ] || skip "no standard library for $triple: rustup target add $triple"
command -v "$clang" >/dev/null || skip 'there is no clang'
command -v python3 >/dev/null || skip 'there is no python3'
archiver=${LLVM_AR:-$(command -v llvm-ar || "$clang" --print-prog-name=llvm-ar)}

env "CC_${triple//-/_}=$clang" "AR_${triple//-/_}=$archiver" \
  cargo build --release --locked --target $triple --package jianli-web
rm -rf "$site"
mkdir -p "$site"
cp "$target/$triple/release/jianli_web.wasm" "$site/jianli.wasm"
python3 scripts/playground.py "$site"
printf '%s: %s bytes of program\n' "$site" "$(stat -c %s "$site/jianli.wasm" 2>/dev/null || stat -f %z "$site/jianli.wasm")"
