// The preview: listens for builds, shows them, and answers to hands.

import { Findings } from "./findings.js";
import { make, Pages } from "./pages.js";
import { boxesOf, placeOf, Source, wordAt } from "./places.js";
import { inOurs, say, separator, tag, translate } from "./words.js";

const byId = (id) => document.getElementById(id);
const root = document.documentElement;

translate();

const pages = new Pages(byId("desk"), byId("pages"), (scale) => {
  byId("scale").textContent = `${Math.round(scale * 100)} %`;
});
const findings = new Findings(goTo);

/** What the server said last, and the source that it was made from, fetched when it is first needed. */
let state = null;
let source = null;

// Builds.

function listen() {
  const events = new EventSource("events");
  events.addEventListener("message", (event) => receive(JSON.parse(event.data)));
  events.addEventListener("open", () => root.classList.remove("away"));
  events.addEventListener("error", () => {
    root.classList.add("away");
    byId("status").textContent = say("away");
    // The browser tries again by itself unless it was refused.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
}

function receive(told) {
  const first = !state;
  state = told;
  findings.show(told.findings.map(inOurs), told.errorSaid?.[tag] ?? told.error, told.file);
  root.classList.toggle("stale", told.stale);
  showChoices();
  showStatus();
  const whenSeen = () => {
    source = null;
    root.dataset.seen = told.build;
  };
  pages.show(told.pages, whenSeen, () => {
    root.dataset.build = told.build;
    if (first || !byId("pages").dataset.begun) {
      byId("pages").dataset.begun = "true";
      goToHash();
    }
  });
}

function showStatus() {
  const { file, stale, fill, fitted, pages } = state;
  document.title = `${file}${stale ? " ⚠" : ""} – jianli`;
  byId("file").textContent = file;
  const parts = [say("count", pages.length), say("full", fill)];
  if (fitted) parts.push(say("fitted", fitted));
  const fit = parts.join(separator);
  const status = stale ? say(pages.length ? "stale" : "nothing") : fit;
  byId("status").textContent = status;
  byId("status").title = status;
}

// Choices: of the preview alone.

function showChoices() {
  const { layouts, views, languages, own, chosen } = state;
  const ways = (id, value, usual, names) => {
    fill(byId(id), value ?? "", [["", usual ? say("own", usual) : say("auto")], ...names.map((name) => [name, name])]);
    byId(id).parentElement.hidden = names.length === 0;
  };
  ways("view", chosen.view, own.view, views);
  ways("lang", chosen.lang, "", languages);
  fill(byId("layout"), chosen.layout ?? "", [
    ["", own.layout ? say("own", say("layoutName", own.layout)) : say("auto")],
    ...layouts.map((name) => [name, say("layoutName", name)]),
  ]);
  fill(byId("target"), String(chosen.pages ?? ""), [
    ["", own.pages ? say("own", own.pages) : say("auto")],
    ...[1, 2, 3].map((n) => [String(n), String(n)]),
  ]);
  const given = ["view", "lang", "layout", "pages"].filter((name) => chosen[name]);
  byId("only").hidden = given.length === 0;
  const quoted = (value) => (/^[\p{L}\p{N}._-]+$/u.test(value) ? value : `'${String(value).replaceAll("'", "'\\''")}'`);
  const options = given.map((name) => ` --${name} ${quoted(chosen[name])}`).join("");
  byId("command").textContent = `jianli ${state.file.includes(" ") ? `"${state.file}"` : state.file}${options}`;
}

function fill(select, value, options) {
  const key = JSON.stringify(options);
  if (select.dataset.key !== key) {
    select.replaceChildren(...options.map(([value, text]) => Object.assign(make("option", "", text), { value })));
    select.dataset.key = key;
  }
  select.value = value;
}

function choose() {
  const [layout, pages, view, lang] = ["layout", "target", "view", "lang"].map((id) => byId(id).value);
  const wish = new URLSearchParams({ layout, pages, view, lang });
  fetch(`look?${wish}`);
}

for (const id of ["layout", "target", "view", "lang"]) byId(id).addEventListener("change", choose);

// Places.

async function ofSource() {
  source ??= Source.fetch();
  return source;
}

async function goTo(line) {
  byId("place").hidden = true;
  pages.mark(boxesOf(line, await ofSource(), pages.texts()), true);
}

function goToHash() {
  const line = location.hash.match(/^#L(\d+)$/);
  if (line) goTo(Number(line[1]));
}

addEventListener("hashchange", goToHash);

let pressed = [0, 0];
byId("pages").addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; });
byId("pages").addEventListener("click", async (event) => {
  const path = event.composedPath();
  const link = path.find((element) => element.localName === "a");
  // From the keyboard, or with a key held, a link is a link.
  if (link && (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey)) return;
  if (link) event.preventDefault();
  // Who drags is selecting.
  if (Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 4) return;
  const text = path.find((element) => element.localName === "text" && element.dataset.start);
  const leaf = text && pages.leaves.find((leaf) => path.includes(leaf.page));
  const word = text && wordAt(text, event.clientX, event.clientY);
  if (!leaf || !word) return closePlace();
  const place = placeOf(text, word, await ofSource());
  pages.mark([{ leaf, ...word.box }], false);
  showPlace(place, link?.getAttribute("href"), event.clientX, event.clientY);
});

function showPlace({ line, column, before, word, behind }, link, x, y) {
  const address = `${state.file}:${line}:${column}`;
  byId("address").textContent = address;
  byId("line").replaceChildren(before.slice(-160), make("mark", "", word), behind.slice(0, 160).trimEnd());
  byId("editor").hidden = !state.path;
  if (state.path) byId("editor").href = `vscode://file${editorPath(state.path)}:${line}:${column}`;
  byId("link").hidden = !link;
  if (link) byId("link").href = link;
  const box = byId("place");
  box.hidden = false;
  // Below the word, or above it where there is no room; never beyond the window.
  const { offsetWidth, offsetHeight } = box;
  const left = Math.max(12, Math.min(x - 40, innerWidth - offsetWidth - 12));
  const top = y + 20 + offsetHeight < innerHeight - 12 ? y + 20 : Math.max(12, y - offsetHeight - 20);
  Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
}

/** Returns a path as a URL has it; on Windows it begins with a drive. */
function editorPath(path) {
  const slashed = path.replaceAll("\\", "/");
  return encodeURI(slashed.startsWith("/") ? slashed : `/${slashed}`).replaceAll("#", "%23").replaceAll("?", "%3F");
}

function closePlace() {
  byId("place").hidden = true;
  pages.unmark();
}

byId("close-place").addEventListener("click", closePlace);
byId("desk").addEventListener("scroll", () => { if (!byId("place").hidden) closePlace(); });

function copies(button, text) {
  byId(button).addEventListener("click", async () => {
    await navigator.clipboard?.writeText(byId(text).textContent);
    byId(button).textContent = say("copied");
    setTimeout(() => { byId(button).textContent = say("copy"); }, 1500);
  });
}

copies("copy-address", "address");
copies("copy-command", "command");

// Hands.

for (const [keys, meaning] of say("keys")) {
  const term = make("dt");
  term.append(...keys.split(" ").map((key) => make("kbd", "", key)));
  byId("key-list").append(term, make("dd", "", meaning));
}

const help = () => byId("keys").showModal();
byId("help").addEventListener("click", help);
byId("smaller").addEventListener("click", () => pages.step(-1));
byId("larger").addEventListener("click", () => pages.step(1));
byId("scale").addEventListener("click", () => pages.cycle());

function close() {
  if (!byId("place").hidden) closePlace();
  else findings.open(false);
}

const KEYS = {
  "+": () => pages.step(1), "=": () => pages.step(1), "-": () => pages.step(-1), "−": () => pages.step(-1),
  0: () => pages.zoom("first"), "[": () => pages.turn(-1), "]": () => pages.turn(1),
  l: () => byId("layout").focus(), e: () => findings.next(), "?": help, Escape: close,
};

addEventListener("keydown", (event) => {
  const elsewhere = event.ctrlKey || event.metaKey || event.altKey || byId("keys").open;
  const choosing = event.target.localName === "select" && event.key !== "Escape";
  const act = KEYS[event.key];
  if (!act || elsewhere || choosing) return;
  event.preventDefault();
  act();
});

listen();
