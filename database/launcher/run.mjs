import { addressOf, createApplication } from './application.mjs';
import { readOptions } from './options.mjs';
import { StartProblem } from './start-problem.mjs';

const say = (text) => console.log(text);

/**
 * `npm start`, `npm run dev`, `npm run seed:scale`, `npm run recompute`: reads what is asked, does it, and ends cleanly on Ctrl-C, SIGTERM or a
 * closed terminal. Exit code 0 when done or told to stop, 1 after a problem.
 */
export async function run({ repository, env, argv }) {
  let application;
  let ending = false;
  /** Ends everything and then this process; what was told first stands. */
  const end = async (code) => {
    if (ending) return;
    ending = true;
    let failed = false;
    // Twice: a part that was just coming up registers itself while the others end.
    for (let round = 0; round < 2; round += 1) {
      try {
        await application?.stop();
      } catch (error) {
        failed = true;
        console.error(error);
      }
    }
    process.exit(failed ? 1 : code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!ending && signal !== 'SIGHUP') say('\n正在停止…');
      void end(0);
    });
  }
  // npm tells its script to end, except when npm itself is killed: then nobody would, and the next start would find the address taken.
  const parent = process.ppid;
  if (env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void end(0), 1_000).unref();
  try {
    const options = readOptions({ repository, env, argv });
    application = createApplication({ repository, options, say });
    const { act } = await import(`./modes/${options.mode}.mjs`);
    const finished = await act({ application, options, repository, say, url: addressOf(options) });
    if (finished) await end(0);
  } catch (error) {
    if (ending) return;
    console.error(error instanceof StartProblem ? `\n${error.message}` : error);
    await end(1);
  }
}
