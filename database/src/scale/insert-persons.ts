import { maskIdNumber } from '@xueshi/core';
import type { ClientBase } from 'pg';
import { dayNumber, dayText } from '../demo/calendar';
import { inventedIdNumber } from '../demo/invented-numbers';
import { inventedName } from '../demo/names';
import type { Random } from '../demo/random';
import { initialsOf } from '../initials';
import type { Vault } from '../vault';
import type { ScaleEmployer, ScaleOffice } from './build-branches';
import type { Report } from './bulk-load';

const chunk = 20_000;
const birthDays = 14_000;
const firstBirth = dayNumber('1963-01-01');

/** The n-th account's ID number: up to 14 million, none twice, none of the demo accounts' (another unused address code). */
export const scaleIdNumber = (n: number): string => inventedIdNumber(dayText(firstBirth + (n % birthDays)), Math.floor(n / birthDays), '410198');

export interface PersonIds {
  up_users: number;
  memberships: number;
  professionals: number;
  professional_titles: number;
}

interface Context {
  client: ClientBase;
  vault: Vault;
  random: Random;
  first: PersonIds;
  /** bcrypt hash of the one password. */
  password: string;
  roles: ReadonlyMap<string, number>;
  report: Report;
}

function accountOf(vault: Vault, n: number, name: string) {
  const idNumber = scaleIdNumber(n);
  return { name, digest: vault.digest(idNumber), cipher: vault.seal(idNumber), mask: maskIdNumber(idNumber) };
}

const accounts = `insert into up_users (id, name, username, email, provider, password, confirmed, blocked, id_number_digest, id_number_cipher, id_number_mask, must_change_password)
  select $1::int + n, name, digest, digest || '@accounts.invalid', 'local', $2, true, false, digest, cipher, mask, false from given`;

/** One clerk for every office: account `first.up_users + i`, membership `first.memberships + i`. */
export async function insertClerks({ client, vault, random, first, password, roles, report }: Context, offices: readonly ScaleOffice[]): Promise<void> {
  report(`${offices.length} offices`);
  const rows = offices.map((office, n) => ({
    n,
    ...accountOf(vault, n, inventedName(random, 'male')),
    kind: office.kind,
    office: office.id,
    role: roles.get(`${office.kind}-administrator`) ?? null,
  }));
  await client.query(
    `with given as materialized (select * from json_to_recordset($4::json) as x(n int, name text, digest text, cipher text, mask text, kind text, office int, role int)),
       made as (${accounts})
     insert into memberships (id, account_id, user_type, organization_id, panel_role_id, super, status)
     select $3::int + n, $1::int + n, kind, office, role, true, 'active' from given`,
    [first.up_users, password, first.memberships, JSON.stringify(rows)],
  );
}

/** Picks employers in proportion to their weights. */
function employerPicker(random: Random, employers: readonly ScaleEmployer[]): () => number {
  const sums: number[] = [];
  let total = 0;
  for (const { weight } of employers) {
    total += weight;
    sums.push(total);
  }
  return () => {
    const wanted = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return (employers[low] as ScaleEmployer).office.id;
  };
}

/** `count` professionals with one title each: 30 % senior, 45 % intermediate, 25 % junior, all obtained in 2005. `skip`: accounts already made. */
export async function insertProfessionals(context: Context, employers: readonly ScaleEmployer[], count: number, skip: number): Promise<void> {
  const { client, vault, random, first, password, roles, report } = context;
  const pick = employerPicker(random, employers);
  const initials = new Map<string, string>();
  const initialsFor = (name: string): string => {
    const known = initials.get(name) ?? initialsOf(name);
    initials.set(name, known);
    return known;
  };
  for (let at = 0; at < count; at += chunk) {
    const size = Math.min(chunk, count - at);
    const rows = Array.from({ length: size }, (_, i) => {
      const n = skip + at + i;
      const gender = random.chance(0.5) ? ('male' as const) : ('female' as const);
      const name = inventedName(random, gender);
      return {
        n,
        p: at + i,
        ...accountOf(vault, n, name),
        gender,
        initials: initialsFor(name),
        office: pick(),
        level: random.weighted([
          [3, '2'],
          [4.5, '3'],
          [2.5, '4'],
        ]),
      };
    });
    await client.query(
      `with given as materialized (
         select * from json_to_recordset($6::json) as x(n int, p int, name text, digest text, cipher text, mask text, gender text, initials text, office int, level text)
       ), made as (${accounts}),
       people as (
         insert into professionals (id, account_id, organization_id, name, name_pinyin, gender, birth_date, education, status)
         select $4::int + p, $1::int + n, office, name, initials, gender, date '1963-01-01' + n % ${birthDays}, '21', 'active' from given
       ), titles as (
         insert into professional_titles (id, professional_id, series, level_code, name, obtained_on, "primary")
         select $5::int + p, $4::int + p, '05', level, case level when '2' then '高级工程师' when '3' then '工程师' else '助理工程师' end, '2005-06-01', true from given
       )
       insert into memberships (id, account_id, user_type, organization_id, professional_id, panel_role_id, super, status)
       select $3::int + n, $1::int + n, 'professional', office, $4::int + p, $7::int, false, 'active' from given`,
      [first.up_users, password, first.memberships, first.professionals, first.professional_titles, JSON.stringify(rows), roles.get('professional') ?? null],
    );
    if ((at / chunk) % 10 === 9) report(`${at + size} professionals`);
  }
}
