#!/usr/bin/env node
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`学时需要 Node.js 20.19 或更新的版本，本机是 ${process.version}。`);
  process.exit(1);
}

const { run } = await import('./database/launcher/run.mjs');
await run({ repository: fileURLToPath(new URL('.', import.meta.url)), env: process.env, argv: process.argv.slice(2) });
