// The program, beside the page: a build never holds up the hands. Faces come when a text needs them.

import { Jianli } from './jianli.js'

let site
let jianli
const loaded = new Set()

const starting = start()

async function start() {
  site = await (await fetch('site.json')).json()
  jianli = await Jianli.load('jianli.wasm')
  await load(site.usual)
}

// Loads the faces of some folders, all at once.
async function load(folders) {
  const missing = folders.filter((folder) => !loaded.has(folder))
  const paths = missing.flatMap((folder) => site.faces[folder].map((file) => `${folder}/${file}`))
  if (!paths.length) return false
  let done = 0
  postMessage({ loading: [done, paths.length] })
  const faces = await Promise.all(paths.map(async (path) => {
    const response = await fetch(`faces/${path}`)
    if (!response.ok) throw new Error(`${response.status} ${path}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    postMessage({ loading: [++done, paths.length] })
    return [path, bytes]
  }))
  faces.forEach(([path, bytes]) => jianli.addFace(path, bytes))
  missing.forEach((folder) => loaded.add(folder))
  return true
}

// Returns the folders of faces that a text needs beside the usual ones: what is built with them has the bytes of any other build.
function needed({ markdown, layout, files = [] }, lang = '') {
  const own = files.filter(({ name }) => name.endsWith('.toml')).map(({ bytes }) => new TextDecoder().decode(bytes))
  const chosen = site.layouts.find(({ name }) => name === (layout ?? /^layout:\s*["']?([\w-]+)/m.exec(markdown)?.[1]))
  const words = [markdown, lang, ...own].join('\n')
  const folders = []
  if (chosen?.serif || /Serif|^extends/m.test(own.join('\n')) || /set:[^]*Serif/.test(markdown)) folders.push(...site.serif)
  if (/zh-(?:Hant|TW|HK|MO)/i.test(words)) folders.push('tc')
  if (/[\u3041-\u30ff]/.test(markdown) || /\bja\b/.test(words)) folders.push('ja')
  if (/[\u1100-\u11ff\uac00-\ud7a3]/.test(markdown) || /\bko\b/.test(words)) folders.push('ko')
  return folders
}

async function build(question) {
  await starting
  await load(needed(question))
  let answer = timed(question)
  // Only the program knows in which language a text is.
  if (await load(needed(question, answer.lang))) answer = timed(question)
  return answer
}

// Builds, and says how many milliseconds it took.
function timed(question) {
  const begun = performance.now()
  const answer = jianli.build(question)
  return { ...answer, took: performance.now() - begun }
}

addEventListener('message', async ({ data: { id, question } }) => {
  try {
    const answer = await build(question)
    postMessage({ id, answer }, answer.files.map(({ bytes }) => bytes.buffer))
  } catch (error) {
    postMessage({ id, failed: String(error) })
  }
})
