#!/usr/bin/env python3
"""cost.py JIANLI [NAME...]   what a megabyte of anything costs: seconds, memory and milliseconds a page, for texts that are
far too long each in its own way. Fails if one takes more than 10 s or 512 MiB (docs/security.md, Bounds)."""
import base64
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZE = 1_000_000
SECONDS, MEBIBYTES = 10, 512
PHOTO = Path(__file__).parent.parent / 'examples/photo.png'


def much(text: str, size: int = SIZE) -> str:
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode(errors='ignore')


def table(columns: int, cell: str) -> str:
    row = '|' + '|'.join([cell] * columns) + '|\n'
    return '|' + 'h|' * columns + '\n|' + '-|' * columns + '\n' + much(row, SIZE - 4 * columns)


def texts() -> dict[str, str]:
    data = base64.b64encode(PHOTO.read_bytes()).decode()
    picture = f'![a](data:image/png;base64,{data})\n\n'
    notes = ''.join(f'[^{n}] ' for n in range(20_000)) + '\n\n' + ''.join(f'[^{n}]: t\n\n' for n in range(20_000))
    nested = '\n'.join('  ' * depth + '- a' for depth in range(900))
    ladder = ''.join('`' * rung + ' ' for rung in range(1, 2000))
    return {
        'latin': much('word '), 'han': much('漢字假名'), 'mixed': much('使用 Rust 与 C++ 开发'), 'one word': 'x' * SIZE,
        'digits': '1' * SIZE, 'marks of han': much('、」'), 'brackets': much('（'), 'quotes': much('“a”'), 'arabic': much('محمد '),
        'emoji': much('👨‍👩‍👧'), 'combining': 'a' + much('\u0300\u0316'), 'soft hyphens': much('a\u00ad'),
        'paragraphs': much('段落 text.\n\n'), 'bullets': much('- 甲\n'), 'headings': much('## h\n\n'),
        'entries': much('### 甲公司 · 工程师 2020-2023\n\n- x\n\n'), 'keys': much('电话：138-0000-0000 | 邮箱：a@example.com\n'),
        'quotations': much('> a\n\n'), 'nested quotations': '>' * 500_000 + ' a', 'nested lists': nested,
        'emphasis': much('*a* **b** '), 'code': much('`a b` '), 'runs of marks': ladder, 'links': much('[a](http://x.example/b) '),
        'icons': much(':phone: '), 'notes': notes, 'definitions': much('a\n: b\n\n'),
        'narrow table': table(2, '甲'), 'wide table': table(50, '甲'), 'thousand columns': table(1000, 'x'),
        'tall head': '|' + '说' * 100_000 + '|\n|-|\n' + much('|a|\n', 600_000), 'wrapped cells': table(10, '很长很长的名称 ' * 3),
        'html table': '<table>' + much('<tr><td>a</td><td>b</td></tr>'), 'open tables': much('<table><tr><td>'),
        'short codes': much('[a]\n[/a]\n'), 'a title of posts': '## Work\n\n### ' + much('Baker no X '),
        'images': much('![](photo.png) '), 'images in cells': table(5, '![](photo.png)'), 'images in text': much(picture),
        'line ends': much('a<br>'), 'page ends': much('<!-- pagebreak -->\n\na\n\n'), 'comments': much('<!-- a -->\n\n'),
        'front matter': '---\n' + much('a: b\n') + '---\n# x\n',
    }


def built(program: str, source: Path) -> tuple[float, float, int, int]:
    """Returns the seconds, the MiB at the most, the status, and the pages of one build."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([program, source, '-o', source.with_suffix('.pdf')], stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        told.seek(0)
        pages = re.search(r'  (\d+) pages?  ', told.read().decode())
    return seconds, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), int(pages[1]) if pages else 0


def main() -> int:
    program, *wanted = sys.argv[1:]
    excess = 0
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / 'photo.png').write_bytes(PHOTO.read_bytes())
        source = Path(folder) / 'a.md'
        print(f"{'':20} {'s':>7} {'MiB':>6} {'pages':>6} {'ms a page':>10}")
        for name, text in texts().items():
            if wanted and name not in wanted:
                continue
            source.write_text(text, encoding='utf-8')
            seconds, mebibytes, status, pages = built(program, source)
            bad = seconds > SECONDS or mebibytes > MEBIBYTES or status not in (0, 1)
            excess += bad
            each = f'{1000 * seconds / pages:10.2f}' if pages else ' ' * 10
            print(f"{name:20} {seconds:7.2f} {mebibytes:6.0f} {pages:6} {each}{'  <-- too much' if bad else ''}", flush=True)
    return 1 if excess else 0


if __name__ == '__main__':
    sys.exit(main())
