#!/usr/bin/env bash
# tests/readers/setup.sh [--required] [FOLDER]   installs the PDF readers that readers.py asks, all of them pinned
#
# Python packages go into FOLDER/venv, pdf.js into FOLDER/node_modules; FOLDER is readers in Cargo's target folder. Poppler
# and mutool are the system's (Debian: `apt-get install poppler-utils mupdf-tools`). Done once, it returns at once. Where
# there is no python3 with venv and pip, or no network, it says SKIPPED and why; with --required that is a failure.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
here=$PWD

source ../optional.sh
in_folder readers

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
python_packages 'Python readers'
pdfjs
[ $skipped -eq 0 ] && printf 'readers are in %s\n' "$folder"
[ $skipped -eq 0 ] || [ $required -eq 0 ]
