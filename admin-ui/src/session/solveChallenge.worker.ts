import { sha256 } from './sha256';
import type { Challenge, WorkerMessage } from './solveChallenge';

/** The server asks for 4,000 to 12,000 digests; beyond the last figure something is wrong. */
const expected = 12_000;
const limit = 1_000_000;

const post = (message: WorkerMessage): void => self.postMessage(message);
const bytesOf = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

/** ALTCHA v2 with SHA-256 at cost 1: the counter whose digest of salt, nonce and counter starts with the prefix. Off the page's thread. */
self.addEventListener('message', ({ data: challenge }: MessageEvent<Challenge>) => {
  const { algorithm, cost, nonce, salt, keyPrefix } = challenge.parameters;
  if (algorithm !== 'SHA-256' || cost !== 1) return post({ solution: null });
  const input = Uint8Array.from([...bytesOf(salt), ...bytesOf(nonce), 0, 0, 0, 0]);
  const view = new DataView(input.buffer);
  for (let counter = 0; counter < limit; counter++) {
    if (counter % 500 === 0) post({ progress: Math.min(counter / expected, 0.95) });
    view.setUint32(input.length - 4, counter);
    const derivedKey = sha256(input);
    if (derivedKey.startsWith(keyPrefix)) return post({ solution: btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } })) });
  }
  post({ solution: null });
});
