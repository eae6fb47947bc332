#!/usr/bin/env bash
# tests/readers/setup.sh [--required] [FOLDER]   installs the PDF readers that readers.py asks, all of them pinned
#
# Python packages go into FOLDER/venv, pdf.js into FOLDER/node_modules; FOLDER is readers in Cargo's target folder. Poppler
# and mutool are the system's (Debian: `apt-get install poppler-utils mupdf-tools`). Done once, it returns at once. Where
# there is no python3 with venv and pip, or no network, it says SKIPPED and why; with --required that is a failure.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
here=$PWD

required=0
folder=
for argument; do
  case $argument in
    --required) required=1 ;;
    *) folder=$argument ;;
  esac
done
# Cargo's folder is relative to the repository, one named here to where the command is given.
[ -n "$folder" ] || folder=$(cd ../.. && realpath -m "${CARGO_TARGET_DIR:-target}")/readers
case $folder in /*) ;; *) folder=$OLDPWD/$folder ;; esac

skipped=0
skip() {
  printf 'SKIPPED: %s\n' "$1"
  skipped=1
}

# done_already STAMP FILE...: whether what the files ask for is what was installed.
done_already() {
  local stamp=$1
  shift
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(cat "$@" | cksum)" ]
}

python() {
  done_already "$folder/venv/done" requirements.txt && return
  command -v python3 >/dev/null || { skip 'Python readers: there is no python3' && return; }
  rm -rf "$folder/venv"
  python3 -m venv "$folder/venv" >"$folder/venv.log" 2>&1 ||
    { skip "Python readers: python3 has no venv with pip ($folder/venv.log)" && return; }
  "$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --retries 1 \
    -r requirements.txt >"$folder/venv.log" 2>&1 ||
    { skip "Python readers: $(tail -n 1 "$folder/venv.log")" && return; }
  cksum <requirements.txt >"$folder/venv/done"
}

pdfjs() {
  done_already "$folder/node_modules/done" package.json package-lock.json && return
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    skip 'pdf.js: there is no node with npm'
    return
  fi
  cp package.json package-lock.json "$folder/"
  if ! (cd "$folder" && npm ci --ignore-scripts --omit=optional --no-audit --no-fund >npm.log 2>&1); then
    skip "pdf.js: $(grep -m 1 'npm error' "$folder/npm.log" || tail -n 1 "$folder/npm.log")"
    return
  fi
  cat package.json package-lock.json | cksum >"$folder/node_modules/done"
}

mkdir -p "$folder" && cd "$here" || exit 1
python
pdfjs
[ $skipped -eq 0 ] && printf 'readers are in %s\n' "$folder"
[ $skipped -eq 0 ] || [ $required -eq 0 ]
