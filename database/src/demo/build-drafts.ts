import type { ReviewStatus } from '@xueshi/core';
import type { Offices } from './build-offices';
import type { Person } from './build-people';
import { demoAccount } from './demo-accounts';
import { type Learning, learningScenarios } from './learning-scenarios';
import type { Random } from './random';

/** A declaration before its dates, hours and reviews are worked out. */
export interface Draft {
  person: Person;
  year: number;
  learning: Learning;
  status: ReviewStatus;
  /** Where it waits or was decided: how many steps have approved it before. Capped by the length of its route. */
  passedSteps: number;
  /** Sent back once and corrected before. */
  corrected: boolean;
}

const pastFate: readonly (readonly [number, ReviewStatus])[] = [
  [905, 'approved'],
  [45, 'rejected'],
  [20, 'withdrawn'],
  [8, 'revoked'],
  [15, 'pending'],
  [7, 'returned'],
];
const presentFate: readonly (readonly [number, ReviewStatus])[] = [
  [56, 'approved'],
  [26, 'pending'],
  [4, 'returned'],
  [6, 'rejected'],
  [5, 'withdrawn'],
  [3, 'revoked'],
];
const firstYear = 2013;

/** Exactly `count` declarations of the people: this year, last year and some earlier ones, in every state. */
export function buildDrafts(random: Random, offices: Offices, people: readonly Person[], count: number, year: number): Draft[] {
  const drafts: Draft[] = [];
  const add = (person: Person, at: number, learning: Learning): void => {
    const status = random.weighted(at === year ? presentFate : pastFate);
    const passedSteps = random.weighted([
      [45, 0],
      [35, 1],
      [20, 2],
    ]);
    drafts.push({ person, year: at, learning, status, passedSteps, corrected: (status === 'approved' || status === 'pending') && random.chance(0.04) });
  };
  const study = (person: Person, at: number, specialties: number): void => {
    add(person, at, learningScenarios.general(random, random.pick([30, 30, 30, 30, 24])));
    for (let i = 0; i < specialties; i++) add(person, at, learningScenarios.specialty(random, person.trade));
  };

  const [demo, ...others] = people;
  if (!demo) throw new Error('no people');
  drafts.push(...demoDrafts(demo, year));
  for (const person of random.shuffled(others)) {
    if (drafts.length > count - 4) break;
    if (random.chance(0.78)) study(person, year, random.between(0, 2));
    if (random.chance(0.8)) study(person, year - 1, random.between(1, 3));
    const from = Math.max(firstYear, person.since);
    if (from <= year - 2 && random.chance(0.72)) study(person, random.between(from, year - 2), random.between(1, 3));
  }
  while (drafts.length < count) {
    const person = random.pick(others);
    add(person, year, learningScenarios.specialty(random, person.trade));
  }
  drafts.length = count;
  fillDemoQueues(random, offices, drafts, year);
  return drafts;
}

/** The demo professional: this year 30 general and 36 specialty hours, so that a conference of 3 days with a paper (24) completes it; two passed years. */
function demoDrafts(person: Person, year: number): Draft[] {
  const made = (at: number, status: ReviewStatus, learning: Omit<Learning, 'source'>): Draft => ({
    person,
    year: at,
    learning: { ...learning, source: 'self' },
    status,
    passedSteps: 0,
    corrected: false,
  });
  const online = (hours: number, title: string) => ({
    form: 'online-course',
    subject: 'general' as const,
    title,
    values: { subject: 'general', hours, platform: '豫学网（演示）' },
    days: 20,
  });
  const training = (hours: number, title: string) => ({
    form: 'training',
    subject: 'specialty' as const,
    title,
    values: { organizer: 'province', hours, organizerName: '省教育主管部门（演示）' },
    days: 5,
  });
  return [
    made(year, 'approved', online(30, '公需科目：数字经济与人工智能')),
    made(year, 'approved', training(36, '义务教育新课程标准高级研修班')),
    made(year, 'rejected', training(12, '信息化教学设计研修班')),
    made(year, 'withdrawn', { form: 'grassroots-service', subject: 'specialty', title: '送教下乡', values: { days: 1 }, days: 1 }),
    made(year - 1, 'approved', online(30, '公需科目：知识产权保护')),
    made(year - 1, 'approved', training(40, '班主任工作方法高级研修班')),
    made(year - 1, 'approved', {
      form: 'conference',
      subject: 'specialty',
      title: '基础教育学术年会',
      values: { level: 'national', days: 3, presentedPaper: true },
      days: 3,
    }),
    made(year - 2, 'approved', online(30, '公需科目：专业技术人员职业道德')),
    made(year - 2, 'approved', {
      form: 'research-project',
      subject: 'specialty',
      title: '校本课程开发课题',
      values: { level: 'provincial', part: 'main', rank: 1 },
      days: 180,
    }),
    made(year - 3, 'approved', online(20, '公需科目：突发事件应急管理')),
  ];
}

/**
 * The queues of the demo offices: 10 wait at the employer, 62 at its authority (more than two pages; some of past years) and 14 more at the city's
 * bureau. Whatever else of their branch would be pending is approved, base rosters aside.
 */
function fillDemoQueues(random: Random, offices: Offices, drafts: Draft[], year: number): void {
  const employer = offices.organizations.find((one) => one.name === demoAccount('employer').organizationName);
  const authority = offices.organizations.find((one) => one.name === demoAccount('authority').organizationName);
  const demoId = drafts[0]?.person.professional.id;
  const branch = new Set(offices.organizations.filter((one) => one.parent_id === authority?.id).map((one) => one.id));
  const free = random.shuffled(
    drafts.filter(
      (draft) =>
        branch.has(draft.person.professional.organization_id) &&
        draft.person.professional.id !== demoId &&
        draft.learning.source === 'self' &&
        draft.learning.form !== 'other',
    ),
  );
  for (const draft of free) if (draft.status === 'pending') draft.status = 'approved';
  const used = new Set<Draft>();
  const wait = (count: number, passedSteps: number, at: number, from?: number): void => {
    const chosen = free
      .filter((draft) => !used.has(draft) && draft.year === at && (from === undefined || draft.person.professional.organization_id === from))
      .slice(0, count);
    for (const draft of chosen) {
      used.add(draft);
      draft.status = 'pending';
      draft.passedSteps = passedSteps;
    }
  };
  wait(8, 0, year, employer?.id);
  wait(2, 0, year - 1, employer?.id);
  wait(54, 1, year);
  wait(8, 1, year - 1);
  wait(14, 2, year);
}
