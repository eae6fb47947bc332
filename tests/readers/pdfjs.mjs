// pdfjs.mjs FOLDER FILE.pdf ...   what pdf.js reads in PDFs: a JSON object, from the file to its text
//
// FOLDER has node_modules/pdfjs-dist. A line ends where pdf.js says so; a page ends in a form feed.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const dist = resolve(folder, "node_modules", "pdfjs-dist");
// They are asked for at once, but used only for drawing.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
const { getDocument } = await import(pathToFileURL(join(dist, "legacy", "build", "pdf.mjs")));
const texts = {};
for (const file of files) {
  const data = new Uint8Array(readFileSync(file));
  const task = getDocument({
    data,
    cMapUrl: join(dist, "cmaps") + "/",
    cMapPacked: true,
    standardFontDataUrl: join(dist, "standard_fonts") + "/",
    useSystemFonts: false,
    verbosity: 0,
  });
  const pdf = await task.promise;
  texts[file] = "";
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts[file] += items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\f";
  }
  await task.destroy();
}
process.stdout.write(JSON.stringify(texts));
