import { request } from '../http/request';

/** Answer of GET /api/certificates/{number}/verification: only `status` and `number` when the number is unknown, the basic facts without the right code. */
export interface Verification {
  status: 'valid' | 'revoked' | 'unknown';
  number: string;
  maskedName?: string;
  maskedIdNumber?: string;
  organizationName?: string;
  titleLevel?: string;
  year?: number;
  generalHours?: number;
  specialtyHours?: number;
  totalHours?: number;
  requiredHours?: number;
  flags?: string[];
  issuer?: string;
  edition?: number;
  issuedAt?: string;
  revokedAt?: string;
  reason?: string;
  codeMatches?: boolean;
}

/** What the platform knows of a certificate number; `code` is the check code of the printed address. @throws ApiError */
export async function readVerification(number: string, code: string | null, signal: AbortSignal): Promise<Verification> {
  const query = code ? `?code=${encodeURIComponent(code)}` : '';
  return (await request<Verification>(`/api/certificates/${encodeURIComponent(number)}/verification${query}`, { signal })).body;
}
