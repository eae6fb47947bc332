// Runs the bundle against a mocked editor, and, if JIANLI names the program, its preview for real.
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');

const BUNDLE = path.join(__dirname, '../dist/extension.js');

// Anything that nobody cares about: a class, a function and an object at once.
function anything() {
  const target = function () {};
  return new Proxy(target, {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return () => '';
      if (name === 'then' || name === 'prototype') return target[name];
      return anything();
    },
    apply: () => anything(),
    construct: () => anything(),
  });
}

// An editor that remembers what it was asked for.
function editor(settings) {
  const asked = { commands: new Map(), opened: [], errors: [], told: [] };
  const base = {
    version: '1.91.0',
    EventEmitter: class {
      constructor() {
        this.heard = new Set();
        this.event = (hear) => { this.heard.add(hear); return { dispose: () => this.heard.delete(hear) }; };
      }
      fire(what) { this.heard.forEach((hear) => hear(what)); }
      dispose() { this.heard.clear(); }
    },
    CancellationTokenSource: class { token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) }; cancel() {} dispose() {} },
    Disposable: class { constructor(end) { this.end = end; } dispose() { this.end?.(); } static from(...all) { return new base.Disposable(() => all.forEach((one) => one.dispose())); } },
    Uri: {
      parse: (text) => ({ scheme: text.split(':')[0], fsPath: decodeURIComponent(text.replace('file://', '')), toString: () => text }),
    },
    ViewColumn: { Beside: -2 },
    workspace: new Proxy({ getConfiguration: () => ({ get: (name) => settings[name] }) }, {
      get: (own, name) => own[name] ?? anything(),
    }),
    commands: {
      registerCommand: (name, run) => { asked.commands.set(name, run); return { dispose() {} }; },
      executeCommand: async (name, ...what) => { asked.opened.push([name, String(what[0]), what[1]]); },
    },
    window: new Proxy({
      activeTextEditor: undefined,
      showErrorMessage: async (text) => { asked.errors.push(text); },
      showInformationMessage: async (text) => { asked.told.push(text); },
    }, { get: (own, name) => (name in own ? own[name] : anything()) }),
    env: { asExternalUri: async (uri) => uri, openExternal: async (uri) => asked.opened.push(['external', String(uri)]) },
  };
  return { asked, api: new Proxy(base, { get: (own, name) => own[name] ?? anything() }) };
}

function load(api) {
  const original = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? api : original(name, ...rest));
  try {
    delete require.cache[BUNDLE];
    return require(BUNDLE);
  } finally {
    Module._load = original;
  }
}

test('a program that is not there is told, and nothing falls over', async () => {
  const { asked, api } = editor({ path: '/nowhere/jianli' });
  const extension = load(api);
  const context = { subscriptions: [] };
  await extension.activate(context);
  assert.ok(asked.errors.some((text) => /nowhere.jianli does not start .* set jianli.path/.test(text)), asked.errors.join('\n'));
  assert.ok(asked.commands.has('jianli.preview'));
  await asked.commands.get('jianli.preview')('untitled:a.md');
  assert.match(asked.told[0], /save the résumé first/);
  await asked.commands.get('jianli.preview')('file:///nowhere/a.md');
  assert.ok(asked.errors.some((text) => text.includes('preview does not start')), asked.errors.join('\n'));
  context.subscriptions.forEach((one) => one.dispose());
});

test('the manifest names what the bundle has', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, '../package.json')));
  assert.deepEqual(manifest.contributes.commands.map((one) => one.command), ['jianli.preview']);
  assert.ok(fs.existsSync(path.join(__dirname, '..', manifest.main)));
  for (const name of Object.keys(manifest.contributes.configuration.properties)) {
    assert.ok(fs.readFileSync(BUNDLE, 'utf8').includes(name.replace('jianli.', '')), name);
  }
});

test('the pages are shown beside the text, once for a file', { skip: !process.env.JIANLI && 'JIANLI names no program' }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianli-'));
  const file = path.join(folder, 'cv.md');
  fs.writeFileSync(file, '# Alex Sample\n\n- Email: alex@example.com\n\n## Skills\n\nRust\n');
  const { asked, api } = editor({ path: process.env.JIANLI });
  const extension = load(api);
  const context = { subscriptions: [] };
  const started = extension.activate(context);
  const show = asked.commands.get('jianli.preview');
  await show(`file://${file}`);
  await show(`file://${file}`);
  assert.equal(asked.opened.length, 2, asked.errors.join('\n'));
  assert.deepEqual(asked.opened[0][0], 'simpleBrowser.api.open');
  assert.match(asked.opened[0][1], /^http:\/\/127\.0\.0\.1:\d+\//);
  assert.equal(asked.opened[0][1], asked.opened[1][1]);
  assert.equal(asked.opened[0][2].viewColumn, -2);
  context.subscriptions.forEach((one) => one.dispose());
  await started;
  assert.deepEqual(asked.errors, []);
  fs.rmSync(folder, { recursive: true });
  // The client of a mocked editor keeps its server.
  setTimeout(() => process.exit(), 100).unref();
});
