import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

const ms = (value) => `${Number(value).toFixed(1)} ms`;
const verdict = (good) => (good ? 'yes' : '**no**');

/** Seconds per row of ours against the bare ones. */
const ratio = (ours, bare) => ours.seconds / ours.approved / (bare.seconds / bare.rows);
const beside = (ours, bare) => `${bare.rows} in ${bare.seconds.toFixed(2)} s: ${ratio(ours, bare).toFixed(1)} x per row`;

/** docs/benchmarks.md of one run. */
export function report({ figures: f, people, records, repository }) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: repository, encoding: 'utf8' }).trim();
  const rows = [
    ['Queue page over HTTP, 8 clients', `${f.queue.toFixed(0)}/s (alone: p50 ${ms(f.queueTimes.p50)}, p99 ${ms(f.queueTimes.p99)})`, '', ''],
    ['… against bare Node + pg', `${f.bare.toFixed(0)}/s: ${((f.queue / f.bare) * 100).toFixed(0)} %`, 'at least 30 %', verdict(f.queue / f.bare >= 0.3)],
    [
      "… against Strapi's stock find with the list's filter and count",
      `${f.stockQueue.toFixed(1)}/s: ${(f.queue / f.stockQueue).toFixed(0)} x`,
      'at least 8 x',
      verdict(f.queue / f.stockQueue >= 8),
    ],
    [`… against Strapi's stock find of the same ${f.stockRows} rows by their ids`, `${f.stock.toFixed(0)}/s: ${(f.queue / f.stock).toFixed(1)} x`, '', ''],
    [
      'Province-wide queue, all statements at the database',
      `p50 ${ms(f.provinceQueue.p50)}, p99 ${ms(f.provinceQueue.p99)}`,
      'p99 under 20 ms',
      verdict(f.provinceQueue.p99 < 20),
    ],
    ['… the tab 全部: every record of the province', `p50 ${ms(f.provinceAll.p50)}, p99 ${ms(f.provinceAll.p99)}`, '', ''],
    ['Province-wide queue, over HTTP', `p50 ${ms(f.provinceHttp.p50)}, p99 ${ms(f.provinceHttp.p99)}`, '', ''],
    [`One decision (${f.decision.count} in turn)`, `p50 ${ms(f.decision.p50)}, p95 ${ms(f.decision.p95)}`, 'p95 under 30 ms', verdict(f.decision.p95 < 30)],
    [
      `Approving ${f.advance.approved} by filter, on to the next office`,
      `${f.advance.seconds.toFixed(2)} s`,
      'under 1 s for 5,000',
      f.advance.approved < 5000 ? 'not 5,000' : verdict(f.advance.seconds < 1),
    ],
    ['… against bare set-based SQL', beside(f.advance, f.bareAdvance), 'within 3 x', verdict(ratio(f.advance, f.bareAdvance) <= 3)],
    [
      `Approving ${f.approval.approved} by filter, finally: years credited, certificates issued`,
      `${f.approval.seconds.toFixed(2)} s`,
      'under 1 s for 5,000',
      f.approval.approved < 5000 ? 'not 5,000' : verdict(f.approval.seconds < 1),
    ],
    [
      '… against bare set-based SQL without years and certificates',
      beside(f.approval, f.bareApproval),
      'within 3 x',
      verdict(ratio(f.approval, f.bareApproval) <= 3),
    ],
    [
      'Person search by two characters of the name',
      `p50 ${ms(f.searchName.p50)}, p99 ${ms(f.searchName.p99)}`,
      'p99 under 30 ms',
      verdict(f.searchName.p99 < 30),
    ],
    ['Person search by ID number', `p50 ${ms(f.searchId.p50)}, p99 ${ms(f.searchId.p99)}`, 'p99 under 30 ms', verdict(f.searchId.p99 < 30)],
    ['Resident memory of the server, most', `${f.memory.toFixed(0)} MB`, 'under 600 MB', verdict(f.memory < 600)],
  ];
  return `# Benchmarks

Written by \`npm run bench -- --people ${people} --records ${records}\`; every figure of one run, server, database and client on one machine.

- Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 1024 ** 3).toFixed(0)} GB, ${process.platform} ${process.arch}, Node ${process.version}
- Data: ${people.toLocaleString('en')} people, ${records.toLocaleString('en')} hour records; the office measured had ${f.office.toLocaleString('en')} waiting
- Commit ${commit}, ${new Date().toISOString().slice(0, 10)}

| What | Measured | Wanted | Met |
| --- | --- | --- | --- |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

Bare Node + pg: \`tests/bench/bare-server.mjs\`, the same rows by a query written by hand. Strapi's stock find: \`tests/bench/stock-server.cjs\`, which
opens what the product keeps shut; with the list's filter means what is pending in the year, sorted, counted, two relations populated (REST cannot narrow it to an office). Bare approval: \`tests/bench/measure.mjs\`, one statement in a transaction, rolled back.
`;
}
