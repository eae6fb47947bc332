// jianli as a module: no server, nothing leaves the page.
//
//   const jianli = await Jianli.load('jianli.wasm')
//   jianli.addFace('latin/Inter-Regular.ttf', bytes)
//   const { files, findings, pages, lang } = jianli.build({ markdown, layout: 'classic', formats: ['pdf'] })

const encoder = new TextEncoder()
const decoder = new TextDecoder()

// Libraries underneath could ask a browser for random numbers, for keys of ciphers. Nothing that is built here does, and what
// would is stopped: the same text has the same bytes.
const refused = (name) => () => { throw new Error(`${name} must not be called`) }
const functions = new Proxy({}, { get: (_, name) => refused(String(name)) })
const imports = new Proxy({}, { get: () => functions })

export class Jianli {
  #exports

  constructor(exports) {
    this.#exports = exports
  }

  // Loads the program; a face has to be added before the first build.
  static async load(source) {
    const response = await fetch(source)
    const bytes = await response.arrayBuffer()
    const { instance } = await WebAssembly.instantiate(bytes, imports)
    return new Jianli(instance.exports)
  }

  // Adds a face by its path in the project's `fonts/`.
  addFace(path, bytes) {
    const name = encoder.encode(path)
    const at = this.#room([name, new Uint8Array(1), bytes])
    this.#exports.face(...at)
  }

  // Builds a résumé. `files` are images and layouts that the text names: [{ name, bytes }]. The answer has what was made as
  // `files`: [{ format, page, bytes }], none if an error is among the `findings`.
  build({ files = [], ...question }) {
    const named = files.map(({ name, bytes }) => ({ name, length: bytes.length }))
    const line = encoder.encode(`${JSON.stringify({ name: 'resume.md', formats: ['pdf'], ...question, files: named })}\n`)
    const room = this.#room([line, ...files.map(({ bytes }) => bytes)])
    let answer
    try {
      answer = this.#taken(this.#exports.build(...room))
    } catch (error) {
      // A mistake in the program: it is to be loaded anew.
      throw new Error(decoder.decode(this.#taken(this.#exports.last_words())) || String(error), { cause: error })
    }
    const end = answer.indexOf(10)
    const { artefacts = [], ...head } = JSON.parse(decoder.decode(answer.subarray(0, end)))
    let next = end + 1
    const made = artefacts.map(({ length, ...artefact }) => ({ ...artefact, bytes: answer.slice(next, (next += length)) }))
    return { ...head, files: made }
  }

  // Takes what the program hands over: where it is in the upper half, how long it is in the lower.
  #taken(place) {
    const [at, length] = [Number(place >> 32n), Number(place & 0xffffffffn)]
    const bytes = new Uint8Array(this.#exports.memory.buffer, at, length).slice()
    this.#exports.release(at, length)
    return bytes
  }

  // Puts parts into the memory of the program; returns where they are and how long.
  #room(parts) {
    const length = parts.reduce((sum, part) => sum + part.length, 0)
    const at = this.#exports.room(length)
    const memory = new Uint8Array(this.#exports.memory.buffer, at, length)
    let next = 0
    for (const part of parts) {
      memory.set(part, next)
      next += part.length
    }
    return [at, length]
  }
}
