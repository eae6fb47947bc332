// The playground: a text, its pages, what was found, the PDF. No server has a part in it.

import { Findings } from './findings.js'
import { make, Pages } from './pages.js'
import { say, separator, tag, teach, translate } from './words.js'

const WAIT = 120 // milliseconds without a keystroke

const byId = (id) => document.getElementById(id)
const root = document.documentElement
const text = byId('text')

teach({
  example: 'Example', own_text: 'own text', open: 'Open …', save: 'Save Markdown', download: 'PDF', text: 'The résumé, in Markdown',
  private: 'Everything happens in this page: no text, photo or PDF leaves your computer.',
  loading: (done, all) => `loading fonts: ${done} of ${all}`, gone: 'The program has stopped; reload the page.',
}, {
  example: '例子', own_text: '自己的文字', open: '打开…', save: '保存 Markdown', download: 'PDF', text: '简历正文（Markdown）',
  private: '一切都在本页完成：文字、照片和 PDF 都不会离开你的电脑。',
  loading: (done, all) => `正在载入字体：${done} / ${all}`, gone: '程序已停止，请重新载入本页。',
})
translate()

const pages = new Pages(byId('desk'), byId('pages'), (scale) => {
  byId('scale').textContent = `${Math.round(scale * 100)} %`
})
const findings = new Findings(goTo)

// What the text names: images and layouts, by their names.
let files = []
// What the file is called.
let name = 'resume.md'
let urls = []

// The program: one question after the other, and of those that wait only the last.

const worker = new Worker('worker.js', { type: 'module' })
const waiting = new Map()
let last = 0

function ask(question) {
  last += 1
  worker.postMessage({ id: last, question: { name, markdown: text.value, ...choices(), files, speech: tag, ...question } })
  return new Promise((resolve, reject) => waiting.set(last, { resolve, reject }))
}

worker.addEventListener('message', ({ data: { id, answer, failed, loading } }) => {
  if (loading) {
    byId('status').textContent = say('loading', ...loading)
    return
  }
  const { resolve, reject } = waiting.get(id)
  waiting.delete(id)
  if (failed) reject(new Error(failed))
  else resolve(answer)
})

function choices() {
  const [layout, target] = [byId('layout').value, byId('target').value]
  return { layout: layout || undefined, pages: target ? Number(target) : undefined }
}

// Building and showing.

let busy = false
let again = false

async function build() {
  again = true
  if (busy) return
  busy = true
  root.classList.add('working')
  while (again) {
    again = false
    try {
      show(await ask({ formats: ['svg'] }))
    } catch (error) {
      // The program is gone with what it knew.
      byId('status').textContent = `${say('gone')} ${error.message}`
      root.classList.add('stale')
    }
  }
  root.classList.remove('working')
  busy = false
}

function show({ files: made, findings: found, error, pages: count, fill, fitted, took }) {
  findings.show(found ?? [], error, name)
  const failed = !made.length
  root.classList.toggle('stale', failed)
  byId('download').disabled = failed
  if (failed) {
    byId('status').textContent = say(pages.leaves.length ? 'stale' : 'nothing')
    return
  }
  const parts = [say('count', count), say('full', fill), `${Math.round(took)} ms`]
  if (fitted) parts.splice(2, 0, fitted)
  byId('status').textContent = parts.join(separator)
  const old = urls
  urls = made.map(({ bytes }) => URL.createObjectURL(new Blob([bytes], { type: 'image/svg+xml' })))
  const sheet = ({ bytes }, at) => ({ name: urls[at], url: urls[at], ...size(bytes) })
  pages.show(made.map(sheet), () => {}, () => {
    old.forEach((url) => URL.revokeObjectURL(url))
    root.dataset.build = String(last)
  })
}

// Returns how large a drawing is, in points.
function size(bytes) {
  const head = new TextDecoder().decode(bytes.subarray(0, 600))
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(head) ?? [0, 595, 842]
  return { width: Number(width), height: Number(height) }
}

let timer
text.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(build, WAIT)
})
for (const id of ['layout', 'target']) byId(id).addEventListener('change', build)

// Goes to a line of the text.
function goTo(line) {
  const lines = text.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0)
  text.focus()
  text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  const height = parseFloat(getComputedStyle(text).lineHeight)
  text.scrollTop = Math.max(0, (line - 6) * height)
}

// Files: in and out.

function save(bytes, type, ending) {
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name.replace(/\.[^.]*$/, '') + ending })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

byId('download').addEventListener('click', async () => {
  const { files: [pdf] } = await ask({ formats: ['pdf'] })
  if (pdf) save(pdf.bytes, 'application/pdf', '.pdf')
})
byId('save').addEventListener('click', () => save(text.value, 'text/markdown', '.md'))

byId('open').addEventListener('change', ({ target }) => take([...target.files]))
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  take([...event.dataTransfer.files])
})

async function take(chosen) {
  for (const file of chosen) {
    if (/\.(md|markdown|txt)$/i.test(file.name)) {
      text.value = await file.text()
      name = file.name
      byId('example').value = ''
    } else {
      const bytes = new Uint8Array(await file.arrayBuffer())
      files = [...files.filter((own) => own.name !== file.name), { name: file.name, bytes }]
    }
  }
  build()
}

// Examples and layouts.

const site = await (await fetch('site.json')).json()
const option = (value, words) => Object.assign(make('option', '', words), { value })
byId('layout').append(option('', say('auto')), ...site.layouts.map(({ name }) => option(name, say('layoutName', name))))
byId('example').append(option('', say('own_text')), ...site.examples.map(({ file }) => option(file, file)))
byId('example').addEventListener('change', ({ target }) => target.value && open(target.value))

async function open(file) {
  const example = site.examples.find((known) => known.file === file)
  const bytes = async (path) => new Uint8Array(await (await fetch(`examples/${path}`)).arrayBuffer())
  text.value = new TextDecoder().decode(await bytes(file))
  files = await Promise.all(example.files.map(async (path) => ({ name: path, bytes: await bytes(path) })))
  name = file
  byId('example').value = file
  await build()
}

byId('smaller').addEventListener('click', () => pages.step(-1))
byId('larger').addEventListener('click', () => pages.step(1))
byId('scale').addEventListener('click', () => pages.cycle())

await open(tag === 'en' ? 'english.md' : 'engineer.md')
// For tests: what the program makes of a text, byte for byte.
window.jianli = { ask, open, choices }
