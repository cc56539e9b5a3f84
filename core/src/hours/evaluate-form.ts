import type { Quote } from '../contracts/hour-record';
import { Refusal } from '../contracts/refusal';
import type { Scalar } from '../policy/condition';
import type { ConversionRow, LearningForm, Subject } from '../policy/learning-form';
import { conditionsHold } from './condition-holds';
import { type Dictionaries, parseValues } from './parse-values';

/** The yearly standard that rows of kind `requirement` refer to; hours. */
interface Standard {
  generalHours: number;
  specialtyHours: number;
}

export interface FormInput {
  year: number;
  /** Absent: the form's default subject, or the value of the form's own field `subject`. */
  subject?: Subject;
  values: Record<string, unknown>;
  requirement: Standard;
  /** When given, codes of dictionary fields are checked. */
  dictionaries?: Dictionaries;
}

/** A quote and what it rests on: the subject credited and the values as parsed. */
export interface Evaluation extends Quote {
  subject: Subject;
  values: Record<string, Scalar>;
}

const subjectNames: Record<Subject, string> = { general: '公需科目', specialty: '专业科目', both: '公需科目和专业科目' };

/**
 * Turns the values of a declaration into hours by the form's conversion table: the first row whose conditions all hold
 * decides; a bonus is added once (decision 11); the explanation says how the figure came about. The one evaluator of every
 * form: what differs between forms is data. Refuses with 400 naming `subject` or `values.<field>`.
 */
export function evaluateForm(form: LearningForm, input: FormInput): Evaluation {
  const chosen = chooseSubject(form, input);
  const values = parseValues(form.fields, chosen.values, input.dictionaries);
  const row = form.rows.find((candidate) => conditionsHold(candidate.when, values));
  if (row === undefined) throw refusal(form.otherwise.field, form.otherwise.message);
  const explanation: string[] = [];
  const base = baseHours(form, row, values, input, explanation);
  const hours = withBonus(row, base, values, explanation);
  if (hours <= 0) throw refusal(row.gives.kind === 'rate' ? row.gives.per : form.otherwise.field, '按折算标准不足 1 学时');
  const subject = row.gives.kind === 'requirement' ? row.gives.subject : chosen.subject;
  const credit = creditOf(subject, hours, input.requirement);
  explanation.push(creditText(subject, hours, credit));
  return { hours, ...credit, explanation, subject, values };
}

/** The subject a declaration is for. A form may carry it as a field of its own; then the two must agree. */
function chooseSubject(form: LearningForm, input: FormInput): { subject: Subject; values: Record<string, unknown> } {
  const own = form.fields.some((f) => f.name === 'subject');
  const stated = own ? input.values.subject : undefined;
  if (stated !== undefined && input.subject !== undefined && stated !== input.subject) throw refusal('subject', '与所选科目不一致');
  const wanted = stated ?? input.subject ?? (own ? undefined : form.subjects[0]);
  const subject = form.subjects.find((s) => s === wanted);
  if (subject === undefined) {
    const names = form.subjects.map((s) => subjectNames[s]).join('、');
    const message = wanted === undefined ? '请选择科目' : `“${form.name}”只能计入${names}`;
    throw new Refusal(400, 'invalid', message, own ? 'values.subject' : 'subject');
  }
  return { subject, values: own ? { ...input.values, subject } : input.values };
}

function baseHours(form: LearningForm, row: ConversionRow, values: Record<string, Scalar>, input: FormInput, explanation: string[]): number {
  const gives = row.gives;
  switch (gives.kind) {
    case 'refuse':
      throw refusal(gives.field, gives.message);
    case 'fixed':
      explanation.push(`${row.label} → ${gives.hours}`);
      return gives.hours;
    case 'declared': {
      const hours = numberOf(form, values, gives.field);
      if (Math.abs(hours * 10 - Math.round(hours * 10)) > 1e-9) throw refusal(gives.field, '学时最多一位小数');
      explanation.push(`${row.label} 申报 ${hours} → ${hours}`);
      return hours;
    }
    case 'rate': {
      const given = numberOf(form, values, gives.per);
      const counted = cut(given, gives.decimals);
      // Whole hours, rounded down (decision 12); computed in whole units so that 12.3 x 16 is not 196.79999.
      const scale = 10 ** gives.decimals;
      const hours = Math.floor((Math.round(counted * scale) * gives.rate) / scale + 1e-9);
      const unit = form.fields.find((f) => f.name === gives.per)?.unit ?? '';
      explanation.push(`${row.label} ${given} ${unit}${counted === given ? '' : `（取 ${counted}）`} × ${gives.rate} → ${hours}`);
      return hours;
    }
    case 'requirement': {
      const hours = standardOf(gives.subject, input.requirement);
      explanation.push(`${row.label}：计 ${input.year} 年度全部${subjectNames[gives.subject]}学时 → ${hours}`);
      return hours;
    }
  }
}

function withBonus(row: ConversionRow, base: number, values: Record<string, Scalar>, explanation: string[]): number {
  let hours = base;
  for (const bonus of row.bonus) {
    if (!conditionsHold(bonus.when, values)) continue;
    hours += bonus.hours;
    explanation.push(`${bonus.label} +${bonus.hours} → ${hours}`);
  }
  if (row.maximum !== undefined && hours > row.maximum) {
    hours = row.maximum;
    explanation.push(`本项最多计 ${row.maximum} 学时 → ${hours}`);
  }
  return hours;
}

/** The hours a year requires in a subject. */
function standardOf(subject: Subject, standard: Standard): number {
  const general = subject === 'specialty' ? 0 : standard.generalHours;
  const specialty = subject === 'general' ? 0 : standard.specialtyHours;
  return general + specialty;
}

/** Splits the hours by subject. `both` always credits the whole standard: the schema admits nothing else for it (decision 14). */
function creditOf(subject: Subject, hours: number, standard: Standard): { generalHours: number; specialtyHours: number } {
  switch (subject) {
    case 'general':
      return { generalHours: hours, specialtyHours: 0 };
    case 'specialty':
      return { generalHours: 0, specialtyHours: hours };
    case 'both':
      return { generalHours: standard.generalHours, specialtyHours: standard.specialtyHours };
  }
}

function creditText(subject: Subject, hours: number, credit: { generalHours: number; specialtyHours: number }): string {
  if (subject === 'both') return `计入公需科目 ${credit.generalHours} 学时、专业科目 ${credit.specialtyHours} 学时`;
  return `计入${subjectNames[subject]} ${hours} 学时`;
}

/** Cuts a number to some decimals; the small addend because 4.35 x 100 is 434.99999 in floating point. */
function cut(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 1e-9) / scale;
}

/** A numeric value a row computes with. The form must ask for it whenever the row applies; if it does not, the applicant learns which value is missing. */
function numberOf(form: LearningForm, values: Record<string, Scalar>, name: string): number {
  const value = values[name];
  if (typeof value === 'number') return value;
  throw refusal(name, `请填写“${form.fields.find((f) => f.name === name)?.label ?? name}”`);
}

function refusal(field: string, message: string): Refusal {
  return new Refusal(400, 'invalid', message, `values.${field}`);
}
