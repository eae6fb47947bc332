#!/usr/bin/env bash
# action.sh plan|install|run   the steps of action.yml
#
# Everything comes in by the environment, so that nothing of an input is ever read as a command.
#   plan     VERSION, SHA256          finds the archive for this runner and its checksum
#   install  VERSION, URL, ARCHIVE, SHA256, FOLDER   downloads it unless it is there, verifies it, unpacks it, extends PATH
#   run      COMMAND, FILES, ARGS, DIAGNOSTICS       runs jianli
# It keeps to bash 3.2, which macOS has.
set -euo pipefail

fail() {
  printf '::error title=jianli::%s\n' "$1"
  exit 1
}

plan() {
  [[ $VERSION =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] || fail 'the version looks like 1.2.3'
  local target sum
  case "${RUNNER_OS:-}-${RUNNER_ARCH:-}" in
    Linux-X64) target=x86_64-unknown-linux-musl ;;
    Linux-ARM64) target=aarch64-unknown-linux-musl ;;
    macOS-X64) target=x86_64-apple-darwin ;;
    macOS-ARM64) target=aarch64-apple-darwin ;;
    Windows-X64) target=x86_64-pc-windows-msvc ;;
    *) fail "there is no archive for ${RUNNER_OS:-?} on ${RUNNER_ARCH:-?}" ;;
  esac
  local archive=jianli-$VERSION-$target.tar.gz
  sum=$SHA256
  if [[ -z $sum ]]; then
    sum=$(awk -v name="$archive" '$2 == name { print $1 }' "$GITHUB_ACTION_PATH/checksums.txt")
  fi
  [[ $sum =~ ^[0-9a-f]{64}$ ]] || fail "no checksum of $archive is known: give the input sha256, or a version that checksums.txt has"
  {
    printf 'archive=%s\n' "$archive"
    printf 'sha256=%s\n' "$sum"
    printf 'folder=%s\n' "${RUNNER_TEMP:?}/jianli-$sum"
  } >>"$GITHUB_OUTPUT"
}

# What is cached is the archive, so that its checksum is verified every time.
install() {
  local archive=$FOLDER/$ARCHIVE bin=$FOLDER/bin
  mkdir -p "$FOLDER"
  if [[ ! -f $archive ]]; then
    # A file: is for tests; what comes over a network comes encrypted.
    curl --fail --location --silent --show-error --retry 3 --proto '=https,file' --output "$archive.part" \
      "$URL/v$VERSION/$ARCHIVE" || fail "cannot download $ARCHIVE"
    mv "$archive.part" "$archive"
  fi
  if [[ $(checksum "$archive") != "$SHA256" ]]; then
    rm -f "$archive"
    fail "$ARCHIVE is not what it should be: its checksum is not $SHA256"
  fi
  # Nothing but what is in the archive comes on the path. tar takes `D:` of a full name for a host.
  rm -rf "$bin"
  mkdir -p "$bin"
  (cd "$bin" && tar -xzf "../$ARCHIVE")
  printf '%s\n' "$bin" >>"$GITHUB_PATH"
}

checksum() {
  if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1
}

run() {
  case $COMMAND in build | check) ;; *) fail 'command is build or check' ;; esac
  local files=() args=() line
  while IFS= read -r line || [[ -n $line ]]; do
    # Blanks round a name are YAML's.
    line=${line#"${line%%[![:space:]]*}"}
    line=${line%"${line##*[![:space:]]}"}
    [[ -z $line ]] || files+=("$line")
  done <<<"$FILES"
  read -ra args <<<"$ARGS"
  jianli "$COMMAND" ${args[@]+"${args[@]}"} --diagnostics "$DIAGNOSTICS" -- ${files[@]+"${files[@]}"}
}

case ${1:-} in
  plan | install | run) "$1" ;;
  *) fail 'action.sh plan|install|run' ;;
esac
