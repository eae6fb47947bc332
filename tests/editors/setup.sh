#!/usr/bin/env bash
# tests/editors/setup.sh [--required] [FOLDER]   brings what the tests of editors need; nothing of the system is touched
#
# On Debian: Neovim, Helix and tmux of the release named below into FOLDER/bin, with the libraries that they need, from the mirror
# that the system uses. Everywhere: pytest-lsp into FOLDER/venv, pinned. FOLDER is editors in Cargo's target folder. Done once, it
# returns at once. What cannot be had it says is SKIPPED, and why; with --required that is a failure.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

# The oldest release that has Helix.
release=trixie
source ../optional.sh
in_folder editors

# fetch_debian: unpacks the editors and all that they link to into $folder/debian.
fetch_debian() {
  local apt=$folder/apt mirror package own
  own=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Release: $own" | head -n 1)
  [ -n "$mirror" ] || { echo "apt has no source for $own" && return 1; }
  rm -rf "$apt" "$folder/debian" && mkdir -p "$apt/parts" "$apt/lists/partial" "$apt/cache/archives/partial" || return
  printf 'deb [signed-by=%s] %s %s main\n' /usr/share/keyrings/debian-archive-keyring.gpg "$mirror" "$release" >"$apt/sources.list"
  # With no package installed all that is needed is fetched, the C library too.
  : >"$apt/status"
  local options=(-o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts="$apt/parts" -o Dir::Cache="$apt/cache"
    -o Dir::State::lists="$apt/lists" -o Dir::State::status="$apt/status" -o Debug::NoLocking=1 -o APT::Sandbox::User=
    -o Acquire::Languages=none -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false)
  apt-get "${options[@]}" --quiet update &&
    apt-get "${options[@]}" --quiet --yes --no-install-recommends --download-only install neovim hx tmux || return
  for package in "$apt"/cache/archives/*.deb; do
    dpkg-deb --extract "$package" "$folder/debian" || return
  done
  rm -rf "$apt"
}

# command_of NAME PROGRAM [VARIABLE=FOLDER]: makes a command of a program that runs with the C library beside it.
command_of() {
  local debian=$folder/debian variable='' loader libraries
  loader=$(find "$debian"/usr/lib* -name 'ld-linux*.so.*' | head -n 1)
  libraries=$(dirname "$(find "$debian/usr/lib" -name libc.so.6 | head -n 1)")
  [ $# -lt 3 ] || variable="export ${3%%=*}='$debian/${3#*=}'"
  printf '%s\n' '#!/bin/sh' "$variable" "exec '$loader' --library-path '$libraries' '$debian/$2' \"\$@\"" >"$folder/bin/$1"
  chmod +x "$folder/bin/$1"
}

debian() {
  [ "$(cat "$folder/bin/done" 2>/dev/null)" = "$release" ] && return
  if ! command -v apt-get >/dev/null || ! grep -qx ID=debian /etc/os-release; then
    skip 'editors: this is no Debian'
    return
  fi
  rm -rf "$folder/bin"
  fetch_debian >"$folder/apt.log" 2>&1 || { skip "editors: $(tail -n 1 "$folder/apt.log")" && return; }
  mkdir -p "$folder/bin"
  command_of nvim usr/bin/nvim VIMRUNTIME=usr/share/nvim/runtime
  command_of hx usr/lib/hx/hx HELIX_RUNTIME=usr/lib/hx/runtime
  command_of tmux usr/bin/tmux
  if ! "$folder/bin/nvim" --version >/dev/null || ! "$folder/bin/hx" --version || ! "$folder/bin/tmux" -V; then
    rm -rf "$folder/bin"
    skip 'editors: what was fetched does not run'
    return
  fi
  printf '%s' "$release" >"$folder/bin/done"
}

mkdir -p "$folder" || exit 1
debian
python_packages pytest-lsp pytest_lsp
[ $skipped -eq 0 ] && printf 'editors are in %s\n' "$folder"
[ $skipped -eq 0 ] || [ $required -eq 0 ]
