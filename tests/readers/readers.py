#!/usr/bin/env python3
"""The finished PDFs, as other people's readers and a parser of hiring systems read them.

    tests/readers/readers.py --bin target/release/jianli [--layouts a,b] [--required] [SOURCE.md ...]
    tests/readers/readers.py --self-test [--required]

Builds each source (examples/*.md but that of several texts, and marks.md, which is full of marks, or those named) in
each bundled layout, has every reader that is installed read it, and asks what checks.py asks: are printed lines,
words, name and contacts there, as printed? --self-test asks the same of hand-written PDFs with one fault each: every check must find its own.

setup.sh installs pypdf, pdfminer.six, pypdfium2, pdf.js and openresume-parser (into Cargo's target folder; another with
--tools DIR); pdftotext and mutool are the system's. Readers that are missing are named; with --required that is a
failure. Without pdfminer.six, which tells what is printed where, nothing can be checked.
"""

import argparse
import collections
import concurrent.futures
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import broken
import checks

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
READERS = ("pypdf", "pdfminer", "pdfium", "pdf.js", "poppler", "poppler-raw", "mutool", "openresume")
Case = collections.namedtuple("Case", "source file layout icons pdf")


def installed(tools):
    """Returns the readers that are here."""
    modules = {"pypdf": "pypdf", "pdfminer": "pdfminer", "pdfium": "pypdfium2", "openresume": "openresume"}
    here = {name for name, module in modules.items() if importlib.util.find_spec(module)}
    here |= {"poppler", "poppler-raw"} if shutil.which("pdftotext") else set()
    here |= {"mutool"} if shutil.which("mutool") else set()
    here |= {"pdf.js"} if shutil.which("node") and (tools / "node_modules" / "pdfjs-dist").exists() else set()
    return [name for name in READERS if name in here]


def output(*command):
    """Runs a reader; a reader that fails has read nothing, which every check will find."""
    done = subprocess.run(command, capture_output=True, timeout=300)
    if done.returncode:
        print(f"{command[0]}: {done.stderr.decode(errors='replace').strip()[-200:]}", file=sys.stderr)
    return done.stdout.decode(errors="replace")


def read(reader, pdf):
    """Returns the text of a PDF, as a reader gives it where nothing else is asked for."""
    if reader == "pypdf":
        import pypdf

        return "\f".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    if reader == "pdfminer":
        from pdfminer.high_level import extract_text

        return extract_text(pdf)
    if reader == "pdfium":
        import pypdfium2

        document = pypdfium2.PdfDocument(pdf)
        text = "\f".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        return text
    if reader == "mutool":
        return output("mutool", "draw", "-q", "-F", "txt", str(pdf))
    return output("pdftotext", *(["-raw"] if reader == "poppler-raw" else []), str(pdf), "-")


def parse(pdf):
    """Returns what the parser of hiring systems found; nothing if it gave up."""
    from openresume import parse_resume_from_pdf

    return parse_resume_from_pdf(str(pdf)).get("resume", {})


def examine(case, readers, by_pdfjs):
    """Returns the faults of a PDF by check: pairs of the reader and what is wrong."""
    texts = {name: read(name, case.pdf) for name in readers if name not in ("pdf.js", "openresume")}
    if "pdf.js" in readers:
        texts["pdf.js"] = by_pdfjs
    asked = {
        "source": case.source,
        "icons": case.icons,
        "pages": list(checks.glyphs(case.pdf)),
        "texts": texts,
        "resume": parse(case.pdf) if "openresume" in readers else None,
    }
    return {name: list(dict.fromkeys(check(**asked))) for name, check in checks.CHECKS.items()}


def examine_all(cases, readers, tools):
    """Yields each case with its faults."""
    pdfs = [str(case.pdf) for case in cases]
    by_pdfjs = {}
    if "pdf.js" in readers:
        by_pdfjs = json.loads(output("node", str(HERE / "pdfjs.mjs"), str(tools), *pdfs) or "{}")
    # A second process, no more: the machines that this runs on do other things as well.
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        yield from zip(cases, pool.map(examine, cases, [readers] * len(cases), [by_pdfjs.get(pdf, "") for pdf in pdfs]))


def build(binary, files, wanted, folder):
    """Builds every source in every layout and returns the cases."""
    listed = re.findall(r"^([a-z-]+)  ", output(binary, "layouts"), flags=re.M)
    layouts = [name for name in listed if not wanted or name in wanted]
    if not layouts or set(wanted) - set(listed):
        sys.exit(f"readers.py: no such layout; there are {', '.join(listed)}")
    # Whether icons stand for the keys of contacts, or nothing does.
    shown = {name: output(binary, "layouts", "show", name) for name in layouts}
    icons = {name: bool(re.search(r"\{contacts\|[^}]*(icons|bare)", text)) for name, text in shown.items()}
    cases = []
    for file in files:
        source = checks.Source(file.read_text(encoding="utf-8"))
        for layout in layouts:
            pdf = folder / f"{file.stem}.{layout}.pdf"
            command = [binary, str(file), "--layout", layout, "--quiet", "-o", str(pdf)]
            subprocess.run(command, check=True, timeout=300, stdin=subprocess.DEVNULL)
            cases.append(Case(source, file.name, layout, icons[layout], pdf))
    return cases


def self_test(folder, readers, tools):
    """Returns whether each check finds the fault that is made for it, and none finds any where there is none."""
    cases = []
    for number, (fault, (_, content)) in enumerate(broken.FAULTS.items()):
        pdf = folder / f"{number}.pdf"
        pdf.write_bytes(content)
        cases.append(Case(checks.Source(broken.SOURCE), fault, "", False, pdf))
    passed, failed = 0, 0
    for case, faults in examine_all(cases, readers, tools):
        want = broken.FAULTS[case.file][0]
        found = [name for name in faults if faults[name]]
        if want in broken.NEEDS and not set(broken.NEEDS[want]) & set(readers):
            print(f"{'SKIPPED':8}{case.file}: no reader that would show it")
            continue
        good = want in found if want else not found
        passed, failed = passed + good, failed + (not good)
        told = "" if good else f", not by {want}: {faults}"
        print(f"{'ok' if good else 'FAILED':8}{case.file}: found by {', '.join(found) or 'none'}{told}")
    print(f"{passed} passed, {failed} failed")
    return not failed


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", help="the program")
    options.add_argument("--layouts", default="", help="only these, with commas between")
    options.add_argument("--required", action="store_true", help="a reader that is not installed is a failure")
    target = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
    options.add_argument("--tools", type=pathlib.Path, default=target / "readers", help="where the readers are")
    options.add_argument("--self-test", action="store_true", help="do the checks find faults?")
    options.add_argument("--keep", type=pathlib.Path, help="leave the PDFs here")
    options.add_argument("sources", nargs="*", type=pathlib.Path)
    asked = options.parse_args()
    # pip's folder of its own, where setup.sh made one.
    python = asked.tools / "venv" / "bin" / "python"
    if python.exists() and pathlib.Path(sys.prefix) != python.parents[1].absolute():
        os.execv(python, [python, *sys.argv])
    if not asked.self_test and not asked.bin:
        options.error("--bin or --self-test is needed")

    readers = installed(asked.tools)
    missing = [name for name in READERS if name not in readers]
    print(f"read by {', '.join(readers) or 'none'}" + (f"; not installed: {', '.join(missing)}" if missing else ""))
    if missing and asked.required:
        sys.exit("readers.py: all of them are required (tests/readers/setup.sh)")
    if "pdfminer" not in readers:
        print("SKIPPED: without pdfminer.six nothing tells what is printed where")
        return
    with tempfile.TemporaryDirectory(prefix="jianli-readers-") as folder:
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
        folder = asked.keep or pathlib.Path(folder)
        if asked.self_test:
            sys.exit(not self_test(folder, readers, asked.tools))
        # Of `applications.md`, which is several texts in one, no page prints every word.
        examples = sorted(set((ROOT / "examples").glob("*.md")) - {ROOT / "examples/applications.md"})
        files = asked.sources or [*examples, HERE / "marks.md"]
        cases = build(asked.bin, files, [name for name in asked.layouts.split(",") if name], folder)
        sys.exit(not report(examine_all(cases, readers, asked.tools)))


def report(examined):
    """Prints the table and the faults; returns whether there are none."""
    print(f"\n{'':14}{'':12}" + "".join(f"{name:>8}" for name in checks.CHECKS))
    told, passed, failed = [], 0, 0
    for case, faults in examined:
        cells = {name: str(len(found)) if found else "ok" for name, found in faults.items()}
        print(f"{case.file:14}{case.layout:12}" + "".join(f"{cells[name]:>8}" for name in checks.CHECKS), flush=True)
        passed += sum(not found for found in faults.values())
        failed += sum(bool(found) for found in faults.values())
        for reader, what in (fault for found in faults.values() for fault in found):
            told.append(f"FAILED {case.file} {case.layout} {reader}: {what}")
    print("", *told, sep="\n")
    print(f"{passed} passed, {failed} failed")
    return not failed


if __name__ == "__main__":
    main()
