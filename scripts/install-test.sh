#!/usr/bin/env bash
# install-test.sh OUT PROGRAM   installs the wheel and the npm packages of release.sh from its folder, without a network, and
# compares what they make with what another build of the same source makes. Also unpacks the archive as the action does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=$(realpath "${1:?the folder of release.sh}")
reference=$(realpath "${2:?a program to compare with}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
cp examples/engineer.md "$work/cv.md"
"$reference" -q "$work/cv.md" -o "$work/reference.pdf"

# same NAME COMMAND…: that a command makes the same file, prints all licences and hands the status on.
same() {
  local name=$1
  shift
  (cd "$work" && "$@" cv.md -q -o "$name.pdf")
  cmp "$work/reference.pdf" "$work/$name.pdf"
  (cd "$work" && "$@" licences) | grep -q 'SIL OPEN FONT LICENSE'
  local status=0
  (cd "$work" && "$@" nothing-there.md >/dev/null 2>&1) || status=$?
  [ "$status" = 2 ] || { echo "$name: status $status, not 2" >&2 && return 1; }
  echo "$name: the same PDF"
}

(cd "$out" && sha256sum --check --quiet SHA256SUMS)
mkdir "$work/archive"
tar -xzf "$out/jianli-$version-x86_64-unknown-linux-musl.tar.gz" -C "$work/archive" jianli THIRD-PARTY
same archive "$work/archive/jianli"

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --no-index --find-links "$out" jianli-cli
same wheel "$work/venv/bin/jianli"

mkdir "$work/node"
cat >"$work/node/package.json" <<X
{ "private": true, "dependencies": { "jianli-cli": "file:$out/jianli-cli-$version.tgz" },
  "overrides": { "jianli-cli-linux-x64": "file:$out/jianli-cli-linux-x64-$version.tgz" } }
X
(cd "$work/node" && npm install --offline --no-audit --no-fund --loglevel=error --cache "$work/npm-cache")
same npx npx --offline --prefix "$work/node" jianli
