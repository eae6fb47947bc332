// The pages: fetched, swapped without flicker, zoomed, scrolled, marked.

import { say } from "./words.js";

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4];
const PIXELS = 96 / 72; // CSS pixels in a point
const AT_FIRST = 1; // no larger than on paper, until somebody wants it
const FADING = 3000; // milliseconds, as in app.css

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Pages {
  /** `desk` scrolls, `box` holds the pages; `onScale` is told the zoom whenever it changes. */
  constructor(desk, box, onScale) {
    Object.assign(this, { desk, box, onScale, leaves: [], wanted: null, mode: "first", busy: false });
    new ResizeObserver(() => this.resize()).observe(desk);
  }

  /** Shows these pages, `{ name, width, height }` each, in points, and `url` where they are not the server's: those in
   *  sight, then the others. Only the last of many wishes counts. */
  async show(pages, whenSeen, whenShown) {
    this.wanted = { pages, whenSeen, whenShown };
    if (this.busy) return;
    this.busy = true;
    while (this.wanted) {
      const { pages, whenSeen, whenShown } = this.wanted;
      this.wanted = null;
      if (await this.swap(pages, whenSeen)) whenShown();
    }
    this.busy = false;
  }

  async swap(pages, whenSeen) {
    // What is in sight comes first: nobody waits for the others.
    const seen = pages.map((_, at) => at).filter((at) => this.leaves[at]?.isSeen(this.desk) ?? at === 0);
    const unseen = pages.map((_, at) => at).filter((at) => !seen.includes(at));
    if (!(await this.replace(seen, pages))) return false;
    whenSeen();
    if (!(await this.replace(unseen, pages))) return false;
    this.leaves.splice(pages.length).forEach((leaf) => leaf.remove());
    this.resize();
    return true;
  }

  /** Puts new sheets on some of the pages; on none of them if one is gone. */
  async replace(places, pages) {
    const sheets = await Promise.all(places.map((at) => this.leaves[at]?.name !== pages[at].name && fetchSheet(pages[at])));
    // A page that is gone belongs to a state that is gone: the next one is on its way.
    if (sheets.includes(null)) return false;
    while (this.leaves.length <= Math.max(-1, ...places)) this.leaves.push(new Leaf(this.box));
    // The new sheets lie under the old ones until their photos are decoded; then all are seen at once.
    await Promise.all(sheets.map((sheet, nth) => sheet && this.leaves[places[nth]].lay(sheet)));
    for (const at of places) this.leaves[at].turn(pages[at], say("folio", at + 1, pages.length));
    this.resize();
    return true;
  }

  // Zoom: a number, or what is to fit.

  get scale() {
    const page = this.leaves[0];
    if (!page) return 1;
    const room = getComputedStyle(this.box);
    const width = this.desk.clientWidth - parseFloat(room.paddingLeft) - parseFloat(room.paddingRight);
    const height = this.desk.clientHeight - 2 * parseFloat(room.paddingTop) - 20;
    const across = width / (Math.max(...this.leaves.map((leaf) => leaf.width)) * PIXELS);
    if (this.mode === "width") return across;
    if (this.mode === "page") return Math.min(across, height / (page.height * PIXELS));
    return this.mode === "first" ? Math.min(across, AT_FIRST) : this.mode;
  }

  /** Zooms and keeps what is in the middle there. */
  zoom(mode) {
    const { desk } = this;
    const middle = (at, seen, all) => (at + seen / 2) / Math.max(all, 1);
    const x = middle(desk.scrollLeft, desk.clientWidth, desk.scrollWidth);
    const y = middle(desk.scrollTop, desk.clientHeight, desk.scrollHeight);
    this.mode = mode;
    this.resize();
    desk.scrollLeft = x * desk.scrollWidth - desk.clientWidth / 2;
    desk.scrollTop = y * desk.scrollHeight - desk.clientHeight / 2;
  }

  /** Zooms to the next step up (1) or down (-1). */
  step(direction) {
    const scale = this.scale;
    const next = direction > 0 ? STEPS.find((step) => step > scale + 0.005) : STEPS.findLast((step) => step < scale - 0.005);
    if (next) this.zoom(next);
  }

  /** Fits the width, then the page, then shows it as large as on paper. */
  cycle() {
    this.zoom({ width: "page", page: 1 }[this.mode] ?? "width");
  }

  resize() {
    const scale = this.scale;
    for (const leaf of this.leaves) leaf.resize(scale * PIXELS);
    this.onScale(scale);
  }

  /** Goes so many pages on, or back. */
  turn(by) {
    const top = this.desk.scrollTop;
    const tops = this.leaves.map((leaf) => leaf.page.offsetTop - 12);
    const to = by > 0 ? tops.find((at) => at > top + 2) : tops.findLast((at) => at < top - 2);
    if (to !== undefined) this.scroll(to);
  }

  scroll(top) {
    this.desk.scrollTo({ top, behavior: calm.matches ? "instant" : "smooth" });
  }

  /** Returns all runs of text of the résumé, in the order of the pages. */
  texts() {
    return this.leaves.flatMap((leaf) => [...leaf.texts()].map((text) => ({ leaf, text })));
  }

  /** Marks boxes `{ leaf, x, y, width, height }` in points and brings the first into sight. */
  mark(boxes, fading) {
    this.unmark();
    for (const box of boxes) box.leaf.mark(box, fading);
    if (fading) this.fading = setTimeout(() => this.unmark(), FADING);
    const first = boxes[0];
    if (!first || !fading) return;
    const page = first.leaf.page;
    const top = page.offsetTop + (first.y / first.leaf.height) * page.offsetHeight;
    const { scrollTop, clientHeight } = this.desk;
    if (top < scrollTop + 40 || top > scrollTop + clientHeight - 120) this.scroll(top - clientHeight / 3);
  }

  unmark() {
    clearTimeout(this.fading);
    for (const leaf of this.leaves) leaf.marks.replaceChildren();
  }
}

/** A page on the desk: the sheet that is seen, its marks, its number. */
class Leaf {
  constructor(box) {
    this.element = make("div", "leaf");
    this.page = make("div", "page");
    this.marks = make("div", "marks");
    this.folio = make("div", "folio");
    this.page.append(this.marks);
    this.element.append(this.page, this.folio);
    this.next = null;
    box.append(this.element);
  }

  isSeen(desk) {
    const [page, window] = [this.page.getBoundingClientRect(), desk.getBoundingClientRect()];
    return page.bottom > window.top && page.top < window.bottom;
  }

  /** Lays a sheet under the one that is seen, and waits for its photos; not for long. */
  async lay(sheet) {
    sheet.classList.add("next");
    this.page.prepend(sheet);
    this.next = sheet;
    const photos = [...sheet.shadowRoot.querySelectorAll("image")].map((image) => image.decode?.().catch(() => {}));
    if (photos.length) await Promise.race([Promise.all(photos), new Promise((done) => setTimeout(done, 300))]);
  }

  /** Lets the sheet be seen that was laid under the old one. */
  turn({ name, width, height }, folio) {
    Object.assign(this, { name, width, height });
    this.folio.textContent = folio;
    if (!this.next) return;
    this.sheet?.remove();
    this.sheet = this.next;
    this.sheet.classList.remove("next");
    this.next = null;
  }

  resize(pixels) {
    this.page.style.width = `${this.width * pixels}px`;
    this.page.style.height = `${this.height * pixels}px`;
  }

  texts() {
    return this.sheet?.shadowRoot.querySelectorAll("text[data-start]") ?? [];
  }

  mark({ x, y, width, height }, fading) {
    const mark = make("div", fading ? "mark fading" : "mark");
    const part = (length, whole) => `${(100 * length) / whole}%`;
    Object.assign(mark.style, {
      left: part(x - 1.5, this.width), top: part(y - 0.5, this.height),
      width: part(width + 3, this.width), height: part(height + 1, this.height),
    });
    this.marks.append(mark);
  }

  remove() {
    this.element.remove();
  }
}

/** Returns a page as a sheet; null if there is none of that name any more.
 *  Each has a shadow tree of its own, so that names in one drawing mean nothing in another. */
async function fetchSheet({ name, url = `page/${name}` }) {
  const answer = await fetch(url).catch(() => null);
  if (!answer?.ok) return null;
  const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
  const svg = document.importNode(drawing, true);
  Object.assign(svg.style, { display: "block", width: "100%", height: "100%" });
  // The title would be shown wherever the pointer rests.
  svg.setAttribute("aria-label", svg.querySelector("title")?.textContent ?? "");
  svg.querySelector("title")?.remove();
  for (const link of svg.querySelectorAll("a")) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
  }
  const sheet = make("div", "sheet");
  sheet.attachShadow({ mode: "open" }).append(svg);
  return sheet;
}

export function make(name, kind, text) {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  if (text !== undefined) element.textContent = text;
  return element;
}
