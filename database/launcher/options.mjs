import { resolve } from 'node:path';
import { StartProblem } from './start-problem.mjs';

const modes = { '--dev': 'dev', '--seed-scale': 'seed-scale', '--recompute': 'recompute', '--open-bureau': 'open-bureau', '--bench': 'bench' };
const sized = ['seed-scale', 'bench'];

function integer(text, name, [least, most]) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw new StartProblem(`${name} 须为 ${least} 至 ${most} 之间的整数，现为“${text}”。`);
  return value;
}

/**
 * What the environment and the command line ask for.
 * @returns {{ mode: 'start' | 'dev' | 'seed-scale' | 'recompute' | 'open-bureau' | 'bench', port: number, host: string, dataDir: string, databaseUrl: string | null,
 *   seed: 'demo' | 'none', people: number, records: number, fix: boolean }}
 * @throws StartProblem in Chinese when something is not understood
 */
export function readOptions({ repository, env, argv }) {
  const mode = modes[argv[0]] ?? 'start';
  const rest = mode === 'start' ? argv : argv.slice(1);
  const sizes = { people: 20_000, records: 200_000 };
  const fix = mode === 'recompute' && rest.includes('--fix');
  const pairs = rest.filter((word) => !(fix && word === '--fix'));
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i].replace(/^--/, '');
    if (!sized.includes(mode) || !(name in sizes)) throw new StartProblem(`不认识的参数 ${pairs[i]}。`);
    sizes[name] = integer(pairs[i + 1], `--${name}`, [1, 100_000_000]);
  }
  // The demo accounts are public knowledge: never put unasked into a database of somebody's own.
  const seed = env.SEED ?? (env.DATABASE_URL ? 'none' : 'demo');
  if (seed !== 'demo' && seed !== 'none') throw new StartProblem(`SEED 须为 demo（演示省）或 none（空库），现为“${seed}”。`);
  // Data at scale lies apart from what people work with, unless it is said where.
  const folder = mode === 'bench' ? `.data/bench-${sizes.people}-${sizes.records}` : mode === 'seed-scale' ? '.data/scale' : '.data';
  return {
    mode,
    port: integer(env.PORT ?? '1337', 'PORT', [1, 65535]),
    // Only this machine by default: the demo accounts are public knowledge.
    host: env.HOST ?? '127.0.0.1',
    dataDir: env.DATA_DIR ? resolve(env.DATA_DIR) : resolve(repository, folder),
    databaseUrl: env.DATABASE_URL || null,
    seed: mode === 'start' || mode === 'dev' ? seed : 'none',
    fix,
    ...sizes,
  };
}
