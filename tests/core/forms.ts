import { henan } from '@xueshi/config';
import { type Evaluation, evaluateForm, findForm, type LearningForm, Refusal, type Subject } from '@xueshi/core';

export const forms: ReadonlyMap<string, LearningForm> = new Map(henan.learningForms.map((form) => [form.code, form]));

interface Options {
  year?: number;
  subject?: Subject;
  requirement?: { generalHours: number; specialtyHours: number };
}

/** Evaluates a form of the Henan pack under the standard of 2018 and later, unless told otherwise. */
export function evaluate(code: string, values: Record<string, unknown>, options: Options = {}): Evaluation {
  const year = options.year ?? 2026;
  const requirement = options.requirement ?? { generalHours: 30, specialtyHours: 60 };
  return evaluateForm(findForm(forms, code, year), { year, subject: options.subject, values, requirement });
}

/** The refusal a call ends in. Fails when it does not refuse. */
export function refusalOf(call: () => unknown): Refusal {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
