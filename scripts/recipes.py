#!/usr/bin/env python3
"""Fill the recipes of packaging/ for a release.

usage: recipes.py OUT    OUT has SHA256SUMS; they are written to OUT/recipes

A recipe that wants a file which the release has not is left out, and named."""
import re, sys
from pathlib import Path

from common import OWNER, REPOSITORY, ROOT, SPDX, SUMMARY, VERSION

RECIPES = ['homebrew/jianli.rb', 'aur/PKGBUILD', 'scoop/jianli.json', 'nix/package.nix']

out = Path(sys.argv[1])
sums = dict(reversed(line.split()) for line in (out / 'SHA256SUMS').read_text().splitlines())
words = {'repository': REPOSITORY, 'owner': OWNER, 'version': VERSION, 'summary': SUMMARY, 'spdx': SPDX}
for recipe in RECIPES:
    text = (ROOT / 'packaging' / recipe).read_text()
    for word, value in words.items():
        text = text.replace(f'@{word}@', value)
    wanted = re.findall(r'@sha256:([^@]*)@', text)
    missing = [f'jianli-{VERSION}-{end}' for end in wanted if f'jianli-{VERSION}-{end}' not in sums]
    if missing:
        print(f'recipes.py: no {recipe}: the release has no {", ".join(missing)}')
        continue
    for end in wanted:
        text = text.replace(f'@sha256:{end}@', sums[f'jianli-{VERSION}-{end}'])
    assert not re.search(r'@\w+@', text), recipe
    path = out / 'recipes' / recipe
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
