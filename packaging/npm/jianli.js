#!/usr/bin/env node
// Starts the program that the package of this platform holds, as if it had been called itself.
"use strict";

const { spawnSync } = require("node:child_process");
const { constants } = require("node:os");

function program() {
  const file = process.platform === "win32" ? "jianli.exe" : "jianli";
  const name = `jianli-cli-${process.platform}-${process.arch}`;
  try {
    return require.resolve(`${name}/${file}`);
  } catch {
    console.error(`jianli: there is no package ${name}: npm left it out, or there is none for this machine.`);
    console.error("Install again without --omit=optional, or build it with: cargo install jianli");
    process.exit(2);
  }
}

const ended = spawnSync(program(), process.argv.slice(2), { stdio: "inherit" });
if (ended.error) {
  console.error(`jianli: ${ended.error.message}`);
  process.exit(2);
}
// Ended by a signal: as shells say it.
process.exit(ended.status ?? 128 + (constants.signals[ended.signal] ?? 0));
