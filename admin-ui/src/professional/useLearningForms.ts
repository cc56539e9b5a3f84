import { useQuery } from '@tanstack/react-query';
import type { LearningForm } from '@xueshi/core';
import { request } from '../http/request';

/** The learning forms open for declaration in a year, in their official order. */
export const useLearningForms = (year: number) =>
  useQuery({
    queryKey: ['learning-forms', year],
    queryFn: ({ signal }) => request<LearningForm[]>(`/api/hours/forms?year=${year}`, { signal }).then((reply) => reply.body),
    staleTime: 60_000,
  });
