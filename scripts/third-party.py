#!/usr/bin/env python3
"""Write THIRD-PARTY: whose work is in jianli, and under which terms, every text once.

usage: third-party.py [--check]    --check writes nothing, and fails if THIRD-PARTY is not what it would write

Which crates: what Cargo.lock has below the dependencies of Cargo.toml, on all systems, less what only tests use.
Their texts are read from the sources that cargo has fetched. Needs Python 3.11 and cargo."""
import json, re, subprocess, sys, textwrap, tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Files in a crate that are terms or notices. What a folder of that name holds is taken, too.
TERMS = re.compile(r'(?i)^(licen[cs]e|copying|copyright|notice|unlicense)')
TOO_LONG = 80_000
# What is in jianli and no crate: what, its terms, the file with them.
OTHERS = [
    ('Phosphor icons (fonts/icons/phosphor-fill)', 'MIT', 'fonts/licenses/MIT-Phosphor.txt'),
    ('Simple Icons (fonts/icons/simple)', 'CC0-1.0', 'fonts/licenses/CC0-SimpleIcons.md'),
    ('Profile for print from measurements published by OpenICC (src/pdf/press)', 'Zlib', 'src/pdf/press/README.md'),
]


def closure(lock, manifest):
    """Returns the packages of the lock file below the root's dependencies."""
    packages = lock['package']
    named = {}
    for package in packages:
        named.setdefault(package['name'], []).append(package)

    def find(reference):
        name, *version = reference.split(' ')
        found = [p for p in named[name] if not version or p['version'] == version[0]]
        assert len(found) == 1, reference
        return found[0]

    root = named[manifest['package']['name']][0]
    wanted = set(manifest['dependencies'])
    for target in manifest.get('target', {}).values():
        wanted |= set(target.get('dependencies', {}))
    stack = [r for r in root['dependencies'] if r.split(' ')[0] in wanted]
    seen = {}
    while stack:
        package = find(stack.pop())
        key = (package['name'], package['version'])
        if key not in seen:
            seen[key] = package
            stack += package.get('dependencies', [])
    return sorted(seen)


def texts(folder):
    """Returns the terms in a crate's folder."""
    found = []
    for path in sorted(folder.iterdir()):
        inside = sorted(path.iterdir()) if path.is_dir() and TERMS.match(path.name) else []
        face = path.name.startswith('OFL-') or path.name.endswith('-copyright.txt')
        if path.is_file() and path.suffix != '.rs' and (TERMS.match(path.name) or face):
            inside = [path]
        found += [p for p in inside if p.is_file() and p.stat().st_size < TOO_LONG]
    return [tidy(p.read_text('utf-8', 'replace')) for p in found]


def tidy(text):
    lines = [line.rstrip() for line in text.replace('\r\n', '\n').replace('\f', '').split('\n')]
    return re.sub(r'\n{3,}', '\n\n', '\n'.join(lines)).strip('\n') + '\n'


def same(text):
    """What two copies of one text have in common: blanks do not count."""
    return ' '.join(text.split())


def chosen(terms):
    """Returns which terms of a crate are taken: of a choice, those that jianli has itself, else the first."""
    parts = re.split(r' AND ', terms) if '(' in terms or ' OR ' not in terms else [terms]
    taken = set()
    for part in parts:
        choice = [c.strip('() ') for c in part.split(' OR ')]
        taken.add(next((c for c in ('MIT', 'Apache-2.0') if c in choice), choice[0]))
    return taken


def main():
    manifest = tomllib.loads((ROOT / 'Cargo.toml').read_text())
    lock = tomllib.loads((ROOT / 'Cargo.lock').read_text())
    about = json.loads(subprocess.run(['cargo', 'metadata', '--locked', '--format-version', '1'], cwd=ROOT,
                                      check=True, capture_output=True).stdout)
    about = {(p['name'], p['version']): p for p in about['packages']}
    entries = []
    for key in closure(lock, manifest):
        package = about[key]
        folder = Path(package['manifest_path']).parent
        terms = (package['license'] or 'see below').replace('/', ' OR ').replace('  ', ' ')
        entries.append((f'{key[0]} {key[1]}', terms, texts(folder), package))
    bare = [e for e in entries if not e[2]]
    mits = next(t for _, _, ts, _ in entries for t in ts if 'Permission is hereby granted, free of charge' in t)
    mit = mits[mits.index('Permission is hereby granted'):]
    apache = tidy((ROOT / 'LICENSE-APACHE').read_text())
    lacking = []
    for name, terms, found, package in bare:
        # The crate names its terms and leaves the text out.
        if 'MIT' in terms:
            holders = ', '.join(re.sub(r'\s*<[^>]*>', '', a) for a in package['authors']) or f'the authors of {package["name"]}'
            found.append(f'Copyright (c) {holders}\n\n{mit}')
        elif 'Apache-2.0' in terms:
            found.append(apache)
        elif kin := [e for e in entries if e[2] and e[1] == terms and set(e[3]['authors']) & set(package['authors'])]:
            found += kin[0][2]
        else:
            lacking.append(f'{name} ({terms}, {package["repository"]})')
    if lacking:
        sys.exit('third-party.py: these carry no text, find it: ' + '; '.join(lacking))
    for what, terms, file in OTHERS:
        entries.append((what, terms, [tidy((ROOT / file).read_text())], None))
    out = ['What is in jianli and was made by others', '=' * 40, '']
    out += ['Crates, faces and data, each with its terms; behind them the texts. Written by scripts/third-party.py.', '']
    needed = sorted(set().union(*(chosen(terms) for _, terms, _, _ in entries)))
    own = manifest['package']['license'].split(' AND ')[0]
    out += [f'SPDX of the program: {" AND ".join([own, *needed])}', '']
    out += [f'{name}: {terms}' for name, terms, _, _ in entries]
    groups = {}
    for name, _, found, _ in entries:
        for text in found:
            groups.setdefault(same(text), (text, []))[1].append(name)
    for text, names in groups.values():
        out += ['', '-' * 80, *wrapped(', '.join(dict.fromkeys(names))), '-' * 80, '', text.rstrip('\n')]
    written = '\n'.join(out) + '\n'
    path = ROOT / 'THIRD-PARTY'
    if '--check' in sys.argv[1:]:
        if not path.exists() or path.read_text() != written:
            sys.exit('THIRD-PARTY is not up to date: run scripts/third-party.py')
    else:
        path.write_text(written)
        print(f'THIRD-PARTY: {len(entries)} entries, {len(groups)} texts, {len(written)} characters')


def wrapped(text):
    return textwrap.wrap(text, 80, break_long_words=False, break_on_hyphens=False)


main()
