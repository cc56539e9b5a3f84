import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { parse, Refusal, type Settings } from '@xueshi/core';
import { type Database, factsOf, insertCertificates, revokeCertificates, type Sql, selectCertificate } from '../certificates.sql';
import { allFacts, publicFacts } from '../public-facts';
import { openFonts } from '../render/open-fonts';
import { renderCertificate } from '../render/render-certificate';
import { type CertificateOrder, certificateSnapshot, issuedSnapshot, type Verification } from '../snapshot';

export interface Issued {
  subjectId: number;
  number: string;
  edition: number;
}

/** Certificates to issue, as a query over the caller's tables. */
export interface CertificateSource {
  subject: string;
  subjectIds: readonly number[];
  /** Columns `subject, "subjectId", "holderAccountId", year, "regionCode", snapshot` (jsonb, a CertificateSnapshot) of these subjects. */
  facts: Sql;
}

export interface Certificates {
  /**
   * Issues, in the caller's transaction and in one statement, a certificate for every order whose subject has no valid one;
   * the others are left as they are. Returns what was issued.
   */
  issue(trx: Database, orders: readonly CertificateOrder[], at?: Date): Promise<Issued[]>;
  /** The same for many, stated by a query instead of row by row. */
  issueFrom(trx: Database, source: CertificateSource, at?: Date): Promise<Issued[]>;
  /** Revokes the valid certificates of these subjects; a later `issue` gives the next edition. */
  revoke(
    trx: Database,
    revocation: { subject: string; subjectIds: readonly number[]; reason: string; at: Date },
  ): Promise<{ subjectId: number; number: string }[]>;
  /** The PDF of a valid certificate. Refusal 404 `certificate-unknown`, 409 `certificate-revoked`. */
  render(number: string): Promise<Buffer>;
  /** What anybody may know of a number (X32, X33); with the `code` printed on the paper, all it states. */
  verify(number: string, code?: string): Promise<Verification>;
}

/** Without 0 O 1 I L: the code is read off paper. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const newCode = (): string =>
  Array.from({ length: 12 }, (_, i) => `${i > 0 && i % 4 === 0 ? '-' : ''}${codeAlphabet[randomInt(codeAlphabet.length)]}`).join('');

const sameCode = (left: string, right: string): boolean => left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

/** The address in the QR code, with the code that proves one has the paper. PUBLIC_URL is the operator's; the Host header of a request is not to be trusted in a document. */
function verificationUrl(strapi: Core.Strapi, number: string, code: string): string {
  const base = process.env.PUBLIC_URL || `http://localhost:${String(strapi.config.get('server.port'))}`;
  return `${base.replace(/\/+$/, '')}/verify/${encodeURIComponent(number)}?code=${code}`;
}

/** `strapi.plugin('certificates').service('certificates')`. */
export default function certificates({ strapi }: { strapi: Core.Strapi }): Certificates {
  const settings = async (): Promise<Settings> => {
    const policy = strapi.service('api::policy.policy') as unknown as { current(): { settings: Settings } | Promise<{ settings: Settings }> };
    return (await policy.current()).settings;
  };
  const insert = async (trx: Database, facts: Sql, subjects: readonly { subject: string; subjectId: number }[], at: Date): Promise<Issued[]> => {
    const { certificatePrefix: prefix, certificateHeading: heading, certificateIssuer: issuer } = await settings();
    const codes = subjects.map(({ subject, subjectId }) => ({ subject, subjectId, code: newCode() }));
    const issued = await insertCertificates(trx, facts, { prefix, heading, issuer, at, codes });
    return issued.map((row) => ({ subjectId: row.subject_id, number: row.number, edition: row.edition }));
  };
  return {
    async issue(trx, orders, at = new Date()) {
      if (orders.length === 0) return [];
      const rows = orders.map((order) => ({ ...order, snapshot: parse(certificateSnapshot, order.snapshot) }));
      return insert(trx, factsOf(rows), rows, at);
    },

    async issueFrom(trx, { subject, subjectIds, facts }, at = new Date()) {
      if (subjectIds.length === 0) return [];
      return insert(
        trx,
        facts,
        subjectIds.map((subjectId) => ({ subject, subjectId })),
        at,
      );
    },

    async revoke(trx, { subject, subjectIds, reason, at }) {
      if (subjectIds.length === 0) return [];
      const revoked = await revokeCertificates(trx, subject, subjectIds, reason, at);
      return revoked.map((row) => ({ subjectId: row.subject_id, number: row.number }));
    },

    async render(number) {
      const row = await selectCertificate(strapi.db.connection, number);
      if (!row) throw new Refusal(404, 'certificate-unknown', '没有找到该证书');
      if (row.status === 'revoked') {
        throw new Refusal(409, 'certificate-revoked', '该证书已作废，不能下载', undefined, {
          revokedAt: row.revoked_at?.toISOString(),
          reason: row.revoke_reason,
        });
      }
      const { pdf, missing } = await renderCertificate(
        {
          number,
          edition: row.edition,
          verificationCode: row.verification_code,
          issuedAt: row.issued_at,
          verificationUrl: verificationUrl(strapi, number, row.verification_code),
          snapshot: issuedSnapshot.parse(row.snapshot),
        },
        openFonts(),
      );
      if (missing.length > 0) strapi.log.warn(`certificate ${row.id}: no font has ${missing.map(codePointName).join(', ')}`);
      return pdf;
    },

    async verify(number, code) {
      const row = await selectCertificate(strapi.db.connection, number);
      if (!row) return { status: 'unknown', number };
      if (code === undefined) return publicFacts(row);
      return sameCode(code, row.verification_code) ? { ...allFacts(row), codeMatches: true } : { ...publicFacts(row), codeMatches: false };
    },
  };
}

const codePointName = (character: string): string => `U+${(character.codePointAt(0) as number).toString(16).toUpperCase()}`;
