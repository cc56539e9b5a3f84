import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `npm run bench -- --people N --records M`: fills a database of that size, measures on it and writes docs/benchmarks.md. The data is kept
 * (`.data/bench-N-M`) and used again; every run decides some of the waiting declarations for good, so delete the folder for a fresh one.
 */
export async function act({ application, options, repository, say, url }) {
  await application.reserve();
  await application.prepare({ admin: false, panel: true });
  const { loadScale } = await import('../load-scale.mjs');
  const databaseUrl = await application.startDatabase();
  const note = join(options.dataDir, 'accounts.json');
  if (!existsSync(note)) {
    await application.laySchema(databaseUrl);
    const { accounts } = await loadScale({ databaseUrl, options, say });
    writeFileSync(note, JSON.stringify(accounts), { mode: 0o600 });
  }
  const server = await application.keepServer(databaseUrl);
  const from = (file) => import(pathToFileURL(join(repository, 'tests/bench', file)).href);
  const [{ measure }, { report }] = [await from('measure.mjs'), await from('report.mjs')];
  say('正在测量（约一分钟）…');
  const accounts = JSON.parse(readFileSync(note, 'utf8'));
  const figures = await measure({ repository, url, databaseUrl, dataDir: options.dataDir, accounts, serverPid: server.pid });
  const text = report({ figures, people: options.people, records: options.records, repository });
  writeFileSync(join(repository, 'docs/benchmarks.md'), text);
  say(text);
  return true;
}
