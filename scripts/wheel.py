#!/usr/bin/env python3
"""Make a wheel of a program that is built: `pip install` puts it on the path.

usage: wheel.py PROGRAM PLATFORM OUT    PLATFORM as wheels write it, several joined by dots

The wheel is what maturin makes with `bindings = "bin"` (packaging/pip/pyproject.toml), but of the very file that is in the
archive, and the same bytes whenever it is made. The name jianli is taken on PyPI: it is jianli-cli."""
import base64, hashlib, sys, zipfile
from pathlib import Path

from common import REPOSITORY, ROOT, SPDX, SUMMARY, TERMS, VERSION

program, platform, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
name = 'jianli_cli'
info = f'{name}-{VERSION}.dist-info'
tags = ''.join(f'Tag: py3-none-{one}\n' for one in platform.split('.'))
readme = (ROOT / 'README.md').read_text()
metadata = (f'Metadata-Version: 2.4\nName: jianli-cli\nVersion: {VERSION}\nSummary: {SUMMARY}\n'
            f'License-Expression: {SPDX}\n' + ''.join(f'License-File: {file}\n' for file in TERMS) +
            f'Project-URL: Source, {REPOSITORY}\nRequires-Python: >=3.7\n'
            f'Description-Content-Type: text/markdown; charset=UTF-8; variant=GFM\n\n{readme}')
script = program.name
files = [(f'{name}-{VERSION}.data/scripts/{script}', program.read_bytes(), 0o755)]
files += [(f'{info}/licenses/{file}', (ROOT / file).read_bytes(), 0o644) for file in TERMS]
files += [(f'{info}/METADATA', metadata.encode(), 0o644),
          (f'{info}/WHEEL', f'Wheel-Version: 1.0\nGenerator: jianli\nRoot-Is-Purelib: false\n{tags}'.encode(), 0o644)]
record = ''
for path, data, _ in files:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()
    record += f'{path},sha256={digest},{len(data)}\n'
record += f'{info}/RECORD,,\n'
files.append((f'{info}/RECORD', record.encode(), 0o644))
out.mkdir(parents=True, exist_ok=True)
path = out / f'{name}-{VERSION}-py3-none-{platform}.whl'
with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
    for file, data, mode in files:
        entry = zipfile.ZipInfo(file, (1980, 1, 1, 0, 0, 0))
        entry.external_attr = (0o100000 | mode) << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        wheel.writestr(entry, data)
print(path.name, path.stat().st_size)
