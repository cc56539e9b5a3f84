import { maskName } from '@xueshi/core';
import type { CertificateRow } from './certificates.sql';
import { issuedSnapshot, totalOf, type Verification } from './snapshot';

/** Said of every revoked certificate: what an officer wrote is about a person and stays with those in scope. */
const revokedBecause = '认定的学时有变更，发证机关已作废该证书';

/** What somebody learns who only knows, or guessed, a number: numbers run one after the other (contract.md). */
export function publicFacts(row: CertificateRow): Verification {
  const snapshot = issuedSnapshot.parse(row.snapshot);
  return {
    status: row.status,
    number: row.number,
    maskedName: maskName(snapshot.name),
    year: snapshot.year,
    generalHours: snapshot.generalHours,
    specialtyHours: snapshot.specialtyHours,
    totalHours: totalOf(snapshot.generalHours, snapshot.specialtyHours),
    issuedAt: row.issued_at.toISOString(),
    ...(row.revoked_at ? { revokedAt: row.revoked_at.toISOString(), reason: revokedBecause } : {}),
  };
}

/** What somebody learns who holds the paper: all of it, to be compared (X33). */
export function allFacts(row: CertificateRow): Verification {
  const snapshot = issuedSnapshot.parse(row.snapshot);
  return {
    ...publicFacts(row),
    maskedIdNumber: snapshot.maskedIdNumber,
    organizationName: snapshot.organizationName,
    titleLevel: snapshot.titleLevel,
    requiredHours: totalOf(snapshot.requiredGeneral, snapshot.requiredSpecialty),
    flags: snapshot.flags,
    issuer: snapshot.issuer,
    edition: row.edition,
  };
}
