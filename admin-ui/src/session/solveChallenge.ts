import { ApiError, request } from '../http/request';
import { sessionText } from '../messages/session';

/** GET /api/session/challenge: an ALTCHA v2 challenge, signed by the server; it goes back unchanged with the solution. */
export interface Challenge {
  parameters: { algorithm: string; nonce: string; salt: string; cost: number; keyLength: number; keyPrefix: string; expiresAt?: number };
  signature: string;
}
export type WorkerMessage = { progress: number } | { solution: string | null };

/**
 * Fetches a challenge and solves it in a worker; `onProgress` gets 0..1. Resolves with the payload that sign-in sends as `captcha`.
 * @throws ApiError when no challenge could be had or solved
 */
export async function solveChallenge(onProgress: (share: number) => void): Promise<string> {
  const { body } = await request<Challenge>('/api/session/challenge');
  const worker = new Worker(new URL('./solveChallenge.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<string>((resolve, reject) => {
      const fail = (): void => reject(new ApiError(0, 'captcha-unsolved', sessionText.captchaFailed, 'captcha'));
      worker.addEventListener('error', fail);
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
        if ('progress' in data) onProgress(data.progress);
        else if (data.solution === null) fail();
        else resolve(data.solution);
      });
      worker.postMessage(body);
    });
  } finally {
    worker.terminate();
  }
}
