import { verificationText as text } from '../messages/verification';
import type { Verification } from './readVerification';
import './verification.css';

const tones = { valid: 'good', revoked: 'error', unknown: 'error' } as const;
const day = (instant: string): string =>
  new Date(instant).toLocaleDateString('zh-CN', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' });

/** The verdict first, large and in words (never by colour alone); then the frozen facts, to be compared with the paper. */
export function VerificationResult({ verification }: { verification: Verification }) {
  const { status } = verification;
  const facts = factsOf(verification);
  return (
    <>
      <div className={`alert alert-${tones[status]} verdict`} role="status">
        <strong>
          {status === 'valid' ? '✓' : '✕'} {text[status]}
        </strong>
        <span>{text[`${status}Note`]}</span>
      </div>
      {verification.codeMatches === false && (
        <p className="alert alert-error" role="alert">
          {text.altered}
        </p>
      )}
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {status !== 'unknown' && verification.codeMatches === undefined && <p>{text.withoutCode}</p>}
      <p className="verified-at">{text.verifiedAt(new Date().toLocaleString('zh-CN', { hour12: false }))}</p>
    </>
  );
}

function factsOf(v: Verification): [string, string][] {
  const facts: [string, string | undefined][] = [
    [text.number, v.number],
    [text.holder, v.maskedName],
    [text.idNumber, v.maskedIdNumber],
    [text.organization, v.organizationName],
    [text.titleLevel, v.titleLevel],
    [text.year, v.year?.toString()],
    [text.hours, v.totalHours === undefined ? undefined : text.hoursIs(v.totalHours, v.generalHours ?? 0, v.specialtyHours ?? 0)],
    [text.required, v.requiredHours === undefined ? undefined : text.requiredIs(v.requiredHours)],
    [text.flags, v.flags?.join('；')],
    [text.issuer, v.issuer],
    [text.issuedAt, v.issuedAt && day(v.issuedAt)],
    [text.edition, v.edition && v.edition > 1 ? text.editionIs(v.edition) : undefined],
    [text.revokedAt, v.revokedAt && day(v.revokedAt)],
    [text.reason, v.reason],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}
