#!/usr/bin/env python3
"""book-links.py   what mdBook runs before it makes pages (docs/book.toml): a link from a page to a file of the repository
that the book does not hold leads to the repository. On GitHub, where the same pages are read, it leads there by itself.

book-links.py check FOLDER   names every link in the pages of a built book that leads to no file of it."""
import json
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from common import REPOSITORY, ROOT

DOCS = ROOT / 'docs'
LINK = re.compile(r'(\]\()([^)#\s:]+)((?:#[^)\s]*)?\))')


def held(file):
    """Whether the books hold a file: their pages, and what is beside them and is no Markdown."""
    chapters = {book / name for book in [DOCS, DOCS / 'zh']
                for name in re.findall(r'\]\(([^)]+)\)', (book / 'SUMMARY.md').read_text())}
    return file in chapters or DOCS in file.parents and file.is_file() and file.suffix != '.md'


def rewritten(text, folder):
    def link(match):
        file = Path(os.path.normpath(folder / match[2]))
        if held(file) or not file.exists():
            return match[0]
        kind = 'tree' if file.is_dir() else 'blob'
        return f'{match[1]}{REPOSITORY}/{kind}/main/{file.relative_to(ROOT)}{match[3]}'
    return LINK.sub(link, text)


def rewrite(items, source):
    for item in items:
        if chapter := isinstance(item, dict) and item.get('Chapter'):
            if chapter['path']:
                chapter['content'] = rewritten(chapter['content'], (source / chapter['path']).parent)
            rewrite(chapter['sub_items'], source)


class Targets(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ('href', 'src') and value]


def dead(book):
    for page in sorted(book.rglob('*.html')):
        # Read in every folder: its links are relative to the root of the site.
        if page.name in ('404.html', 'toc.html'):
            continue
        targets = Targets()
        targets.feed(page.read_text())
        for target in targets.found:
            path = unquote(target.partition('#')[0].partition('?')[0])
            if path and '://' not in path and not path.startswith(('mailto:', 'data:', 'javascript:')):
                if not (page.parent / path).exists():
                    yield f'{page.relative_to(book)}: {target}'


def main(arguments):
    if arguments[:1] == ['supports']:
        return 0
    if arguments[:1] == ['check']:
        lost = list(dead(Path(arguments[1])))
        print('\n'.join(lost) or 'every link leads somewhere')
        return 1 if lost else 0
    context, book = json.load(sys.stdin)
    items = book.get('items', book.get('sections', []))
    rewrite(items, Path(context['root']) / context['config']['book']['src'])
    json.dump(book, sys.stdout)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
