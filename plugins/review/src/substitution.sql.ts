import type { Module } from '@xueshi/core';
import type { AbsentColleague } from './judge-row';
import { type Database, rowsOf } from './statement';

/** Colleagues of the same office this membership stands in for today, with the modules of their roles (X05). */
export function selectAbsentColleagues(db: Database, membershipId: number, organizationId: number): Promise<AbsentColleague[]> {
  return rowsOf<{ accountId: number; name: string; modules: Module[] }>(
    db,
    `select m.account_id as "accountId", u.name, coalesce(p.modules, '[]')::json as modules
     from review_substitutions s
     join memberships m on m.id = s.absent_membership_id and m.status = 'active' and m.user_type <> 'professional'
     join up_users u on u.id = m.account_id
     left join panel_roles p on p.id = m.panel_role_id
     where s.substitute_membership_id = ? and m.organization_id = ? and current_date between s.from_day and s.to_day
     order by m.id`,
    [membershipId, organizationId],
  );
}
