// What the page says, in Chinese and in English. Findings come from the program in both.

const ENGLISH = {
  view: "View", lang: "Language", layout: "Layout", pages: "Pages", zoom: "Zoom", smaller: "Smaller (−)", larger: "Larger (+)",
  scale: "Fit width, fit page, 100 % in turn", help: "Keyboard shortcuts", desk: "Pages", findings: "Findings",
  place: "Place in the source", copy: "Copy", copied: "Copied", editor: "VS Code", follow: "Open link", close: "Close",
  only: "Preview only. To build it like this:",
  auto: "auto", own: (value) => `${value} (as written)`,
  count: (n) => `${n} page${n === 1 ? "" : "s"}`, full: (percent) => `${percent} % full`,
  stale: "has errors: these are the last good pages", nothing: "has errors: there are no pages yet",
  away: "no answer: has jianli preview ended?",
  folio: (n, of) => `${n} / ${of}`, layoutName: (name) => name,
  error: "error", warning: "warning", note: "note", machine: "cannot go on",
  errors: (n) => `${n} error${n === 1 ? "" : "s"}`, warnings: (n) => `${n} warning${n === 1 ? "" : "s"}`,
  notes: (n) => `${n} note${n === 1 ? "" : "s"}`, line: (n) => `line ${n}`, fitted: (text) => text,
  keys: [["+ −", "zoom"], ["0", "as at the beginning"], ["[ ]", "previous, next page"], ["l", "layout"],
    ["e", "next finding"], ["Esc", "close what is open"], ["?", "this list"]],
  click: "A click on a word says where it stands in the source. #L42 behind the address leads to what line 42 became.",
};

const CHINESE = {
  view: "视图", lang: "语言", layout: "版式", pages: "页数", zoom: "缩放", smaller: "缩小（−）", larger: "放大（+）",
  scale: "依次：适合宽度、适合整页、100 %", help: "快捷键", desk: "页面", findings: "检查结果",
  place: "源文件中的位置", copy: "复制", copied: "已复制", editor: "VS Code", follow: "打开链接", close: "关闭",
  only: "仅预览。如要照此生成：",
  auto: "自动", own: (value) => `${value}（原定）`,
  count: (n) => `共 ${n} 页`, full: (percent) => `末页已满 ${percent} %`,
  stale: "有错误，显示的是上一次成功的页面", nothing: "有错误，还没有页面",
  away: "没有应答：jianli preview 是否已结束？",
  folio: (n, of) => `${n} / ${of}`,
  layoutName: (name) => (LAYOUTS[name] ? `${LAYOUTS[name]} ${name}` : name),
  error: "错误", warning: "警告", note: "提示", machine: "无法继续",
  errors: (n) => `${n} 个错误`, warnings: (n) => `${n} 个警告`, notes: (n) => `${n} 条提示`, line: (n) => `第 ${n} 行`,
  fitted: (text) => text.split(", ").map(fittedInChinese).join("，"),
  keys: [["+ −", "缩放"], ["0", "恢复初始大小"], ["[ ]", "上一页、下一页"], ["l", "版式"],
    ["e", "下一条检查结果"], ["Esc", "关闭打开的窗口"], ["?", "本列表"]],
  click: "点击页面上的字词，可以看到它在源文件中的位置。在地址后加 #L42，可以跳到第 42 行所在之处。",
};

const LAYOUTS = {
  classic: "经典", compact: "紧凑", serif: "书卷", sidebar: "侧栏", "two-column": "双栏", timeline: "时间轴",
  modern: "现代", academic: "学术", minimal: "极简", american: "美式", campus: "校招", grid: "表格式", rirekisho: "履历书",
  tech: "技术", banking: "银行", harvard: "哈佛", europass: "欧洲",
};

// The names of src/fit/report.rs.
const FITTED = {
  "section gaps": "章节间距", "entry gaps": "条目间距", "role gaps": "职位间距", "project gaps": "项目间距",
  "item gaps": "列表项间距", "list gaps": "列表间距", "paragraph gaps": "段间距", "fact gaps": "信息行距",
  "gaps around facts": "信息前后间距", "header gap": "页首间距", "table gaps": "表格间距", margins: "页边距",
  padding: "内边距", leading: "行距", size: "字号",
};

function fittedInChinese(change) {
  const shorter = change.match(/^(\d+) paragraphs? a line shorter$/);
  if (shorter) return `${shorter[1]} 段各少一行`;
  const name = Object.keys(FITTED).find((name) => change.startsWith(`${name} `));
  return name ? FITTED[name] + change.slice(name.length) : change;
}

// The first language of the browser that we know: Chinese in any of its scripts, else English.
const known = navigator.languages.map((tag) => tag.toLowerCase()).find((tag) => /^(zh|en)\b/.test(tag)) ?? "en";
const chinese = known.startsWith("zh");
const words = chinese ? CHINESE : ENGLISH;

export const separator = " · ";

/** The tag of the page's language, as the program has it. */
export const tag = chinese ? "zh-Hans" : "en";

/** Returns a finding in the page's language, if the program has it in that. */
export const inOurs = ({ said, ...finding }) => ({ ...finding, ...said?.[tag] });

/** Adds what another page says. */
export function teach(english, inChinese) {
  Object.assign(words, chinese ? inChinese : english);
}

/** Returns what is said under a name. */
export function say(name, ...values) {
  const word = words[name];
  return typeof word === "function" ? word(...values) : word;
}

/** Puts the words of the page's language where they belong. */
export function translate() {
  document.documentElement.lang = tag;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-name]")) {
    element.setAttribute("aria-label", say(element.dataset.name));
    if (element.localName === "button") element.title = say(element.dataset.name);
  }
}
