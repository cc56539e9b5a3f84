import { type OrganizationKind, type Pack, type ReviewStep, resolveRoute, selectRoute } from '@xueshi/core';
import { inventedCreditCode } from '../demo/invented-numbers';
import type { Random } from '../demo/random';
import { initialsOf } from '../initials';

/** An office of the large province. */
export interface ScaleOffice {
  id: number;
  code: string;
  name: string;
  name_pinyin: string;
  kind: OrganizationKind;
  parent_id: number | null;
  region_code: string;
  status: 'active';
}

/** An employer with the frozen route of its people's declarations and its share of the people. */
export interface ScaleEmployer {
  office: ScaleOffice;
  route: ReviewStep[];
  weight: number;
}

/** Share of all employers that stand below the province, the cities and the counties. */
const shares = { province: 0.02, city: 0.4, county: 0.58 };

/**
 * The tree of the large province: a bureau for every region of the pack, authorities below each, `count` employers below those. The first city takes
 * a third of all that belongs to cities, and sizes of employers differ by two orders of magnitude, so that queues are as uneven as real ones.
 */
export function buildBranches(pack: Pack, random: Random, count: number, firstId: number): { offices: ScaleOffice[]; employers: ScaleEmployer[] } {
  const offices: ScaleOffice[] = [];
  const byId = new Map<number, ScaleOffice>();
  const regions = new Map(pack.regions.map((region) => [region.code, region]));
  const add = (name: string, kind: OrganizationKind, region: string, parent: ScaleOffice | null): ScaleOffice => {
    const n = offices.length;
    const office: ScaleOffice = {
      id: firstId + n,
      code: inventedCreditCode(kind === 'employer' ? '12' : '11', 500_000 + n),
      name,
      name_pinyin: initialsOf(name),
      kind,
      parent_id: parent?.id ?? null,
      region_code: region,
      status: 'active',
    };
    offices.push(office);
    byId.set(office.id, office);
    return office;
  };
  const authorities = (bureau: ScaleOffice, place: string, amount: number): ScaleOffice[] =>
    Array.from({ length: amount }, (_, i) => add(`${place}第${i + 1}主管部门（压测）`, 'authority', bureau.region_code, bureau));

  const [root] = pack.regions.filter((region) => region.level === 'province');
  if (!root) throw new Error('the pack has no province');
  const province = add(`${root.name}人力资源和社会保障厅（压测）`, 'bureau', root.code, null);
  const pools: Record<keyof typeof shares, ScaleOffice[]> = { province: authorities(province, root.name, 12), city: [], county: [] };
  const bureaus = new Map<string, ScaleOffice>([[root.code, province]]);
  for (const level of ['city', 'county'] as const) {
    for (const region of pack.regions.filter((one) => one.level === level)) {
      const parent = bureaus.get(region.parent ?? '') ?? province;
      const bureau = add(`${region.name}人力资源和社会保障局（压测）`, 'bureau', region.code, parent);
      bureaus.set(region.code, bureau);
      pools[level].push(...authorities(bureau, region.name, level === 'city' ? 8 : 4));
    }
  }
  const chainOf = (office: ScaleOffice): Parameters<typeof resolveRoute>[1] => {
    const chain: Parameters<typeof resolveRoute>[1][number][] = [];
    for (let one: ScaleOffice | undefined = office; one; one = one.parent_id === null ? undefined : byId.get(one.parent_id)) {
      const region = regions.get(one.region_code);
      if (!region) throw new Error(`no region ${one.region_code}`);
      chain.push({ id: one.id, name: one.name, kind: one.kind, regionLevel: region.level, provinceDirect: region.provinceDirect });
    }
    return chain;
  };
  const route = selectRoute(pack.routes, { matter: 'hour-record', source: 'self', form: 'training' });
  const employers = Array.from({ length: count }, (_, i): ScaleEmployer => {
    const level = random.weighted([
      [shares.province, 'province'],
      [shares.city, 'city'],
      [shares.county, 'county'],
    ] as const);
    const pool = pools[level];
    const parent = level === 'city' && random.chance(0.33) ? random.pick(pool.slice(0, 8)) : random.pick(pool);
    const office = add(`压测单位${String(i + 1).padStart(6, '0')}`, 'employer', parent.region_code, parent);
    return { office, route: resolveRoute(route, chainOf(office)), weight: 1 / (0.02 + random.next()) };
  });
  return { offices, employers };
}
