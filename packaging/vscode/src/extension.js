// Starts `jianli lsp` for Markdown and layouts, and shows the pages of `jianli preview` beside the text.
'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;
// The preview of each file: its process, and where it shows itself.
const previews = new Map();

function setting(name) {
  return vscode.workspace.getConfiguration('jianli').get(name);
}

// A program that a folder brings along is not run until the folder is trusted; `jianli.path` is the machine's alone.
function program() {
  return setting('path') || 'jianli';
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('jianli.preview', (uri) => preview(uri)),
    { dispose: () => previews.forEach((shown) => shown.process.kill()) },
  );
  const run = { command: program(), args: ['lsp'] };
  try {
    client = new LanguageClient('jianli', 'jianli', { run, debug: run }, {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'untitled', language: 'markdown' },
        { scheme: 'file', language: 'toml' },
      ],
      initializationOptions: {
        everyMarkdown: setting('everyMarkdown'),
        pageEnds: setting('pageEnds'),
        preview: true,
      },
    });
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(`jianli: ${program()} does not start (${error.message}); set jianli.path to the program.`);
  }
}

async function deactivate() {
  previews.forEach((shown) => shown.process.kill());
  previews.clear();
  await client?.stop();
}

async function preview(named) {
  const uri = typeof named === 'string' ? vscode.Uri.parse(named) : named ?? vscode.window.activeTextEditor?.document.uri;
  if (!uri || uri.scheme !== 'file') {
    vscode.window.showInformationMessage('jianli: save the résumé first; the preview follows the file.');
    return;
  }
  const file = uri.fsPath;
  const shown = previews.get(file) ?? serve(file);
  try {
    await show(await shown.address);
  } catch (error) {
    vscode.window.showErrorMessage(`jianli: the preview does not start: ${error.message}`);
  }
}

// Starts a preview; its address is the first one that it names.
function serve(file) {
  const child = spawn(program(), ['preview', file, '--quiet'], { cwd: path.dirname(file), stdio: ['ignore', 'pipe', 'pipe'] });
  const address = new Promise((resolve, reject) => {
    let said = '';
    const hear = (part) => {
      said += part;
      const url = said.match(/http:\/\/\S+/);
      if (url) resolve(url[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', () => {
      previews.delete(file);
      reject(new Error(said.trim() || 'it ended'));
    });
  });
  // Whoever waits is told; nobody else has to be.
  address.catch(() => {});
  const shown = { process: child, address };
  previews.set(file, shown);
  return shown;
}

async function show(address) {
  const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const url = await vscode.env.asExternalUri(vscode.Uri.parse(address));
  try {
    await vscode.commands.executeCommand('simpleBrowser.api.open', url, beside);
  } catch {
    await vscode.env.openExternal(url);
  }
}

module.exports = { activate, deactivate };
