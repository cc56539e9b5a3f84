#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { freePort } from './database/launcher/port.mjs';
import { run } from './database/launcher/run.mjs';

/** `npm run bench -- --people 1000000 --records 10000000`; 20,000 and 200,000 unless told. */
const env = { ...process.env, PORT: process.env.PORT ?? String(await freePort()), SERVE_ADMIN: 'false' };
await run({ repository: fileURLToPath(new URL('.', import.meta.url)), env, argv: ['--bench', ...process.argv.slice(2)] });
