import { spawn } from 'node:child_process';
import { StartProblem } from './start-problem.mjs';

const running = new Set();

/**
 * Runs a program of the build and waits for it.
 * @param {string[]} command the program and its arguments
 * @param {{ cwd: string, env?: Record<string, string>, quiet?: boolean }} options `quiet`: its output is shown only when it fails
 * @throws StartProblem in Chinese naming the command when it fails
 */
export async function runCommand([program, ...parameters], { cwd, env = {}, quiet = false }) {
  const child = spawn(program, parameters, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && program === 'npm',
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const failure = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? null : (signal ?? `退出码 ${code}`)));
  });
  running.delete(child);
  if (failure) throw new StartProblem(`${output}\n命令失败（${failure}）：${[program, ...parameters].join(' ')}`.trim());
}

/** Ends the programs that still run, when the launcher itself is told to stop. */
export function stopCommands() {
  for (const child of running) child.kill('SIGTERM');
}
