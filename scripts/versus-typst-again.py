#!/usr/bin/env python3
"""versus-typst-again.py many|edit [SOURCE.md] [--bin JIANLI] [--rounds N] [--each N]

Compares builds after the first: `many` résumés in one process, or one résumé after each `edit` in one process. Both see the
same words and the same two faces, which are scanned before the clock starts for Typst and are in the program for jianli. The
rounds alternate, jianli first, and the ratio is the median of the rounds' ratios.

many   Each round has `--each` résumés (default 100), every paragraph of which differs: Han characters and digits of the
       source are exchanged, and what was written for the round is on the disk before it begins. jianli builds them with one
       command and `-j 1`; its time is that of the whole process. Both keep to one core.
edit   Each round is one edit near the top of the text. jianli's time is the total that `watch --timings` reports, from the
       event to the moment at which the new file has the name; Typst's is that of the compiling call.

  --bin JIANLI   a jianli that is built already (default: cargo build --release)
  --rounds N     how many (default: 5 of many, 60 of edit)"""
import argparse
import importlib.util
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

spec = importlib.util.spec_from_file_location("versus_typst", Path(__file__).with_name("versus-typst.py"))
typst = importlib.util.module_from_spec(spec)
spec.loader.exec_module(typst)

# Compiles each file whose path it is told, and answers with the seconds that took.
CHILD = """
import sys, time, typst
folder, out = sys.argv[1:]
fonts = dict(font_paths=[folder], ignore_system_fonts=True)
compiler = None
for line in sys.stdin:
    begin = time.perf_counter()
    compiler = compiler or typst.Compiler(**fonts)
    for path in line.rstrip("\\n").split("\\t"):
        compiler.compile(input=path, output=out)
    print(time.perf_counter() - begin, flush=True)
"""
ONE_CORE = ["taskset", "-c", "0"]
HAN = "[\u4e00-\u9fff]"
ADDRESS = r"\]\([^)]*\)|https?://\S*|\S*@\S*"


def main():
    options = arguments()
    typst.WORK.mkdir(parents=True, exist_ok=True)
    jianli = Path(options.bin) if options.bin else typst.build()
    version, command = typst.typst_command(None)
    python = command[0]
    core = ONE_CORE if options.what == "many" else []
    child = subprocess.Popen([*core, python, "-c", CHILD, str(typst.faces()), str(typst.WORK / "again.pdf")],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def compiled(paths):
        child.stdin.write("\t".join(map(str, paths)) + "\n")
        child.stdin.flush()
        return float(child.stdout.readline())

    rounds = {"many": many, "edit": edits}[options.what](options, jianli, compiled)
    child.stdin.close()
    print(f"{options.what}: {Path(options.source).name}, {len(rounds)} rounds; {version}, the same two faces\n")
    for name, column in (("jianli", 0), ("typst", 1)):
        times = [1000 * pair[column] for pair in rounds]
        print(f"{name:10}{statistics.median(times):9.1f} ms  {min(times):.1f}–{max(times):.1f}{rate(options, times)}")
    ratios = [ours / theirs for ours, theirs in rounds]
    print(f"{'ratio':10}{statistics.median(ratios):9.3f}     {min(ratios):.3f}–{max(ratios):.3f}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["many", "edit"])
    parser.add_argument("source", nargs="?", default=typst.ROOT / "examples" / "engineer.md")
    parser.add_argument("--bin")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--each", type=int, default=100)
    return parser.parse_intermixed_args()


def rate(options, times):
    return f"   {1000 * options.each / statistics.median(times):.0f} a second" if options.what == "many" else ""


def many(options, jianli, compiled):
    rounds = []
    folder = typst.WORK / "many"
    for number in range((options.rounds or 5) + 1):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        texts = [write(options, folder, number * options.each + each) for each in range(options.each)]
        papers = [typst.generated(text) for text in texts]
        os.sync()  # what was written for the round is not to be waited for in it
        command = [*ONE_CORE, jianli, "build", *texts, "-j", "1", "--layout", "classic", "--quiet"]
        begin = time.perf_counter()
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        rounds.append((time.perf_counter() - begin, compiled(papers)))
        for paper in papers:
            paper.unlink()
    return rounds[1:]  # the first scans the faces


def write(options, folder, number):
    path = folder / f"resume-{number}.md"
    path.write_text(varied(Path(options.source).read_text(encoding="utf-8-sig"), number), encoding="utf-8")
    return path


def varied(text, number):
    """The same résumé with other words in every paragraph: only addresses and the headings of sections stay."""
    chance = random.Random(number)
    han = re.findall(HAN, text)

    def line(words):
        if re.match(r"##? |---|<", words):
            return words
        kept = {at for part in re.finditer(ADDRESS, words) for at in range(*part.span())}
        digits = "" if words.startswith(("#", "|")) else "|[0-9]"  # those of headings and tables are dates
        places = [found.start() for found in re.finditer(HAN + digits, words) if found.start() not in kept]
        marks = list(words)
        for at in chance.sample(places, min(len(places), 6)):
            marks[at] = chance.choice("123456789") if marks[at].isdigit() else chance.choice(han)
        return "".join(marks)

    return "\n".join(map(line, text.split("\n")))


def edits(options, jianli, compiled):
    text = Path(options.source).read_text(encoding="utf-8-sig")
    folder = typst.WORK / "edit"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    file = folder / "resume.md"
    file.write_text(text, encoding="utf-8")
    watch = subprocess.Popen([jianli, "watch", str(file), "--layout", "classic", "--timings"], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True)
    reported(watch)
    papers = [typst.generated(file)]
    compiled(papers)
    rounds = []
    for number in range((options.rounds or 60) + 3):
        file.write_text(edited(text, number), encoding="utf-8")
        ours = reported(watch)
        rounds.append((ours, compiled([typst.generated(file)])))
    watch.terminate()
    return rounds[3:]


def edited(text, number):
    """The text with another word in its first list item or paragraph behind the header."""
    lines = text.split("\n")
    at = next(k for k, line in enumerate(lines[len(lines) // 4:], len(lines) // 4) if len(line) > 20 and line[0] != "#")
    middle = len(lines[at]) // 2
    lines[at] = lines[at][:middle] + f"第{number}" + lines[at][middle:]
    return "\n".join(lines)


def reported(watch):
    """The seconds that watch tells of its next build."""
    for line in watch.stdout:
        if told := re.match(r"\s+total\s+([\d.]+) ms", line):
            return float(told[1]) / 1000
    sys.exit("versus-typst-again.py: jianli watch ended")


if __name__ == "__main__":
    main()
