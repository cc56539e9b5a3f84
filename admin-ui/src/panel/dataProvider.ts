import type { HistoryEntry, Quote, ReviewAnswer, ReviewRequest, ReviewStatus, ReviewStep, Subject } from '@xueshi/core';
import simpleRest from 'ra-data-simple-rest';
import type { DataProvider, GetListParams, GetListResult, Identifier, RaRecord } from 'react-admin';
import { request } from '../http/request';
import { FormError } from './FormError';

const base = '/api/panel';

/** What a list answer says besides its rows; a bulk decision by filter must repeat `seenAt`. */
export interface ListMeta {
  /** There are more rows than `total` counts (beyond 10,000). */
  capped: boolean;
  seenAt: string | null;
}
/** GET /api/panel/{resource}/{id}/history. */
export interface ReviewHistory {
  status: ReviewStatus;
  step: number | null;
  steps: ReviewStep[];
  round: number;
  version: number;
  history: HistoryEntry[];
}
export interface UploadedAttachment {
  id: number;
  name: string;
  mime: string;
  size: number;
  sha256: string;
}
export interface OwnQuoteRequest {
  form: string;
  year: number;
  subject?: Subject;
  values: Record<string, unknown>;
}

/** React-Admin's verbs in the simple-REST dialect, and our own. */
export interface PanelDataProvider extends DataProvider {
  review: (resource: string, decision: ReviewRequest) => Promise<ReviewAnswer>;
  history: (resource: string, id: Identifier) => Promise<ReviewHistory>;
  quote: (asked: OwnQuoteRequest, signal?: AbortSignal) => Promise<Quote>;
  uploadAttachment: (file: File) => Promise<UploadedAttachment>;
}

/** `meta` of a list: a search by ID number, kept out of `filter` because React-Admin writes that into the address. */
interface IdNumberMeta {
  idNumber?: { source: string; value: string };
}

interface FetchOptions {
  method?: string;
  body?: unknown;
  signal?: AbortSignal | null;
}
const method = (name: string | undefined): 'GET' | 'POST' | 'PUT' | 'DELETE' => (name === 'POST' || name === 'PUT' || name === 'DELETE' ? name : 'GET');

/** ra-data-simple-rest's transport: our request, with a refusal of a field turned into what React-Admin's forms show beside it. */
async function http(url: string, options: FetchOptions = {}): Promise<{ status: number; headers: Headers; body: string; json: unknown }> {
  const body: unknown = typeof options.body === 'string' ? JSON.parse(options.body) : undefined;
  const reply = await request<unknown>(url, { method: method(options.method), body, signal: options.signal ?? undefined }).catch(FormError.rethrow);
  return { status: 200, headers: reply.headers, body: '', json: reply.body };
}

/** An ID number never stands in an address (it would reach logs and histories): such a search is posted. */
async function getList<Row extends RaRecord>(resource: string, { pagination, sort, filter, meta, signal }: GetListParams): Promise<GetListResult<Row>> {
  const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
  const range = [(page - 1) * perPage, page * perPage - 1];
  const order = sort ? [sort.field, sort.order] : undefined;
  const idNumber = (meta as IdNumberMeta | undefined)?.idNumber;
  const query = new URLSearchParams({ filter: JSON.stringify(filter ?? {}), range: JSON.stringify(range) });
  if (order) query.set('sort', JSON.stringify(order));
  const reply = idNumber
    ? await request<Row[]>(`${base}/${resource}/search`, {
        method: 'POST',
        body: { filter: { ...filter, [idNumber.source]: idNumber.value }, range, ...(order ? { sort: order } : {}) },
        signal,
      })
    : await request<Row[]>(`${base}/${resource}?${query}`, { signal });
  const listMeta: ListMeta = { capped: reply.headers.get('x-total-capped') === 'true', seenAt: reply.headers.get('x-seen-at') };
  return { data: reply.body, total: Number(reply.headers.get('x-total-count') ?? reply.body.length), meta: listMeta };
}

export const makeDataProvider = (): PanelDataProvider => ({
  ...simpleRest(base, http, 'X-Total-Count'),
  getList,
  review: async (resource, decision) => (await request<ReviewAnswer>(`${base}/${resource}/review`, { method: 'POST', body: decision })).body,
  history: async (resource, id) => (await request<ReviewHistory>(`${base}/${resource}/${id}/history`)).body,
  quote: async (asked, signal) => (await request<Quote>(`${base}/hour-records/quote`, { method: 'POST', body: asked, signal })).body,
  uploadAttachment: async (file) => {
    const body = new FormData();
    body.append('file', file);
    return (await request<UploadedAttachment>('/api/attachments', { method: 'POST', body })).body;
  },
});
