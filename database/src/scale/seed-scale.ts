import { hash } from '@node-rs/bcrypt';
import type { Pack, UserType } from '@xueshi/core';
import type { ClientBase } from 'pg';
import { demoPassword } from '../demo/demo-accounts';
import { insertRows, reserveIds } from '../demo/insert-rows';
import { seededRandom } from '../demo/random';
import type { Vault } from '../vault';
import { buildBranches } from './build-branches';
import { prepareBulkLoad, type Report, skipTriggers, withoutIndexes } from './bulk-load';
import { insertClerks, insertProfessionals, scaleIdNumber } from './insert-persons';
import { insertRecords, insertResults, insertReviews, insertSamples } from './insert-work';

const loaded = ['up_users', 'memberships', 'professionals', 'professional_titles', 'hour_records', 'reviews', 'review_decisions', 'annual_results'];
const peoplePerEmployer = 50;
/** More than the bureaus and authorities of any province. */
const publicOffices = 5000;

export interface SeedScaleOptions {
  people: number;
  records: number;
  vault: Vault;
  pack: Pack;
  /** YYYY-MM-DD. */
  today: string;
  report?: Report;
}

/** Somebody who can sign in to what was loaded. */
export interface ScaleAccount {
  userType: UserType;
  idNumber: string;
  password: string;
  organizationId: number;
  organizationName: string;
  /** Declarations that wait at the office. */
  waiting: number;
}

export interface ScaleCounts {
  organizations: number;
  people: number;
  records: number;
  /** The province's clerk, then those of the bureau, authority and employer with the longest queues, then a professional. */
  accounts: ScaleAccount[];
}

/**
 * Fills the database for the benchmark, set-based, in one transaction, beside whatever it holds; all invented, with the demo's password. Attachments and
 * certificates are left out, and reviews of approved declarations of past years.
 */
export async function seedScale(client: ClientBase, options: SeedScaleOptions): Promise<ScaleCounts> {
  const { people, records, vault, pack, today } = options;
  const report: Report = options.report ?? (() => undefined);
  const random = seededRandom(1_000_003);
  const password = await hash(demoPassword, 10);
  await client.query('begin');
  try {
    await prepareBulkLoad(client);
    const employerCount = Math.max(20, Math.round(people / peoplePerEmployer));
    const officeCount = employerCount + publicOffices;
    const first = await reserveIds(client, {
      organizations: officeCount,
      up_users: officeCount + people,
      memberships: officeCount + people,
      professionals: people,
      professional_titles: people,
      hour_records: records,
      reviews: records,
    });
    const { offices, employers } = buildBranches(pack, random, employerCount, first.organizations);
    if (offices.length > officeCount) throw new Error(`${offices.length} offices: more than the ids reserved`);
    await insertRows(
      client,
      'organizations',
      { id: 'int', code: 'text', name: 'text', name_pinyin: 'text', kind: 'text', parent_id: 'int', region_code: 'text', status: 'text' },
      offices,
    );
    const { rows } = await client.query<{ id: number; code: string }>('select id, code from panel_roles where organization_id is null');
    const roles = new Map(rows.map((role) => [role.code, role.id]));
    await insertSamples(client, pack, random, employers, Number(today.slice(0, 4)));
    const skipped = await skipTriggers(client);
    if (!skipped) report('the role may not switch off foreign keys: this takes longer');
    const context = { client, vault, random, first, password, roles, report };
    const work = { people, records, today, first, membershipsOfPeople: first.memberships + offices.length };
    await withoutIndexes(client, loaded, report, async () => {
      await insertClerks(context, offices);
      await insertProfessionals(context, employers, people, offices.length);
      await client.query('analyze up_users, professionals, professional_titles, memberships, organizations');
      await insertRecords(client, work, report);
      await client.query('analyze hour_records');
      await insertReviews(client, work, report);
      await insertResults(client, pack, work, report);
    });
    const accounts = await selectAccounts(client, first.up_users, first.organizations);
    await client.query('commit');
    report('analyze');
    await client.query('vacuum (analyze)');
    return { organizations: offices.length, people, records, accounts };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The clerks worth signing in as. Account n has the n-th invented ID number. */
async function selectAccounts(client: ClientBase, firstAccount: number, firstOrganization: number): Promise<ScaleAccount[]> {
  const { rows } = await client.query<{ kind: UserType; accountId: number; organizationId: number; organizationName: string; waiting: number }>(
    `with waiting as (select organization_id, count(*)::int as waiting from reviews where current and status = 'pending' group by 1),
       offices as (select o.id, o.kind, o.name, m.account_id, coalesce(w.waiting, 0) as waiting, row_number() over (partition by o.kind order by w.waiting desc nulls last, o.id) as place
         from organizations o join memberships m on m.organization_id = o.id and m.super left join waiting w on w.organization_id = o.id where o.id >= $1)
     select kind, account_id as "accountId", id as "organizationId", name as "organizationName", waiting from offices where id = $1
     union all
     (select kind, account_id, id, name, waiting from offices where place = 1 order by array_position(array['bureau', 'authority', 'employer'], kind::text))
     union all
     (select 'professional', p.account_id, o.id, o.name, 0 from professionals p join organizations o on o.id = p.organization_id where p.account_id >= $2 order by p.id limit 1)`,
    [firstOrganization, firstAccount],
  );
  return rows.map(({ kind, accountId, ...office }) => ({
    userType: kind,
    idNumber: scaleIdNumber(accountId - firstAccount),
    password: demoPassword,
    ...office,
  }));
}
