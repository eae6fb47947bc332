#!/usr/bin/env bash
# fuzz/run.sh [SECONDS] [TARGET...]   runs each target (default: all) for so many seconds (default 10) over its seeds and over
# what earlier runs found interesting; fails on the first panic, hang or excess of memory, and leaves what caused it in
# fuzz/artifacts/TARGET. Needs cargo-fuzz and a C++ compiler; works with a stable compiler.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-10}
shift || true
command -v cargo-fuzz >/dev/null || { echo 'SKIPPED: there is no cargo-fuzz (cargo install cargo-fuzz)'; exit 0; }
# Sanitizers of the compiler's own are for nightly compilers; coverage alone is for all.
export RUSTC_BOOTSTRAP=1
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(cargo fuzz list)

for target in "${targets[@]}"; do
  corpus=fuzz/corpus/$target
  mkdir -p "$corpus"
  longest=4000
  case $target in
    pages | check | front) seeds=(tests/suite/model examples) ;;
    layout) seeds=(layouts examples) ;;
    image) seeds=(tests/pdf fuzz/seeds/image) longest=60000 ;;
    svg) seeds=(fonts/icons/simple fuzz/seeds/svg) ;;
    extract | readback) seeds=(fuzz/seeds/pdf) longest=40000 ;;
    font) seeds=(fonts/mono) longest=300000 ;;
    *) seeds=() ;;
  esac
  log=fuzz/corpus/$target.log
  if ! cargo fuzz run --sanitizer none "$target" "$corpus" "${seeds[@]}" -- -seed=1 -max_total_time="$seconds" -timeout=20 \
    -rss_limit_mb=1024 -max_len="$longest" -print_final_stats=1 >"$log" 2>&1; then
    tail -n 60 "$log"
    echo "$target: FAILED; what caused it, if it was an input, is in fuzz/artifacts/$target"
    exit 1
  fi
  sed -n 's/^stat::\(number_of_executed_units\|peak_rss_mb\): */  \1 /p' "$log"
  echo "$target: nothing found"
done
