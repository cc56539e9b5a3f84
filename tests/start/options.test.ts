import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { publicUrlProblem } from '../../cms/src/public-url-problem';

const options = path.resolve(__dirname, '../../database/launcher/options.mjs');

function seedOf(env: Record<string, string>): string {
  const program = `import { readOptions } from ${JSON.stringify(options)}; console.log(readOptions({ repository: '/x', argv: [], env: ${JSON.stringify(env)} }).seed)`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program]).toString().trim();
}

test('demo accounts go into an embedded database, unasked never into one of somebody', () => {
  expect(seedOf({})).toBe('demo');
  expect(seedOf({ DATABASE_URL: 'postgres://db/x' })).toBe('none');
  expect(seedOf({ DATABASE_URL: 'postgres://db/x', SEED: 'demo' })).toBe('demo');
});

test('a server open to others without PUBLIC_URL is warned', () => {
  expect(publicUrlProblem('0.0.0.0', undefined)).toContain('PUBLIC_URL');
  expect(publicUrlProblem('0.0.0.0', 'https://xueshi.example.cn')).toBeNull();
  expect(publicUrlProblem('127.0.0.1', undefined)).toBeNull();
});
