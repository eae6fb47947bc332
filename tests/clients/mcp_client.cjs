// What mcp.sh runs: the official TypeScript client lists the tools and the resources, and uses each.
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const { StdioClientTransport } = require('@modelcontextprotocol/sdk/client/stdio.js');

const TOOLS = {
  explain: { file: 'alex.md' },
  check: { file: 'alex.md' },
  build: { file: 'alex.md', format: 'png', dpi: 72 },
  fit: { file: 'alex.md', pages: 1 },
  views: { file: 'alex.md' },
  diff: { file: 'alex.md', new_text: '# Alex Sample' },
  coverage: { file: 'alex.md', job_text: 'Requirements: Rust, GitHub' },
  import: { file: 'alex.json' },
  layouts: {},
};

async function main(jianli, folder) {
  fs.writeFileSync(path.join(folder, 'alex.md'), '# Alex Sample\n\n- Email: alex@example.com\n\n## Skills\n\nRust, Github\n');
  fs.writeFileSync(path.join(folder, 'alex.json'), '{"basics":{"name":"Alex Sample","email":"alex@example.com"}}');
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(new StdioClientTransport({ command: jianli, args: ['mcp', folder] }));
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name), Object.keys(TOOLS));
  for (const [name, args] of Object.entries(TOOLS)) {
    const result = await client.callTool({ name, arguments: args });
    assert.ok(!result.isError && result.content.length > 0, `${name}: ${JSON.stringify(result)}`);
    console.log('ok:', name, ...result.content.map((part) => part.type));
  }
  for (const args of [{ file: '../secret.md' }, { file: '/etc/passwd' }, { file: 7 }, { nothing: 'x' }]) {
    assert.ok((await client.callTool({ name: 'check', arguments: args })).isError);
  }
  for (const { uri } of (await client.listResources()).resources) {
    assert.ok((await client.readResource({ uri })).contents[0].text.length > 1000, uri);
    console.log('ok:', uri);
  }
  await client.close();
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianli-'));
main(process.argv[2], folder).finally(() => fs.rmSync(folder, { recursive: true }));
