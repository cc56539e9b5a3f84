import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../http/request';
import { leaveWhenExpired } from './leaveWhenExpired';

/** A refusal (4xx) is an answer and is never asked again; only a lost connection or a server in trouble is. */
const retry = (count: number, error: unknown): boolean => error instanceof ApiError && (error.status === 0 || error.status >= 500) && count < 2;

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry, staleTime: 5_000, refetchOnWindowFocus: true }, mutations: { retry: false } },
    queryCache: new QueryCache({ onError: leaveWhenExpired }),
    mutationCache: new MutationCache({ onError: leaveWhenExpired }),
  });
