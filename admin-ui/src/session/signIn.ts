import type { SessionAnswer, SignInRequest } from '@xueshi/core';
import { ApiError, request } from '../http/request';
import { solveChallenge } from './solveChallenge';

const open = async (body: SignInRequest): Promise<SessionAnswer> => (await request<SessionAnswer>('/api/session', { method: 'POST', body })).body;

/**
 * Opens a session. When the server demands a proof of work (it does so only after failures), solves it and asks once more;
 * `onWork` gets its progress, 0..1. @throws ApiError with the server's own words
 */
export async function signIn(
  credentials: Pick<SignInRequest, 'userType' | 'idNumber' | 'password'>,
  onWork: (share: number | null) => void,
): Promise<SessionAnswer> {
  try {
    return await open(credentials);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'captcha-required') throw error;
    onWork(0);
    const captcha = await solveChallenge(onWork);
    onWork(1);
    return open({ ...credentials, captcha });
  }
}
