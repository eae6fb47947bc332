"""What the scripts that pack jianli know of it: Cargo.toml is the one place."""
import hashlib, re, tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = tomllib.loads((ROOT / 'Cargo.toml').read_text())
VERSION = MANIFEST['package']['version']
SUMMARY = MANIFEST['package']['description']
REPOSITORY = MANIFEST['workspace']['package']['repository']
# Who owns the names: of the repository, and of the scope of npm packages.
OWNER = REPOSITORY.split('/')[-2]
SPDX = re.search(r'^SPDX of the program: (.*)$', (ROOT / 'THIRD-PARTY').read_text(), re.M).group(1)
TERMS = ['LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY']


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
