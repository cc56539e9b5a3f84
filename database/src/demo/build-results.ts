import { judgeYear, maskIdNumber, type Pack } from '@xueshi/core';
import type { Offices } from './build-offices';
import type { Person } from './build-people';
import type { Random } from './random';
import type { CertificateRow, RecordRow, ResultRow } from './rows';

/** A year of a person with approved hours, and the records it rests on in the order they were approved. */
export interface Year {
  person: Person;
  result: ResultRow;
  records: RecordRow[];
}

/** The annual results of every year with approved hours, by core's own judgement (F01–F05, decision 9). */
export function buildResults(pack: Pack, offices: Offices, people: readonly Person[], records: readonly RecordRow[], firstId: number): Year[] {
  const regionOf = new Map(offices.organizations.map((one) => [one.id, one.region_code]));
  const byPerson = new Map(people.map((person) => [person.professional.id, person]));
  const approved = new Map<string, RecordRow[]>();
  for (const record of records) {
    if (record.status !== 'approved') continue;
    const key = `${record.professional_id}/${record.year}`;
    approved.set(key, [...(approved.get(key) ?? []), record]);
  }
  return [...approved.values()].map((list, i): Year => {
    const sorted = list.toSorted((a, b) => (a.decided_at ?? '').localeCompare(b.decided_at ?? '') || a.id - b.id);
    const { professional_id, year } = list[0] as RecordRow;
    const person = byPerson.get(professional_id);
    if (!person) throw new Error(`no professional ${professional_id}`);
    const organizationId = person.professional.organization_id;
    const region = regionOf.get(organizationId) ?? '';
    const titles = person.titles.map((title) => ({ levelCode: title.level_code, obtainedOn: title.obtained_on }));
    let generalHours = 0;
    let specialtyHours = 0;
    let passedAt: string | null = null;
    const judge = () => judgeYear({ year, region, titles, exemptions: [], generalHours, specialtyHours }, pack);
    for (const record of sorted) {
      generalHours += record.general_hours;
      specialtyHours += record.specialty_hours;
      if (passedAt === null && judge().passed) passedAt = record.decided_at;
    }
    const { band, requiredGeneral, requiredSpecialty, passed, flags } = judge();
    if (requiredGeneral === null || requiredSpecialty === null) throw new Error(`no requirement for ${year}`);
    return {
      person,
      records: sorted,
      result: {
        id: firstId + i,
        professional_id,
        year,
        organization_id: organizationId,
        region_code: region,
        band,
        general_hours: generalHours,
        specialty_hours: specialtyHours,
        required_general: requiredGeneral,
        required_specialty: requiredSpecialty,
        passed,
        passed_at: passedAt,
        flags,
      },
    };
  });
}

const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const corrections = 6;

/**
 * Certificates of the passed years, numbered per year and region in the order they were issued. The first few were revoked and issued again.
 * @param sequences running numbers already given, by `year/region`; brought up to date
 */
export function buildCertificates(
  pack: Pack,
  random: Random,
  offices: Offices,
  years: readonly Year[],
  sequences: Map<string, number>,
  firstId: number,
): CertificateRow[] {
  const organizations = new Map(offices.organizations.map((one) => [one.id, one.name]));
  const levels = new Map(pack.dictionaries.find((one) => one.code === 'title-level')?.items.map((item) => [item.code, item.name]));
  const forms = new Map(pack.learningForms.map((form) => [form.code, form.name]));
  const certificates: CertificateRow[] = [];
  const issue = (year: Year, at: string, edition: number): CertificateRow => {
    const { result, person, records } = year;
    const key = `${result.year}/${result.region_code}`;
    const running = (sequences.get(key) ?? 0) + 1;
    sequences.set(key, running);
    const title = person.titles.findLast((one) => one.obtained_on === null || one.obtained_on <= `${result.year}-12-31`);
    const certificate: CertificateRow = {
      id: firstId + certificates.length,
      number: `${pack.settings.certificatePrefix}-${result.year}-${result.region_code}-${String(running).padStart(7, '0')}`,
      subject: 'annual-result',
      subject_id: result.id,
      holder_account_id: person.account.id,
      year: result.year,
      status: 'valid',
      snapshot: {
        name: person.account.name,
        maskedIdNumber: maskIdNumber(person.account.id_number),
        organizationName: organizations.get(result.organization_id),
        titleName: title?.name ?? '',
        titleLevel: levels.get(title?.level_code ?? '9') ?? '无',
        year: result.year,
        generalHours: result.general_hours,
        specialtyHours: result.specialty_hours,
        requiredGeneral: result.required_general,
        requiredSpecialty: result.required_specialty,
        flags: result.flags,
        entries: records.map((record) => ({
          formName: forms.get(record.form),
          title: record.title,
          startsOn: record.starts_on,
          endsOn: record.ends_on,
          hours: record.general_hours + record.specialty_hours,
        })),
        heading: pack.settings.certificateHeading,
        issuer: pack.settings.certificateIssuer,
      },
      verification_code: Array.from({ length: 12 }, (_, i) => `${i > 0 && i % 4 === 0 ? '-' : ''}${random.pick([...codeAlphabet])}`).join(''),
      issued_at: at,
      revoked_at: null,
      revoke_reason: null,
      edition,
    };
    certificates.push(certificate);
    return certificate;
  };
  const passed = years
    .filter((year) => year.result.passed_at !== null)
    .toSorted((a, b) => (a.result.passed_at as string).localeCompare(b.result.passed_at as string) || a.result.id - b.result.id);
  passed.forEach((year, i) => {
    const at = year.result.passed_at as string;
    const first = issue(year, at, 1);
    if (i >= corrections) return;
    first.status = 'revoked';
    first.revoked_at = new Date(Date.parse(at) + 20 * 86_400_000).toISOString();
    first.revoke_reason = '单位名称有误，更正后重新核发';
    issue(year, first.revoked_at, 2);
  });
  return certificates;
}
