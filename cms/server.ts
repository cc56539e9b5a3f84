import './src/set-environment';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import { loadSecrets } from './src/load-secrets';

const appDir = path.resolve(__dirname, '..');
const patience = 10_000;

/** Starts the server. On SIGTERM or SIGINT Strapi cuts its connections (open transactions roll back) and closes its pool, within `patience` ms. */
async function main(): Promise<void> {
  const dataDirectory = path.resolve(process.env.DATA_DIR ?? path.join(appDir, '../.data'));
  process.env.DATA_DIR = dataDirectory;
  mkdirSync(path.join(dataDirectory, 'public/uploads'), { recursive: true });
  loadSecrets(dataDirectory);
  await createStrapi({ appDir, distDir: __dirname, serveAdminPanel: process.env.SERVE_ADMIN !== 'false' }).start();
  // Strapi ends itself on these signals; a request or a plugin that never finishes must not keep the process alive.
  const giveUp = (): void => void setTimeout(() => process.exit(1), patience).unref();
  process.once('SIGTERM', giveUp);
  process.once('SIGINT', giveUp);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
