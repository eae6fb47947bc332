// From a word on the page to its place in the source, and from a line of the source to the page.

/** The text of the résumé, in the bytes that the places on the pages count. */
export class Source {
  static async fetch() {
    const answer = await fetch("source");
    return new Source(new Uint8Array(await answer.arrayBuffer()));
  }

  constructor(bytes) {
    this.bytes = bytes;
    this.lines = [0];
    bytes.forEach((byte, at) => byte === 10 && this.lines.push(at + 1));
  }

  text(start, end) {
    return new TextDecoder().decode(this.bytes.subarray(start, end));
  }

  /** Returns the line that an offset is in, from 1. */
  lineAt(offset) {
    const behind = this.lines.findIndex((start) => start > offset);
    return behind < 0 ? this.lines.length : behind;
  }

  /** Returns where a line, counted from 1, begins and ends. */
  line(number) {
    const start = this.lines[number - 1] ?? this.bytes.length;
    const next = this.lines[number];
    return [start, next === undefined ? this.bytes.length : next - 1];
  }
}

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** Returns the word at a point of the screen in a run of text: its characters, and its box in points. */
export function wordAt(text, x, y) {
  const point = new DOMPoint(x, y).matrixTransform(text.getScreenCTM().inverse());
  const at = Math.max(text.getCharNumAtPosition(point), 0);
  const { segment, index } = words.segment(text.textContent).containing(at) ?? { segment: "", index: 0 };
  if (!segment) return null;
  const first = text.getExtentOfChar(index);
  const last = text.getExtentOfChar(index + segment.length - 1);
  const box = { x: first.x, y: first.y, width: last.x + last.width - first.x, height: first.height };
  return { start: index, end: index + segment.length, box };
}

/** Returns where characters of a run stand in the source: line and column from 1, the line, and the part of it. */
export function placeOf(text, word, source) {
  const [start, end] = [Number(text.dataset.start), Number(text.dataset.end)];
  const written = source.text(start, end);
  const from = start + bytes(written.slice(0, follow(text.textContent, written, word.start)));
  const to = start + bytes(written.slice(0, follow(text.textContent, written, word.end)));
  const line = source.lineAt(from);
  const [first, last] = source.line(line);
  const before = source.text(first, from);
  const column = [...before].length + 1;
  return { line, column, before, word: source.text(from, Math.min(to, last)), behind: source.text(Math.min(to, last), last) };
}

/** Returns how many characters of what was written have led to so many that are shown: what is not shown, such as
 *  a backslash, is passed over. */
function follow(shown, written, count) {
  if (shown === written) return count;
  let at = 0;
  for (let done = 0; done < count; done += 1) {
    const next = written.indexOf(shown[done], at);
    if (next >= 0) at = next + 1;
  }
  return at;
}

function bytes(text) {
  return new TextEncoder().encode(text).length;
}

/** Returns the boxes of what a line of the source became; of what follows it if it became nothing. */
export function boxesOf(line, source, texts) {
  const [start, end] = source.line(line);
  const placed = texts.map(({ leaf, text }) => {
    return { leaf, text, start: Number(text.dataset.start), end: Number(text.dataset.end) };
  });
  let hits = placed.filter((run) => run.start < Math.max(end, start + 1) && run.end > start);
  if (!hits.length) {
    const behind = placed.filter((run) => run.start >= start).sort((a, b) => a.start - b.start);
    hits = behind.slice(0, 1);
  }
  return hits.map(({ leaf, text }) => {
    const { x, y, width, height } = text.getBBox();
    return { leaf, x, y, width, height };
  });
}
