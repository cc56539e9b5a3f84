/** The one error shape on the wire. */
export interface ErrorAnswer {
  error: { code: string; message: string; field?: string; details?: Record<string, unknown> };
}
