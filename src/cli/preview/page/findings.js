// What was found, over the pages. Errors open the list; what is less waits to be opened.

import { make } from "./pages.js";
import { say, separator } from "./words.js";

const MOST = 200; // cards; a flood of one kind is one problem
const GRAVITY = ["error", "warning", "note"];

export class Findings {
  /** `goTo` is called with a line of the résumé that somebody wants to see. */
  constructor(goTo) {
    this.goTo = goTo;
    this.box = document.getElementById("findings");
    this.count = document.getElementById("count");
    this.list = document.getElementById("list");
    this.alert = document.getElementById("alert");
    this.told = "";
    this.at = -1;
    this.count.addEventListener("click", () => this.open(this.list.hidden));
  }

  /** Shows the findings of a build; the worst come first. */
  show(found, error, file) {
    const all = error ? [{ severity: "error", message: error, help: [] }, ...found] : found;
    const sorted = GRAVITY.flatMap((severity) => all.filter((finding) => finding.severity === severity));
    const failed = sorted[0]?.severity === "error";
    const told = JSON.stringify(sorted);
    if (told === this.told) return;
    const news = failed && told !== this.told;
    const recovered = !failed && this.failed;
    Object.assign(this, { told, failed, at: -1 });
    this.box.hidden = !sorted.length;
    this.count.className = sorted[0]?.severity ?? "";
    this.count.textContent = counted(sorted);
    this.list.replaceChildren(...sorted.slice(0, MOST).map((finding) => this.card(finding, file)));
    this.alert.textContent = failed ? `${say("errors", sorted.filter((f) => f.severity === "error").length)}: ${sorted[0].message}` : "";
    if (news) this.open(true);
    else if (recovered || !sorted.length) this.open(false);
  }

  card({ severity, code, message, file, line, column, source, help }, resume) {
    const card = make("li", severity);
    card.tabIndex = -1;
    const kind = make("p", "kind");
    kind.append(make("b", "", code ? say(severity) : say("machine")), make("span", "", code ?? ""));
    if (line) {
      const own = file === undefined || file.endsWith(resume);
      const place = make("button", "", own ? say("line", line) : `${file}:${line}:${column}`);
      place.type = "button";
      if (own) place.addEventListener("click", () => this.goTo(line));
      card.dataset.line = own ? line : "";
      kind.append(place);
    }
    card.append(kind, make("p", "message", message));
    if (source) card.append(make("pre", "source", source));
    for (const hint of help ?? []) card.append(make("p", "hint", hint));
    return card;
  }

  open(open) {
    this.list.hidden = !open;
    this.count.setAttribute("aria-expanded", String(open));
  }

  /** Goes to the next finding, and to its line. */
  next() {
    const cards = this.list.children;
    if (!cards.length) return;
    this.open(true);
    this.at = (this.at + 1) % cards.length;
    cards[this.at].focus();
    if (cards[this.at].dataset.line) this.goTo(Number(cards[this.at].dataset.line));
  }

  get isOpen() {
    return !this.list.hidden;
  }
}

function counted(found) {
  const counts = GRAVITY.map((severity) => [severity, found.filter((finding) => finding.severity === severity).length]);
  return counts.filter(([, n]) => n).map(([severity, n]) => say(`${severity}s`, n)).join(separator);
}
