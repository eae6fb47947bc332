#!/usr/bin/env python3
"""Make npm packages of a program that is built: jianli-cli, which starts it, and one for the platform, which holds it.

usage: npm.py PROGRAM OS CPU OUT    OS and CPU as npm writes them: linux x64, win32 x64, darwin arm64

The platform's package is an optional dependency of the other, so that npm fetches the one that fits; nothing runs when they
are installed. The tarballs are the same bytes whenever they are made."""
import gzip, io, json, sys, tarfile
from pathlib import Path

from common import REPOSITORY, ROOT, SPDX, SUMMARY, TERMS, VERSION

NAME = 'jianli-cli'
# For which platforms there are packages: what release.sh builds.
PLATFORMS = ['linux-x64']


def pack(out, manifest, files):
    everything = {'package.json': ((json.dumps(manifest, indent=2, ensure_ascii=False) + '\n').encode(), 0o644), **files}
    everything |= {file: ((ROOT / file).read_bytes(), 0o644) for file in TERMS}
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode='w', format=tarfile.USTAR_FORMAT) as tar:
        for name, (data, mode) in sorted(everything.items()):
            entry = tarfile.TarInfo(f'package/{name}')
            entry.size, entry.mode, entry.mtime = len(data), mode, 499162500  # as npm pack has it: never before 1980
            tar.addfile(entry, io.BytesIO(data))
    path = out / f'{manifest["name"]}-{VERSION}.tgz'
    with open(path, 'wb') as file, gzip.GzipFile('', 'wb', 9, file, 0) as zipped:
        zipped.write(raw.getvalue())
    print(path.name, path.stat().st_size)


program, system, cpu, out = Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4])
out.mkdir(parents=True, exist_ok=True)
common = {'version': VERSION, 'description': SUMMARY, 'license': SPDX,
          'repository': {'type': 'git', 'url': f'git+{REPOSITORY}.git'}}
pack(out, {'name': f'{NAME}-{system}-{cpu}', **common, 'os': [system], 'cpu': [cpu], 'preferUnplugged': True},
     {program.name: (program.read_bytes(), 0o755)})
launcher = (ROOT / 'packaging/npm/jianli.js').read_bytes()
pack(out, {'name': NAME, **common, 'bin': {'jianli': 'jianli.js'}, 'engines': {'node': '>=16'},
           'optionalDependencies': {f'{NAME}-{platform}': VERSION for platform in PLATFORMS}},
     {'jianli.js': (launcher, 0o755), 'README.md': ((ROOT / 'README.md').read_bytes(), 0o644)})
