import { useQueries } from '@tanstack/react-query';
import type { LearningForm } from '@xueshi/core';
import { request } from '../http/request';
import type { DictionaryNames } from './recordLabels';

interface Item {
  code: string;
  name: string;
}

/** The names of every code list a form's fields refer to. */
export function useDictionaryNames(form: LearningForm | undefined): DictionaryNames {
  const codes = [...new Set(form?.fields.flatMap((field) => field.dictionary ?? []))];
  return useQueries({
    queries: codes.map((code) => ({
      queryKey: ['dictionary', code],
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await request<Item[]>(`/api/dictionaries/${code}`, { signal })).body,
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => new Map(results.map((result, i) => [codes[i] ?? '', new Map(result.data?.map((item) => [item.code, item.name]))])),
  });
}
