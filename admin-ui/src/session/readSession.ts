import type { SessionAnswer } from '@xueshi/core';
import { ApiError, request } from '../http/request';

/** Who is signed in, or null. @throws ApiError for anything but "nobody" */
export async function readSession(): Promise<SessionAnswer | null> {
  try {
    return (await request<SessionAnswer>('/api/session')).body;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
