#!/usr/bin/env bash
# book.sh   builds the book in English and Chinese (target/book) and follows every link in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rm -rf target/book
mdbook build docs
mdbook build docs/zh
python3 scripts/book-links.py check target/book
