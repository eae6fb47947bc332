#!/usr/bin/env python3
"""The playground in a real browser: every example in every layout has the bytes that the program writes.

    tests/browser/playground.py --bin target/release/jianli --site target/playground [--layouts a,b] [--shots DIR] [--required]

Needs a site made by scripts/playground.sh and a Chromium, as preview.py does. --layouts takes those alone; the examples'
own always come first.
"""

import argparse
import base64
import functools
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

import cdp

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}

    def log_message(self, *_):
        pass


def serve(site):
    """Serves a folder; returns its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def native(binary, example, layout, folder):
    """Returns the PDF that the program writes."""
    pdf = pathlib.Path(folder) / "native.pdf"
    options = ["--layout", layout] if layout else []
    subprocess.run([binary, ROOT / "examples" / example, "-o", pdf, "--quiet", *options], check=True,
                   env={**os.environ, "SOURCE_DATE_EPOCH": ""})
    return pdf.read_bytes()


def browser_pdf(page, layout):
    """Returns the PDF that the page makes of the text that it shows."""
    asked = json.dumps({"formats": ["pdf"], **({"layout": layout} if layout else {})})
    return base64.b64decode(page.js(f"""(async () => {{
        const {{ files, findings, error }} = await window.jianli.ask({asked})
        if (!files.length) throw new Error(JSON.stringify([findings, error]))
        return btoa(Array.from(files[0].bytes, (byte) => String.fromCharCode(byte)).join(''))
    }})()"""))


def same(page, binary, layouts):
    examples = json.loads(page.js("fetch('site.json').then((answer) => answer.text())"))["examples"]
    with tempfile.TemporaryDirectory() as folder:
        for example in (example["file"] for example in examples):
            page.js(f"window.jianli.open({json.dumps(example)})")
            for layout in (None, *layouts):
                ours, theirs = native(binary, example, layout, folder), browser_pdf(page, layout)
                assert ours == theirs, f"{example} in {layout}: {len(ours)} bytes here, {len(theirs)} in the browser"
            print(f"  {example}: the same bytes in {1 + len(layouts)} layouts", flush=True)


def typed(page):
    """What is typed is seen; what is wrong is said, with its line."""
    page.js("window.jianli.open('english.md')")
    page.js("""{ const text = document.getElementById('text')
        text.value = text.value.replace(/^# .*$/m, '# Zed Example')
        text.dispatchEvent(new Event('input')) } 0""")
    page.wait("[...document.querySelectorAll('.sheet')].some((sheet) => sheet.shadowRoot.textContent.includes('Zed Example'))",
              "what was typed is not on the page")
    page.js("""{ const text = document.getElementById('text')
        text.value = '---\\nlayout: nowhere.toml\\n---\\n' + text.value
        text.dispatchEvent(new Event('input')) } 0""")
    page.wait("document.documentElement.classList.contains('stale')", "the error is not told")
    assert "nowhere" in page.js("document.getElementById('list').innerText")
    assert page.js("document.getElementById('download').disabled"), "a PDF is offered that cannot be made"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, type=os.path.abspath)
    parser.add_argument("--site", required=True, type=pathlib.Path)
    parser.add_argument("--layouts", default="")
    parser.add_argument("--shots", type=pathlib.Path)
    parser.add_argument("--required", action="store_true")
    args = parser.parse_args()
    path = cdp.find()
    for missing, why in ((not path, "there is no Chromium"), (not (args.site / "jianli.wasm").exists(), "there is no site")):
        if missing:
            print(f"SKIPPED: {why}")
            return 1 if args.required else 0
    cdp.PATIENCE = 120  # all faces come first
    browser = cdp.Browser(path)
    try:
        page = browser.page()
        page.size(1360, 860)
        page.speak("en")
        page.open(serve(args.site))
        page.wait("window.jianli && document.documentElement.dataset.build", "no page was shown")
        print("ok: pages are shown:", page.js("document.getElementById('status').textContent"), flush=True)
        if args.shots:
            shots(page, args.shots)
        same(page, args.bin, [name for name in args.layouts.split(",") if name])
        typed(page)
        print("ok: what is typed is seen, and what is wrong")
        complaints = [told for told in browser.complaints if "favicon" not in told]
        assert not complaints, complaints
    finally:
        browser.close()
    return 0


def shots(page, folder):
    """Pictures to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, width, height in (("wide", 1360, 860), ("narrow", 390, 844)):
        for scheme in ("light", "dark"):
            page.size(width, height, mobile=width < 640)
            page.prefer(prefers_color_scheme=scheme)
            page.js("new Promise((done) => setTimeout(done, 400))")
            page.shot(folder / f"{name}-{scheme}.png")
    page.size(1360, 860)


if __name__ == "__main__":
    sys.exit(main())
