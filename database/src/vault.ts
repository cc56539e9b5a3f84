import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Keeps personal numbers out of the database's plain text: searchable by digest, readable only with the key. */
export interface Vault {
  /** HMAC-SHA256 in hex: equal numbers have equal digests, nobody without the key can guess one. */
  digest(text: string): string;
  /** AES-256-GCM; base64 of nonce, tag and cipher text. */
  seal(text: string): string;
  /** The text sealed before. Throws when it was altered or sealed with another key. */
  open(sealed: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Opens the vault of one 32-byte key given in hex. The digest and the cipher use keys derived from it. */
export function openVault(keyHex: string): Vault {
  if (!/^[0-9a-f]{64}$/i.test(keyHex)) throw new Error('the data key must be 32 bytes in hex');
  const root = Buffer.from(keyHex, 'hex');
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `xueshi ${purpose}`, 32));
  const digestKey = derive('digest');
  const cipherKey = derive('cipher');
  return {
    digest: (text) => createHmac('sha256', digestKey).update(text).digest('hex'),
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
    },
  };
}

/**
 * The data key in hex: DATA_KEY of the environment, else `data.key` in the data directory, made on first use. Whoever loses it
 * loses every ID number: back it up apart from the database.
 */
export function dataKey(dataDirectory: string): string {
  if (process.env.DATA_KEY) return process.env.DATA_KEY;
  const file = path.join(dataDirectory, 'data.key');
  mkdirSync(dataDirectory, { recursive: true });
  try {
    // `wx`: of two processes that start at once only one makes the key.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
