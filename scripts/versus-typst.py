#!/usr/bin/env python3
"""versus-typst.py [SOURCE.md [FILE.typ]] [--pairs N] [--layout NAME] [--bin JIANLI] [--typst TYPST]

Compiles the same words with jianli and with Typst and prints the medians and the ratio of time, memory and size.

SOURCE.md defaults to examples/engineer.md. Without FILE.typ a plain one is made from the source: the same words as
headings, bullets and paragraphs, dates at the right, A4, 10 pt. Both see the same two faces, Noto Sans SC regular and bold,
and no system fonts. A cold run is a new process with a warm disk cache; the two alternate, jianli first, and the ratio is
the median of the pairs' ratios with the least and the greatest. Peak memory is what the kernel counts as resident.

Typst is the package of that name in Python's registry, put into target/versus/venv. A Python process has to start for it, so
the time of the compiling call alone stands in a row of its own, and that is what the last line compares: Typst's best case.
--typst names a Typst program to be timed instead.

  --pairs N       how many runs of each (default 15)
  --layout NAME   jianli's layout (default classic)
  --bin JIANLI    a jianli that is built already (default: cargo build --release)"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

TYPST_VERSION = "0.15.0"
ROOT = Path(__file__).resolve().parent.parent
WORK = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "versus"
FACES = ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"]

# Printed by the child: the seconds of the compiling call alone.
CALL = """
import sys, time, typst
begin = time.perf_counter()
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
print(time.perf_counter() - begin)
"""

PREAMBLE = """#set document(title: "{title}")
#set page(paper: "a4", margin: (x: 18mm, y: 16mm))
#set text(font: "Noto Sans SC", size: 10pt, lang: "{lang}")
#set par(justify: true, leading: 0.7em, spacing: 0.8em)
#set list(spacing: 0.7em)
#show raw: set text(font: "Noto Sans SC", size: 1.25em)
#show heading: set block(above: 1.1em, below: 0.6em)
#show heading: set text(size: 10.5pt)
#show heading.where(level: 1): it => {{ set text(size: 13pt); it; v(-0.6em); line(length: 100%, stroke: 0.5pt) }}

"""


def main():
    options = arguments()
    WORK.mkdir(parents=True, exist_ok=True)
    source = Path(options.source).resolve()
    typ = Path(options.typ).resolve() if options.typ else generated(source)
    jianli = options.bin or build()
    version, typst = typst_command(options.typst)
    outs = WORK / "jianli.pdf", WORK / "typst.pdf"
    ours = [str(jianli), "build", str(source), "--layout", options.layout, "-o", str(outs[0])]
    theirs = [*typst, str(typ), str(outs[1])]
    if not options.typst:
        theirs.append(str(faces()))
    for command in (ours, theirs):  # warms the disk cache and shows whether it works at all
        run(command)
    pairs = [(run(ours), run(theirs)) for _ in range(options.pairs)]
    print(f"{source.name} against {typ.name}: {options.pairs} pairs, new processes, warm disk cache")
    print(f"{version}, the same two faces, no system fonts\n")
    report(pairs, outs, bool(options.typst))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", default=ROOT / "examples" / "engineer.md")
    parser.add_argument("typ", nargs="?")
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--layout", default="classic")
    parser.add_argument("--bin")
    parser.add_argument("--typst")
    return parser.parse_args()


def build():
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT, check=True)
    return WORK.parent / "release" / "jianli"


def typst_command(program):
    """The version, and the command that takes the source and the output."""
    if program:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
        switches = ["--ignore-system-fonts", "--ignore-embedded-fonts", "--font-path", str(faces())]
        return said.strip(), [program, "compile", "--root", "/", *switches]
    python = WORK / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(WORK / "venv")], check=True)
    wanted = f"typst=={TYPST_VERSION}"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", wanted]
    subprocess.run(pip, check=True)
    return f"Typst {TYPST_VERSION} as a Python package", [str(python), "-c", CALL]


def faces():
    """A folder that holds the two faces and nothing else."""
    folder = WORK / "fonts"
    folder.mkdir(exist_ok=True)
    for face in FACES:
        if not (folder / face).exists():
            shutil.copy(ROOT / "fonts" / "cjk" / face, folder / face)
    return folder


def run(command):
    """Seconds, the seconds that the child printed (None if none), peak MiB. What it says of the document is not shown."""
    read, write = os.pipe()
    quiet = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    actions = [(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_CLOSE, read), quiet]
    begin = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    os.close(write)
    with os.fdopen(read) as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begin
    if status:
        sys.exit(f"versus-typst.py: exit {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    number = re.fullmatch(r"\d+\.\d+(e-\d+)?", said.strip())
    return seconds, float(said) if number else None, usage.ru_maxrss / 1024


def report(pairs, outs, program):
    sizes = [out.stat().st_size / 1000 for out in outs]
    rows = [("jianli", [a[0] for a, _ in pairs], [a[2] for a, _ in pairs], sizes[0])]
    name = "typst" if program else "typst, with Python's start"
    rows.append((name, [b[0] for _, b in pairs], [b[2] for _, b in pairs], sizes[1]))
    if not program:
        rows.append(("typst, the call alone", [b[1] for _, b in pairs], None, sizes[1]))
    print(f"{'':28}{'wall ms':>9}{'least–most':>16}{'peak MiB':>10}{'PDF kB':>9}")
    for name, walls, peaks, size in rows:
        middle, low, high = (1000 * f(walls) for f in (statistics.median, min, max))
        peak = f"{statistics.median(peaks):.1f}" if peaks else ""
        print(f"{name:28}{middle:9.1f}{f'{low:.1f}–{high:.1f}':>16}{peak:>10}{size:9.1f}")
    ours, theirs = rows[0], rows[-1]
    ratios = [a / b for a, b in zip(ours[1], theirs[1])]
    memory = statistics.median(ours[2]) / statistics.median(rows[1][2])
    spread = f"{min(ratios):.3f}–{max(ratios):.3f}"
    print(f"\n{'jianli ÷ ' + theirs[0]:28}{statistics.median(ratios):9.3f}{spread:>16}{memory:10.2f}{ours[3] / theirs[3]:9.2f}")


# ---- Markdown → Typst: the same words, plainly set.

RANGE = r"\d{4}[-./年]?\d{0,2}月?\s*[-–—~至]+\s*(?:\d{4}[-./年]?\d{0,2}月?|至今|Present)"
DATE = re.compile(rf"\s*(?:[(（]({RANGE})[)）]|\|\s*((?:[A-Z][a-z]+ )?\d{{4}}[^|]*))\s*$")
NUMBERED = re.compile(r"[(（]\d+(?:\.\d+)*[)）]|[一二三四五六七八九十]+、")
KEYED = re.compile(r"\w{1,6}[：]")
WIDE = re.compile(r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uff60“”‘’—…]")


def generated(source):
    text = source.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    chinese = len(WIDE.findall(text)) > len(text) // 5
    body = "\n\n".join(block(b) for b in re.split(r"\n\s*\n", parted(text)) if b.strip())
    out = WORK / (source.stem + ".typ")
    out.write_text(PREAMBLE.format(title=source.stem, lang="zh" if chinese else "en") + body + "\n", encoding="utf-8")
    return out


def parted(text):
    """Headings become blocks of their own, whatever stands beside them."""
    return re.sub(r"^(#{1,6} .*)$", r"\n\1\n", text, flags=re.M)


def block(text):
    lines = text.strip("\n").split("\n")
    if heading := re.match(r"(#{1,6}) (.*)", lines[0]):
        return "=" * len(heading[1]) + " " + dated(heading[2])
    if re.match(r"\s*[-*+] ", lines[0]):
        return bullets(lines)
    if lines[0].startswith("|"):
        return table(lines)
    return paragraph(lines)


def dated(title):
    if date := DATE.search(title):
        return inline(title[: date.start()]) + " #h(1fr) " + inline(date[1] or date[2])
    return inline(title)


def bullets(lines):
    items = []
    for line in lines:
        if item := re.match(r"(\s*)[-*+] (.*)", line):
            items.append([item[1] + "- ", [item[2]]])
        else:
            items[-1][1].append(line.strip())
    return "\n".join(marker + inline(join(words)) for marker, words in items)


def table(lines):
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    rows = [row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]
    cells = ", ".join(f"[{inline(cell)}]" for row in rows for cell in row)
    return f"#table(columns: {len(rows[0])}, {cells})"


def paragraph(lines):
    """A hand-written number or a run-in key begins a line, as it does in jianli; so does what follows a numbered title."""
    parts = [[lines[0]]]
    for line in lines[1:]:
        before = " ".join(parts[-1])
        title = NUMBERED.match(before) and len(before) <= 24 and not re.search(r"[。！？；，.]$", before)
        if NUMBERED.match(line) or KEYED.match(line) or title:
            parts.append([])
        parts[-1].append(line)
    return " \\\n".join(inline(join(part)) for part in parts)


def join(lines):
    text = lines[0].rstrip()
    for line in (line.strip() for line in lines[1:]):
        text += ("" if WIDE.match(text[-1:]) and WIDE.match(line) else " ") + line
    return text


INLINE = re.compile(r"`([^`]+)`|<(https?://[^>]+|[^>@ ]+@[^>]+)>|!?\[([^\]]*)\]\(([^)]+)\)|\*\*(.+?)\*\*|\*(.+?)\*")


def inline(text):
    out, at = "", 0
    for found in INLINE.finditer(text):
        out += escaped(text[at : found.start()])
        code, url, words, target, strong, emphasis = found.groups()
        if code:
            out += f"#raw({quoted(code)});"
        elif url:
            out += f"#link({quoted(url if ':' in url else 'mailto:' + url)})[{escaped(url)}];"
        elif target:
            out += f"#link({quoted(target)})[{inline(words)}];"
        else:
            out += f"#strong[{inline(strong)}];" if strong else f"#emph[{inline(emphasis)}];"
        at = found.end()
    return out + escaped(text[at:])


def escaped(text):
    """Every mark that could mean something to Typst, made to mean itself."""
    return re.sub(r"([\\#$*_`<>@~/\[\]\"'=+\-])", r"\\\1", text)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
