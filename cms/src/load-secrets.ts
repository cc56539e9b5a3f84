import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Environment variable -> number of keys it holds (comma separated). */
const wanted: Record<string, number> = {
  APP_KEYS: 4,
  API_TOKEN_SALT: 1,
  ADMIN_JWT_SECRET: 1,
  TRANSFER_TOKEN_SALT: 1,
  JWT_SECRET: 1,
  ENCRYPTION_KEY: 1,
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * Puts every secret Strapi needs into the environment: given there already, else from `secrets.json` in the data directory,
 * which is made once, readable by its owner only. Losing the file signs everybody out and voids the API tokens, no more.
 */
export function loadSecrets(dataDirectory: string): void {
  const missing = Object.keys(wanted).filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  mkdirSync(dataDirectory, { recursive: true });
  const file = path.join(dataDirectory, 'secrets.json');
  const kept = readSecrets(file);
  const made = missing.filter((name) => !kept[name]);
  for (const name of made) kept[name] = Array.from({ length: wanted[name] ?? 1 }, () => randomBytes(32).toString('base64url')).join(',');
  if (made.length > 0) writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  for (const name of missing) process.env[name] = kept[name];
}

function readSecrets(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if (isMissing(error)) return {};
    throw new Error(`${file} cannot be read`, { cause: error });
  }
}
