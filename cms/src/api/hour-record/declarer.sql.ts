import type { OrganizationNode } from '@xueshi/core';
import { type Queryable, query } from '../../query';

/** The professional who declares, and the unit he belongs to. */
export interface Declarer {
  id: number;
  accountId: number;
  status: 'pending' | 'active' | 'transferring' | 'deregistered' | 'rejected';
  organizationId: number;
  organizationStatus: string;
  organizationPath: string;
  /** Region whose yearly standard applies: the unit's, or the one its office set for it (decision 9). */
  region: string;
  titles: { levelCode: string; obtainedOn: string | null }[];
}

const declarer = `select p.id, p.account_id as "accountId", p.status, p.organization_id as "organizationId", o.status as "organizationStatus",
    o.path as "organizationPath", coalesce(o.extra ->> 'requirementRegion', o.region_code) as region,
    (select coalesce(json_agg(json_build_object('levelCode', t.level_code, 'obtainedOn', t.obtained_on::text)), '[]'::json)
       from professional_titles t where t.professional_id = p.id) as titles
  from professionals p join organizations o on o.id = p.organization_id where p.id = ?`;

export async function selectDeclarer(db: Queryable, professionalId: number): Promise<Declarer | undefined> {
  return (await query<Declarer>(db, declarer, [professionalId]))[0];
}

/** Also makes two declarations of one person wait for each other: duplicates and the yearly cap are judged over what is committed. */
export async function lockDeclarer(trx: Queryable, professionalId: number): Promise<Declarer | undefined> {
  return (await query<Declarer>(trx, `${declarer} for no key update of p`, [professionalId]))[0];
}

/**
 * The organizations in office from the one with this path up to the root, itself first: one lookup by the ids the path is made of. Closed and
 * merged ones (decision 22) are left out: nobody there could decide, and the claim would wait for ever.
 */
export function selectChain(db: Queryable, path: string): Promise<OrganizationNode[]> {
  return query<OrganizationNode>(
    db,
    `select o.id, o.name, o.kind, g.level as "regionLevel", coalesce(g.province_direct, false) as "provinceDirect"
       from organizations o join regions g on g.code = o.region_code
      where o.id = any (string_to_array(rtrim(?, '.'), '.')::int[]) and o.status = 'active' order by length(o.path) desc`,
    [path],
  );
}
