import './src/set-environment';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import { loadSecrets } from './src/load-secrets';

const appDir = path.resolve(__dirname, '..');
const patience = 10_000;

/** Starts the server and ends it cleanly on SIGTERM or SIGINT: no new connections, running requests finish, then the pool closes. */
async function main(): Promise<void> {
  const dataDirectory = path.resolve(process.env.DATA_DIR ?? path.join(appDir, '../.data'));
  process.env.DATA_DIR = dataDirectory;
  mkdirSync(path.join(dataDirectory, 'public/uploads'), { recursive: true });
  loadSecrets(dataDirectory);
  const app = await createStrapi({ appDir, distDir: __dirname, serveAdminPanel: process.env.SERVE_ADMIN !== 'false' }).start();

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    app.destroy().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  // Strapi's own handlers destroy the application too, and the second of two fails.
  for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
