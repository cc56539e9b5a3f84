import { type Identity, judgeYear, type Progress, yearClosesOn } from '@xueshi/core';
import { dayInChina } from '../../day-in-china';
import type { Queryable } from '../../query';
import { ownProfessional } from '../hour-record/check-declarer';
import { selectDeclarer } from '../hour-record/declarer.sql';
import type { Policy } from '../policy/services/policy';
import { selectHoursByForm, selectYear, type YearRow } from './progress.sql';

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const tenth = (hours: number): number => Math.round(hours * 10) / 10;

/** One professional's year (X41): what is credited, on its way, required and missing, and how long the year stays open. */
export async function readProgress(db: Queryable, policy: Policy, identity: Identity, year: number, now: Date): Promise<Progress> {
  const professionalId = ownProfessional(identity);
  const [counted, byForm] = await Promise.all([selectYear(db, professionalId, year), selectHoursByForm(db, professionalId, year)]);
  const result = counted?.requiredGeneral == null ? await foresee(db, policy, professionalId, year, counted) : counted;
  const closesOn = yearClosesOn(policy.settings, year);
  return {
    year,
    generalHours: result.generalHours,
    specialtyHours: result.specialtyHours,
    pendingHours: tenth(byForm.reduce((sum, { pending }) => sum + pending, 0)),
    requiredGeneral: result.requiredGeneral ?? 0,
    requiredSpecialty: result.requiredSpecialty ?? 0,
    passed: result.passed,
    daysLeft: daysBetween(dayInChina(now), closesOn),
    closesOn,
    certificateNumber: result.certificateNumber,
    verificationCode: result.verificationCode,
    flags: result.flags,
    byForm: byForm
      .filter(({ credited }) => credited > 0)
      .map(({ form, credited }) => ({ form, name: policy.learningForms.get(form)?.name ?? form, hours: credited }))
      .sort((a, b) => b.hours - a.hours),
  };
}

/** A year nothing has been credited for yet: what it will be judged by. */
async function foresee(db: Queryable, policy: Policy, professionalId: number, year: number, counted: YearRow | undefined): Promise<YearRow> {
  const { generalHours, specialtyHours } = counted ?? { generalHours: 0, specialtyHours: 0 };
  const declarer = await selectDeclarer(db, professionalId);
  if (!declarer) throw new Error(`professional ${professionalId} of a live session does not exist`);
  const { region, titles } = declarer;
  const { requiredGeneral, requiredSpecialty, flags } = judgeYear({ year, region, titles, exemptions: [], generalHours, specialtyHours }, policy);
  return { generalHours, specialtyHours, requiredGeneral, requiredSpecialty, flags, passed: false, certificateNumber: null, verificationCode: null };
}
