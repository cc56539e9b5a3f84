import { z } from 'zod';

const hours = z.number().nonnegative().max(100000);
/** As long as the columns it comes from: an approval must never fail over a long name. */
const text = z.string().max(255);

/** One line of 主要学习内容 on the certificate. `hours` are the confirmed hours. */
export const certificateEntry = z.strictObject({
  formName: text,
  title: text,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  hours,
});

/**
 * What a certificate states, frozen when it is issued (X35): a later change of name, unit or hours never alters it.
 * Hours are numbers with at most one decimal. `flags` are remarks for a person, e.g. `生育减免 4 个月，按在岗时间折算`.
 */
export const certificateSnapshot = z.strictObject({
  name: text.min(1),
  maskedIdNumber: text.min(1),
  organizationName: text.min(1),
  titleName: text.default(''),
  titleLevel: text,
  year: z.number().int(),
  generalHours: hours,
  specialtyHours: hours,
  requiredGeneral: hours,
  requiredSpecialty: hours,
  flags: z.array(text).max(10).default([]),
  entries: z.array(certificateEntry).max(200).default([]),
});
export type CertificateSnapshot = z.output<typeof certificateSnapshot>;
export type CertificateSnapshotInput = z.input<typeof certificateSnapshot>;

/** A snapshot as stored: with the heading and the issuer of the day it was issued. */
export const issuedSnapshot = certificateSnapshot.extend({ heading: text.min(1), issuer: text.min(1) });
export type IssuedSnapshot = z.output<typeof issuedSnapshot>;

/** All hours, or all that were required; one decimal, without the dust of floating point. */
export const totalOf = (general: number, specialty: number): number => Math.round((general + specialty) * 10) / 10;

/** One certificate to issue. `subject` and `subjectId` name what it certifies, e.g. `annual-result` 42. */
export interface CertificateOrder {
  subject: string;
  subjectId: number;
  holderAccountId: number;
  year: number;
  /** Six digits; part of the number. */
  regionCode: string;
  snapshot: CertificateSnapshotInput;
}

/** Answer of GET /api/certificates/{number}/verification. Only `status` and `number` when the number is unknown;
 * `maskedIdNumber` to `edition` only with the right code. `reason` is a category, never an officer's words. */
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
  /** Present when the caller sent the code printed beside the QR code: does it belong to this certificate? */
  codeMatches?: boolean;
}
