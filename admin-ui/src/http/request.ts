import type { ErrorAnswer } from '@xueshi/core';

/** What the server (or the way to it) refused. `status` 0: no answer arrived. `message` is Chinese and meant for the person. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export interface Reply<T> {
  body: T;
  headers: Headers;
}

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON, or as multipart when it is `FormData`. */
  body?: unknown;
  signal?: AbortSignal;
}

const isErrorAnswer = (value: unknown): value is ErrorAnswer =>
  typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'object' && value.error !== null && 'message' in value.error;

async function refusalOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (isErrorAnswer(body)) return new ApiError(response.status, body.error.code, body.error.message, body.error.field, body.error.details);
  return new ApiError(response.status, 'no-answer', `服务暂时不可用（${response.status}），请稍后重试。`);
}

async function send(path: string, { method = 'GET', body, signal }: RequestOptions): Promise<Response> {
  const multipart = body instanceof FormData;
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined && !multipart) headers.set('content-type', 'application/json');
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      signal,
      body: body === undefined ? undefined : multipart ? body : JSON.stringify(body),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'unreachable', '无法连接服务器，请检查网络后重试。');
  }
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/**
 * One request to our API with the session cookie. The answer's shape is that of the shared contracts.
 * @throws ApiError when the server refuses or cannot be reached.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<Reply<T>> {
  const response = await send(path, options);
  const body = response.status === 204 ? undefined : ((await response.json()) as unknown);
  return { body: body as T, headers: response.headers };
}

/** The bytes of a file the session may read (attachment, certificate). @throws ApiError */
export async function requestFile(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await send(path, { signal })).blob();
}
