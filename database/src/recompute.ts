import { judgeYear, type Requirement, requirement, type Settings, settings } from '@xueshi/core';
import type { ClientBase } from 'pg';
import {
  type CountedYear,
  type IdRange,
  insertResults,
  lockResults,
  type RecomputedYear,
  selectCountedYears,
  selectJudgingPolicy,
  selectLastProfessional,
  selectTitles,
  updateResults,
} from './recompute.sql';

/** One figure that is not what the records add up to. `stored` null: the year had no result at all. */
export interface Difference {
  professionalId: number;
  year: number;
  figure: 'generalHours' | 'specialtyHours' | 'band' | 'requiredGeneral' | 'requiredSpecialty' | 'passed' | 'flags' | 'result' | 'certificate';
  stored: unknown;
  computed: unknown;
  /** The year is locked: it is never put right. */
  locked?: true;
}

export interface Recomputation {
  /** Years looked at: one of one person. */
  years: number;
  /** Years with a difference; the first thousand figures are listed. */
  different: number;
  differences: Difference[];
  /** Years written, 0 unless asked to. */
  fixed: number;
}

interface JudgingPolicy {
  requirements: readonly Requirement[];
  settings: Pick<Settings, 'titleBands'>;
}

const listed = 1000;
const figures = ['generalHours', 'specialtyHours', 'band', 'requiredGeneral', 'requiredSpecialty', 'passed', 'flags'] as const;

/**
 * Recomputes every annual result of the database from the approved records and today's titles and standards, by the function the
 * approvals use (`judgeYear`), and tells where the increments differ. With `fix` the results are written, a batch of persons at a time,
 * safe beside a running server. Locked years are final (decision 24) and only told; so are certificates that do not agree with the
 * judgement: they are issued and revoked by decisions only.
 * @param options.range only professionals of these ids
 * @param options.batch professionals of one transaction, by id
 */
export async function recompute(
  client: ClientBase,
  { fix = false, range, batch = 20_000 }: { fix?: boolean; range?: IdRange; batch?: number } = {},
): Promise<Recomputation> {
  const policy = await readPolicy(client);
  const result: Recomputation = { years: 0, different: 0, differences: [], fixed: 0 };
  const { from: first, to: end } = range ?? { from: 1, to: (await selectLastProfessional(client)) + 1 };
  for (let from = first; from < end; from += batch) {
    // One state of the database for sums and results; when writing, locks see to it instead.
    await client.query(fix ? 'begin' : 'begin isolation level repeatable read read only');
    try {
      await recomputeRange(client, policy, { from, to: Math.min(from + batch, end) }, fix, result);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
  return result;
}

async function recomputeRange(client: ClientBase, policy: JudgingPolicy, range: IdRange, fix: boolean, result: Recomputation): Promise<void> {
  if (fix) await lockResults(client, range);
  const titles = new Map<number, { levelCode: string; obtainedOn: string | null }[]>();
  for (const { professionalId, ...title } of await selectTitles(client, range)) titles.set(professionalId, [...(titles.get(professionalId) ?? []), title]);
  const wrong: RecomputedYear[] = [];
  for (const { stored, ...counted } of await selectCountedYears(client, range)) {
    const computed = { ...counted, ...judgeYear({ ...counted, titles: titles.get(counted.professionalId) ?? [], exemptions: [] }, policy) };
    result.years += 1;
    const found = differencesOf(computed, stored);
    if (found.length === 0) continue;
    result.different += 1;
    result.differences.push(...found.slice(0, listed - result.differences.length));
    if (!stored?.locked && found.some(({ figure }) => figure !== 'certificate')) wrong.push(computed);
  }
  if (!fix || wrong.length === 0) return;
  await updateResults(client, wrong);
  await insertResults(client, wrong);
  result.fixed += wrong.length;
}

function differencesOf(computed: RecomputedYear, stored: CountedYear['stored']): Difference[] {
  const { professionalId, year } = computed;
  if (!stored) return [{ professionalId, year, figure: 'result', stored: null, computed: computed.generalHours + computed.specialtyHours }];
  const locked = stored.locked ? { locked: true as const } : {};
  const found: Difference[] = figures
    .filter((figure) => String(stored[figure]) !== String(computed[figure]))
    .map((figure) => ({ professionalId, year, figure, stored: stored[figure], computed: computed[figure], ...locked }));
  // A locked result stands as it is: its certificate belongs to the judgement that was locked.
  const passed = stored.locked ? stored.passed : computed.passed;
  if (stored.certified !== passed) found.push({ professionalId, year, figure: 'certificate', stored: stored.certified, computed: passed, ...locked });
  return found;
}

async function readPolicy(client: ClientBase): Promise<JudgingPolicy> {
  const { requirements, titleBands } = await selectJudgingPolicy(client);
  return { requirements: requirement.array().parse(requirements), settings: settings.pick({ titleBands: true }).parse({ titleBands }) };
}

const figureNames: Record<Difference['figure'], string> = {
  generalHours: '公需学时',
  specialtyHours: '专业学时',
  band: '职称档次',
  requiredGeneral: '应完成公需学时',
  requiredSpecialty: '应完成专业学时',
  passed: '是否通过',
  flags: '备注',
  result: '年度认定',
  certificate: '有效证书',
};

const textOf = (figure: Difference['figure'], value: unknown): string => {
  if (figure === 'certificate') return value ? '有' : '无';
  return value === null ? '无' : String(value);
};

/** The report of a recomputation, one line each, for the terminal. Persons stand in it by their number in the database only. */
export function describeRecomputation({ years, different, differences, fixed }: Recomputation): string[] {
  const lines = differences.map(
    ({ professionalId, year, figure, stored, computed, locked }) =>
      `人员 ${professionalId}  ${year} 年度  ${figureNames[figure]}：现为 ${textOf(figure, stored)}，应为 ${textOf(figure, computed)}${locked ? '（已锁定，未更正）' : ''}`,
  );
  const summary = different === 0 ? `已核对 ${years} 个年度认定，与审核通过的记录完全一致。` : `已核对 ${years} 个年度认定，${different} 个不一致。`;
  return [...lines, summary, ...(fixed > 0 ? [`已更正 ${fixed} 个。`] : [])];
}
