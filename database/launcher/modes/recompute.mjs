import { createRequire } from 'node:module';
import { clusterDirectory } from '../data-directory.mjs';
import { StartProblem } from '../start-problem.mjs';

/**
 * `npm run recompute [-- --fix]`: recomputes every annual result from the approved records and reports each difference from the increments;
 * with `--fix` it also writes them. Works beside a running application.
 */
export async function act({ application, options, say }) {
  await application.prepare({ admin: false, panel: false });
  // Only now: it needs installed packages.
  const { withClient } = await import('../with-client.mjs');
  const { runningUrl } = await import('../postgres.mjs');
  const running = options.databaseUrl ?? runningUrl(clusterDirectory(options.dataDir).directory, 'xueshi');
  if (!running) await application.reserve();
  const url = running ?? (await application.startDatabase());
  const { describeRecomputation, recompute } = createRequire(import.meta.url)('../../dist/index.js');
  const result = await withClient(url, (client) => recompute(client, { fix: options.fix })).catch((error) => {
    // undefined_table
    throw error.code === '42P01' ? new StartProblem('数据库还是空的，没有可核对的内容；请先运行 npm start。') : error;
  });
  for (const line of describeRecomputation(result)) say(line);
  return true;
}
