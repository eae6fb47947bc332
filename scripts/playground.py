#!/usr/bin/env python3
"""scripts/playground.py DIR   what playground.sh puts beside the program: the page, faces, examples, and site.json about them."""

import json
import pathlib
import re
import shutil
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "packaging/web/page"
SHARED = ("app.css", "findings.js", "pages.js", "words.js")  # of the preview
USUAL = ("sans-sc-regular", "sans-sc-bold", "sans-ext", "latin", "mono", "pictures")
SERIF = ("serif-sc-regular", "serif-sc-bold", "serif-ext")
LOCALES = ("tc", "ja", "ko")


def layouts():
    """Returns the bundled layouts, each with whether it needs Noto Serif SC."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "layouts").glob("*.toml"))}

    def serif(name):
        above = tomllib.loads(texts[name]).get("extends", "base") if name != "base" else None
        return "Noto Serif SC" in texts[name] or (above in texts and serif(above))

    # In the order in which the program lists them.
    source = (ROOT / "src/layout/bundled.rs").read_text(encoding="utf-8")
    names = [name for name in re.findall(r'"([a-z-]+)"', source) if name in texts and name != "base"]
    return [{"name": name, "serif": serif(name)} for name in dict.fromkeys(names)]


def examples(site):
    """Copies the examples that are one text each; returns them with what they name."""
    found = []
    for path in sorted((ROOT / "examples").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        named = [file.name for file in (ROOT / "examples").iterdir() if file.suffix in (".png", ".jpg", ".svg", ".toml")]
        files = [name for name in sorted(named) if name in text]
        for name in (path.name, *files):
            shutil.copy(ROOT / "examples" / name, site / "examples" / name)
        found.append({"file": path.name, "files": files})
    return found


def main(site):
    for file in PAGE.iterdir():
        shutil.copy(file, site / file.name)
    for name in SHARED:
        shutil.copy(ROOT / "src/cli/preview/page" / name, site / name)
    faces = {}
    for folder in (*USUAL, *SERIF, *LOCALES):
        (site / "faces" / folder).mkdir(parents=True)
        files = sorted(path for path in (ROOT / "fonts" / folder).iterdir() if path.suffix in (".ttf", ".otf"))
        faces[folder] = [path.name for path in files]
        for path in files:
            shutil.copy(path, site / "faces" / folder / path.name)
    (site / "examples").mkdir()
    about = {"layouts": layouts(), "examples": examples(site), "faces": faces, "usual": USUAL, "serif": SERIF}
    (site / "site.json").write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
    shutil.copy(ROOT / "THIRD-PARTY", site / "THIRD-PARTY.txt")


main(pathlib.Path(sys.argv[1]))
