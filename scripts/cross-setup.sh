#!/usr/bin/env bash
# cross-setup.sh DIR   for a machine that has no standard libraries of Rust for other targets and cannot fetch them with
# rustup: unpacks Debian's rustc for the web (it installs nothing), whose sources let cargo build any standard library, and
# zig, which links for musl and for old glibc. Source DIR/env.sh before scripts/release.sh. Elsewhere `rustup target add` and
# `pip install ziglang cargo-zigbuild` do.
set -euo pipefail
dir=$(realpath -m "${1:?a folder}")
mkdir -p "$dir/debs" "$dir/debian"
cd "$dir/debs"
apt-get -q update >/dev/null
apt-get -q download rustc-web cargo-web rust-web-src libstd-rust-web-1.96 libstd-rust-web-dev libllvm22 lld-22 rust-web-llvm \
  libgit2-1.5 libhttp-parser2.9 libmbedcrypto7 libmbedtls14 libmbedx509-1
for deb in *.deb; do dpkg -x "$deb" "$dir/debian"; done
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" -q install ziglang cargo-zigbuild
# clang for WebAssembly, as zig has it: only its name of the target differs.
cat >"$dir/venv/bin/zigcc-wasm" <<'X'
#!/usr/bin/env bash
args=()
for arg in "$@"; do
  case $arg in --target=*) ;; *) args+=("$arg") ;; esac
done
exec "$(dirname "$0")/python3" -m ziglang cc -target wasm32-freestanding "${args[@]}"
X
printf '#!/usr/bin/env bash\nexec "$(dirname "$0")/python3" -m ziglang ar "$@"\n' >"$dir/venv/bin/zigar"
chmod +x "$dir/venv/bin/zigcc-wasm" "$dir/venv/bin/zigar"
lld=$(find "$(rustc --print sysroot)" -name rust-lld -type f | head -n 1)
libraries=$(find "$dir/debian" -name 'lib*.so*' -printf '%h\n' | sort -u | paste -sd: -)
compiler=$(find "$dir/debian" -path '*/bin/rustc' | head -n 1)
cat >"$dir/env.sh" <<X
export LD_LIBRARY_PATH=$libraries
export CARGO=$(rustup which cargo) RUSTC=$compiler RUSTC_BOOTSTRAP=1
export PATH=\$(dirname "\$CARGO"):$dir/venv/bin:\$PATH
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$lld
export CC_wasm32_unknown_unknown=zigcc-wasm AR_wasm32_unknown_unknown=zigar
X
echo ". $dir/env.sh"
