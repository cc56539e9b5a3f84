import { useQuery } from '@tanstack/react-query';
import type { LearningForm } from '@xueshi/core';
import { useEffect, useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { PanelDataProvider } from '../panel/dataProvider';
import { type Draft, isQuotable, readValues } from './draft';

/** Milliseconds of rest in typing before the server is asked. */
const rest = 300;

/** The hours the present draft would give, from the server (the one evaluator); asked again a moment after every change. */
export function useQuote(form: LearningForm, draft: Draft) {
  const dataProvider = useDataProvider<PanelDataProvider>();
  const quotable = isQuotable(form, draft);
  const asked = JSON.stringify({ form: draft.form, year: draft.year, subject: draft.subject, values: readValues(form, draft) });
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), rest);
    return () => clearTimeout(timer);
  }, [asked]);
  const query = useQuery({
    queryKey: ['quote', settled],
    queryFn: ({ signal }) => dataProvider.quote(JSON.parse(settled), signal),
    enabled: quotable && settled === asked,
    retry: false,
  });
  const current = quotable && settled === asked;
  return {
    quote: current ? query.data : undefined,
    error: current ? query.error : null,
    waiting: !quotable,
    busy: quotable && (settled !== asked || query.isFetching),
  };
}
