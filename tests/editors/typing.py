#!/usr/bin/env python3
"""Types into a résumé through `jianli lsp`, and measures: how long from a change to its diagnostics, and how the memory grows.

    tests/editors/typing.py JIANLI FILE.md [--changes N] [--pause MS] [--limit MS] [--growth MB]

An hour of typing is simulated by default: 3,600 changes, one after the other, each when the one before was answered and MS
milliseconds (default 5) have gone by. The 95th percentile has to be within --limit (default 60) milliseconds, and what the
server holds at the end within --growth (default 20) megabytes of what it held after a tenth of the changes. Needs Linux.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import time

PIECES = ['a', '的', '，', ' ', '𠮷', 'e', '1', '系', '统', '。']


class Server:
    """The program, and what it is told and says."""

    def __init__(self, jianli):
        self.process = subprocess.Popen([jianli, 'lsp'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(self, message):
        """Sends a message."""
        body = json.dumps({'jsonrpc': '2.0', **message}).encode()
        self.process.stdin.write(b'Content-Length: %d\r\n\r\n' % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        """Returns the next message."""
        length = 0
        while (line := self.process.stdout.readline().strip()):
            name, value = line.split(b':')
            if name.lower() == b'content-length':
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def diagnostics(self, version):
        """Waits for the diagnostics of a version."""
        while True:
            params = self.receive().get('params') or {}
            if params.get('version') == version:
                return params['diagnostics']

    def memory(self):
        """Returns the resident memory in megabytes."""
        status = pathlib.Path(f'/proc/{self.process.pid}/status').read_text()
        return int(status.split('VmRSS:')[1].split()[0]) / 1024


def units(text):
    """Returns how many UTF-16 units a text has."""
    return len(text.encode('utf-16-le')) // 2


def main():
    """Types, measures, and says so."""
    parser = argparse.ArgumentParser()
    parser.add_argument('jianli')
    parser.add_argument('file', type=pathlib.Path)
    parser.add_argument('--changes', type=int, default=3600)
    parser.add_argument('--pause', type=float, default=5)
    parser.add_argument('--limit', type=float, default=60)
    parser.add_argument('--growth', type=float, default=20)
    options = parser.parse_args()
    text = options.file.read_text(encoding='utf-8')
    uri = options.file.resolve().as_uri()
    server = Server(options.jianli)
    server.send({'id': 1, 'method': 'initialize', 'params': {'capabilities': {}, 'processId': None}})
    server.receive()
    server.send({'method': 'initialized', 'params': {}})
    document = {'uri': uri, 'languageId': 'markdown', 'version': 1, 'text': text}
    server.send({'method': 'textDocument/didOpen', 'params': {'textDocument': document}})
    server.diagnostics(1)
    lines = text.split('\n')
    places = [at for at, line in enumerate(lines) if len(line) > 20] or [0]
    took, early = [], 0
    for number in range(options.changes):
        # Ten characters are typed at the end of a line, and taken away again.
        line, step = places[number // 20 % len(places)], number % 20
        typed = ''.join(PIECES[:step if step < 10 else 20 - step])
        start = units(lines[line]) + units(typed if step < 10 else typed[:-1])
        end, piece = (start, PIECES[step]) if step < 10 else (units(lines[line]) + units(typed), '')
        span = {'start': {'line': line, 'character': start}, 'end': {'line': line, 'character': end}}
        change = {'textDocument': {'uri': uri, 'version': number + 2}, 'contentChanges': [{'range': span, 'text': piece}]}
        begin = time.perf_counter()
        server.send({'method': 'textDocument/didChange', 'params': change})
        server.diagnostics(number + 2)
        took.append((time.perf_counter() - begin) * 1000)
        if number == options.changes // 10:
            early = server.memory()
        time.sleep(options.pause / 1000)
    late = server.memory()
    server.process.stdin.close()
    status = server.process.wait(10)
    p95 = statistics.quantiles(took, n=20)[-1]
    print(f'{options.changes} changes: median {statistics.median(took):.1f} ms, 95th percentile {p95:.1f} ms, most {max(took):.1f} ms')
    print(f'memory: {early:.1f} MB after a tenth, {late:.1f} MB at the end; status {status}')
    return 1 if p95 > options.limit or late - early > options.growth or status else 0


sys.exit(main())
