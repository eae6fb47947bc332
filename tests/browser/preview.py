#!/usr/bin/env python3
"""`jianli preview` in a real browser, as a writer meets it.

    tests/browser/preview.py --bin target/release/jianli [--limit MS] [--shots DIR] [--required]

Needs Python and a Chromium (Debian: `apt-get install chromium`; or CHROMIUM=PATH) and nothing else. Without a Chromium
it says that it is skipped; with --required that is a failure. --shots DIR leaves pictures to look at, wide and narrow,
light and dark, Chinese and English.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import cdp

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
EDITS = 20

# Returns the visible text of the page: every run of every sheet that is shown.
TEXT = """[...document.querySelectorAll('.sheet:not(.next)')]
    .map((sheet) => [...sheet.shadowRoot.querySelectorAll('text')].map((text) => text.textContent).join('')).join('')"""

# Counts the frames in which a page has no sheet that can be seen: a flicker.
WATCH = """{
  window.bare = 0;
  const look = () => {
    for (const page of document.querySelectorAll('.page')) {
      if (!page.querySelector('.sheet:not(.next) ')?.shadowRoot.querySelector('text')) window.bare += 1;
    }
    requestAnimationFrame(look);
  };
  look();
}"""


class Writer:
    """A folder with a résumé, and its preview."""

    def __init__(self, binary, example, *options):
        self.folder = tempfile.TemporaryDirectory(prefix="jianli-preview-")
        for file in EXAMPLES.iterdir():
            if file.suffix in (".png", ".jpg", ".svg"):
                (pathlib.Path(self.folder.name) / file.name).write_bytes(file.read_bytes())
        self.file = pathlib.Path(self.folder.name) / "张三.md"
        self.text = (EXAMPLES / example).read_text()
        self.file.write_text(self.text)
        command = [binary, "preview", "张三.md", *options]
        self.process = subprocess.Popen(command, cwd=self.folder.name, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.url = self.process.stdout.readline().decode().strip()
        assert self.url.startswith("http://127.0.0.1:"), self.process.stderr.read().decode()

    def save(self, text):
        """Saves as most editors do: a new file, renamed over the old one. Returns when that began, in milliseconds."""
        begun = time.time() * 1000
        new = self.file.with_suffix(".tmp")
        new.write_text(text)
        os.replace(new, self.file)
        return begun

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()


def ready(page, writer):
    page.open(writer.url)
    page.wait("document.documentElement?.dataset.build", "no page was shown")


def edits(page, writer, limit):
    """Each edit is on the page in sight, soon; without a flicker, and without moving it."""
    page.js(WATCH)
    page.js("document.getElementById('desk').scrollTop = 300")
    page.wait("document.getElementById('desk').scrollTop === 300", "it does not scroll")
    name = writer.text.splitlines()[0].removeprefix("# ")
    times = []
    for number in range(EDITS):
        page.js("""window.shown = new Promise((done) => new MutationObserver(() => done(
            performance.timeOrigin + performance.now())).observe(document.documentElement,
            { attributes: true, attributeFilter: ['data-seen'] })); 0""")
        begun = writer.save(writer.text.replace(name, f"{name}{number}", 1))
        times.append(page.js("window.shown") - begun)
        assert f"{name}{number}" in page.js(TEXT), f"edit {number} is not on the page"
    assert page.js("document.getElementById('desk').scrollTop") == 300, "the page moved"
    assert page.js("window.bare") == 0, "the page flickered"
    writer.save(writer.text)
    # The pages out of sight follow those in sight.
    whole = "document.documentElement.dataset.build === document.documentElement.dataset.seen"
    page.wait(f"{whole} && !({TEXT}).includes('{name}{EDITS - 1}')", "the last edit is not shown")
    median, worst = statistics.median(times), max(times)
    print(f"  from the save to the page: median {median:.0f} ms, worst {worst:.0f} ms of {EDITS}")
    assert median <= limit, f"the median is over {limit} ms"


def errors(page, writer):
    """An error is shown over the last good pages, and goes away with its cause."""
    before = page.js(TEXT)
    writer.save(f"---\nlayout: nowhere.toml\n---\n\n{writer.text}")
    page.wait("document.documentElement.classList.contains('stale')", "the error is not told")
    told = page.js("document.getElementById('list').innerText")
    assert not page.js("document.getElementById('list').hidden") and "nowhere" in told and "J4" in told, told
    assert any(word in told for word in ("line 2", "第 2 行")), told
    assert page.js("document.getElementById('alert').textContent"), "a screen reader is not told"
    assert page.js(TEXT) == before, "the last good pages are gone"
    page.wait("getComputedStyle(document.querySelector('.page')).opacity < 1", "they look as if they were new")
    writer.save(writer.text)
    page.wait("!document.documentElement.classList.contains('stale')", "the error stays")
    assert page.js("document.getElementById('list').hidden") and not page.js("document.getElementById('alert').textContent")


def click(page, writer, word):
    """A click on a word says where it stands in the source."""
    line = next(at for at, line in enumerate(writer.text.splitlines(), 1) if word in line)
    column = writer.text.splitlines()[line - 1].index(word) + 1
    x, y = page.js(f"""(() => {{
        for (const sheet of document.querySelectorAll('.sheet')) {{
          for (const text of sheet.shadowRoot.querySelectorAll('text')) {{
            const at = text.textContent.indexOf('{word}');
            if (at < 0) continue;
            text.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const box = text.getExtentOfChar(at);
            const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(text.getScreenCTM());
            return [middle.x, middle.y];
          }}
        }}
    }})()""")
    page.js("new Promise(requestAnimationFrame)")
    page.click(x, y)
    page.wait("!document.getElementById('place').hidden", "nothing is said of the word")
    said = page.js("document.getElementById('address').textContent")
    assert said == f"张三.md:{line}:{column}", f"{said} for {line}:{column}"
    marked = page.js("document.querySelector('#line mark').textContent")
    assert word.startswith(marked) or marked.startswith(word), marked
    href = page.js("document.getElementById('editor').href")
    assert href.startswith("vscode://file/") and href.endswith(f".md:{line}:{column}"), href


def lines(page, writer):
    """#L42 leads to what became of a line."""
    wanted = len(writer.text.splitlines())
    page.js("document.getElementById('desk').scrollTop = 0")
    page.js(f"location.hash = '#L{wanted}'; 0")
    page.wait("document.querySelector('.mark')", "no mark")
    page.wait("document.getElementById('desk').scrollTop > 100", "the line is not brought into sight")


def looks(page, writer):
    """Another layout and another number of pages are shown, and nothing is written."""
    before = page.js(TEXT + ".length"), page.js("document.querySelector('.sheet').shadowRoot.innerHTML.length")

    def choose(select, value):
        build = page.js("document.documentElement.dataset.build")
        page.js(f"{{ const s = document.getElementById('{select}'); s.value = '{value}'; s.dispatchEvent(new Event('change')) }}")
        page.wait(f"document.documentElement.dataset.build !== '{build}'", f"{select} is not switched")

    choose("layout", "compact")
    after = page.js("document.querySelector('.sheet').shadowRoot.innerHTML.length")
    assert after != before[1], "the pages are the same"
    assert "--layout compact" in page.js("document.getElementById('only').innerText"), "it does not say how to build so"
    choose("layout", "")
    assert page.js("document.getElementById('only').hidden")
    assert sorted(os.listdir(writer.folder.name)) == sorted(
        {"张三.md", *(f.name for f in EXAMPLES.iterdir() if f.suffix in (".png", ".jpg", ".svg"))}
    ), "something was written"


def keys(page):
    """Everything that matters is reached from the keyboard."""
    scale = "parseInt(document.getElementById('scale').textContent)"
    before = page.js(scale)
    page.key("+")
    assert page.js(scale) > before, "+ does not zoom"
    page.key("0")
    assert page.js(scale) == before, "0 does not undo it"
    page.key("l")
    assert page.js("document.activeElement.id") == "layout"
    page.js("document.activeElement.blur()")
    page.key("?")
    assert page.js("document.getElementById('keys').open")
    page.key("Escape")
    page.wait("!document.getElementById('keys').open", "Escape does not close the list")


def narrow(page):
    """Nothing is wider than the narrowest phone."""
    page.size(360, 640, mobile=True)
    page.wait("document.documentElement.scrollWidth <= 360", "the page is wider than the window")
    page.wait("document.getElementById('desk').scrollWidth <= 360", "the desk is wider than the window")


def shots(page, writer, folder):
    """Pictures to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, width, height in (("wide", 1280, 800), ("narrow", 390, 844)):
        for scheme in ("light", "dark"):
            for language in ("zh-CN,zh", "en"):
                page.size(width, height, mobile=width < 640)
                page.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
                page.speak(language)
                ready(page, writer)
                stem = f"{name}-{scheme}-{language[:2]}"
                page.shot(folder / f"{stem}.png")
                if language == "en" and scheme == "dark":
                    continue
                writer.save(f"---\nlayout: nowhere.toml\n---\n\n{writer.text}")
                page.wait("document.documentElement.classList.contains('stale')", "the error is not told")
                page.js("new Promise((done) => setTimeout(done, 250))")
                page.shot(folder / f"{stem}-error.png")
                writer.save(writer.text)
                page.wait("!document.documentElement.classList.contains('stale')", "the error stays")
                page.js("fetch('look?layout=sidebar&pages=2').then(() => 0)")
                page.wait("!document.getElementById('only').hidden", "the look is not switched")
                page.js("new Promise((done) => setTimeout(done, 400))")
                click(page, writer, "Rust" if "Rust" in writer.text else writer.text.split()[1])
                page.shot(folder / f"{stem}-look.png")
                page.key("Escape")
                page.js("fetch('look?').then(() => 0)")
                page.wait("document.getElementById('only').hidden", "the look is not switched back")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, type=os.path.abspath)
    parser.add_argument("--limit", type=float, default=250, help="the median from the save to the page, in milliseconds")
    parser.add_argument("--shots", type=pathlib.Path)
    parser.add_argument("--required", action="store_true")
    args = parser.parse_args()
    path = cdp.find()
    if not path:
        print("SKIPPED: there is no Chromium; apt-get install chromium, or CHROMIUM=PATH")
        return 1 if args.required else 0
    browser, writer = cdp.Browser(path), Writer(args.bin, "engineer.md", "--quiet")
    try:
        page = browser.page()
        page.size(1280, 800)
        page.speak("en")
        ready(page, writer)
        steps = [
            ("edits", lambda: edits(page, writer, args.limit)),
            ("errors", lambda: errors(page, writer)),
            ("click", lambda: click(page, writer, "Rust")),
            ("lines", lambda: lines(page, writer)),
            ("looks", lambda: looks(page, writer)),
            ("keys", lambda: keys(page)),
            ("narrow", lambda: narrow(page)),
        ]
        if args.shots:
            steps.append(("shots", lambda: shots(page, writer, args.shots)))
        for name, step in steps:
            step()
            print(f"ok: {name}", flush=True)
        assert not browser.complaints, browser.complaints
        print("ok: no complaint of the browser")
    finally:
        browser.close()
        writer.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
