#!/usr/bin/env node
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './database/launcher/build.mjs';
import { install } from './database/launcher/install.mjs';
import { runCommand, stopCommands } from './database/launcher/run-command.mjs';

const repository = fileURLToPath(new URL('.', import.meta.url));
const node = process.execPath;
const bin = (path) => join(repository, 'node_modules', path);
const results = mkdtempSync(join(tmpdir(), 'xueshi-results-'));
const say = (text) => console.log(text);

/** A check that passes or fails as one. */
const check = (name, ...command) => ({
  name,
  async run() {
    await runCommand(command, { cwd: repository });
    return { passed: 1, failed: 0 };
  },
});

/** Jest projects run together; counted test by test. A file that could not even be loaded counts as one failure. */
const suite = (name, projects, before = async () => {}) => ({
  name,
  async run() {
    await before();
    const file = join(results, `${name}.json`);
    const parameters = ['-c', 'tests/jest.config.js', '--ci', '--json', '--outputFile', file, '--selectProjects', ...projects];
    const failure = await runCommand([node, bin('jest/bin/jest.js'), ...parameters], { cwd: repository }).then(
      () => null,
      (error) => error,
    );
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    // Jest may fail without a failed test: a teardown that found something left running.
    return { passed: report.numPassedTests, failed: failure && failed === 0 ? 1 : failed };
  },
});

/** The browser of the journeys is found, or installed, before they start. */
async function ensureBrowser() {
  const { ensureChromium } = await import('./tests/e2e/find-chromium.mjs');
  await ensureChromium({ say });
}

const steps = [
  check('lint', node, bin('@biomejs/biome/bin/biome'), 'check', '.'),
  check('types-panel', node, bin('typescript/bin/tsc'), '-p', 'admin-ui', '--noEmit'),
  check('types-tests', node, bin('typescript/bin/tsc'), '-p', 'tests'),
  check('unused', node, bin('knip/bin/knip.js'), '--no-progress'),
  suite('unit', ['core', 'config', 'unit']),
  suite('api', ['api']),
  suite('start', ['start']),
  suite('e2e', ['e2e'], ensureBrowser),
];

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopCommands();
    process.exit(1);
  });
}

/** `npm test`: everything. `npm test -- lint api`: these steps only. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`没有名为 ${unknown.join('、')} 的检查；可选：${steps.map((step) => step.name).join(' ')}`);
  process.exit(1);
}

const total = { passed: 0, failed: 0 };
const lines = [];
const began = Date.now();
try {
  await install(repository, say);
  await build(repository, { say });
  for (const step of steps.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    const since = Date.now();
    say(`\n== ${step.name}`);
    const counts = await step.run().catch((error) => {
      console.error(error.message);
      return { passed: 0, failed: 1 };
    });
    total.passed += counts.passed;
    total.failed += counts.failed;
    lines.push(
      `${counts.failed === 0 ? '✓' : '✗'} ${step.name}: ${counts.passed} passed, ${counts.failed} failed (${((Date.now() - since) / 1000).toFixed(0)} s)`,
    );
  }
} catch (error) {
  // Not even installed or compiled: one failure, the rest was not run.
  console.error(error.message);
  total.failed += 1;
} finally {
  rmSync(results, { recursive: true, force: true });
}
say(`\n${lines.join('\n')}\n${((Date.now() - began) / 1000).toFixed(0)} s\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
