import type { Pack } from '@xueshi/core';
import { buildAttachments, fileNames, type StoredAttachment } from './build-attachments';
import { buildDrafts } from './build-drafts';
import { buildOffices, type Offices } from './build-offices';
import { buildPeople, type Person } from './build-people';
import { buildRecords, type Declared } from './build-records';
import { buildCertificates, buildResults } from './build-results';
import { buildReviews } from './build-reviews';
import { dayNumber, momentOf } from './calendar';
import { seededRandom } from './random';
import type { CertificateRow, DecisionRow, ResultRow, ReviewRow } from './rows';

export const plannedTables = [
  'organizations',
  'up_users',
  'memberships',
  'professionals',
  'professional_titles',
  'hour_records',
  'reviews',
  'annual_results',
  'certificates',
] as const;
export type PlannedTable = (typeof plannedTables)[number];

const standardSize = { people: 2000, records: 12_000 };

export interface DemoOptions {
  pack: Pack;
  /** YYYY-MM-DD; everything has happened before it. */
  today: string;
  /** 2,000 and 12,000 unless told. */
  people?: number;
  records?: number;
}

/** How many ids of each table a plan of this size takes at most. */
export function plannedIds({
  people = standardSize.people,
  records = standardSize.records,
}: Pick<DemoOptions, 'people' | 'records'>): Record<PlannedTable, number> {
  const offices = 200;
  return {
    organizations: offices,
    up_users: offices + people,
    memberships: offices + people,
    professionals: people,
    professional_titles: 2 * people,
    hour_records: records,
    // At most two rounds each.
    reviews: 2 * records,
    annual_results: records,
    certificates: records,
  };
}

/** The whole demo province in memory. */
export interface DemoPlan {
  offices: Offices;
  people: Person[];
  declared: Declared[];
  reviews: ReviewRow[];
  decisions: DecisionRow[];
  results: ResultRow[];
  certificates: CertificateRow[];
  attachments: StoredAttachment[];
}

/**
 * Works out the demo province. Deterministic: the same pack, day, first ids and sequences give the same rows. Nothing is read or written.
 * @param sequences running numbers of certificates already given, by `year/region`; brought up to date
 */
export function planDemo(options: DemoOptions, first: Record<PlannedTable, number>, sequences: Map<string, number>): DemoPlan {
  const { pack, today } = options;
  const year = Number(today.slice(0, 4));
  const random = seededRandom(20130073);
  const offices = buildOffices(pack, random, first, momentOf(dayNumber('2013-01-04'), 9 * 60));
  const people = buildPeople(
    pack,
    random,
    offices,
    {
      up_users: first.up_users + offices.accounts.length,
      memberships: first.memberships + offices.memberships.length,
      professionals: first.professionals,
      professional_titles: first.professional_titles,
    },
    options.people ?? standardSize.people,
    year,
  );
  const drafts = buildDrafts(random, offices, people, options.records ?? standardSize.records, year);
  const declared = buildRecords(pack, random, offices, drafts, first.hour_records, today);
  const attachments = buildAttachments(pack, random, declared, year);
  const accounts = new Map([...offices.accounts, ...people.map((person) => person.account)].map((account) => [account.id, account]));
  const { reviews, decisions } = buildReviews(random, offices, accounts, declared, fileNames(attachments), first.reviews, today);
  const years = buildResults(
    pack,
    offices,
    people,
    declared.map(({ record }) => record),
    first.annual_results,
  );
  const certificates = buildCertificates(pack, random, offices, years, sequences, first.certificates);
  return { offices, people, declared, reviews, decisions, results: years.map(({ result }) => result), certificates, attachments };
}
