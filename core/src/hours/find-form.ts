import { Refusal } from '../contracts/refusal';
import type { LearningForm } from '../policy/learning-form';

/** Whether a learning form may be declared for a year. */
export function formOpen(form: LearningForm, year: number): boolean {
  return form.enabled && (form.validFromYear === undefined || form.validFromYear <= year) && (form.validToYear === undefined || year <= form.validToYear);
}

/** The learning form of a code. Refuses with 400: `unknown-form`, or `form-closed` when it is switched off or not valid in that year. */
export function findForm(forms: ReadonlyMap<string, LearningForm>, code: string, year: number): LearningForm {
  const form = forms.get(code);
  if (form === undefined) throw new Refusal(400, 'unknown-form', '没有这种学习形式', 'form');
  if (!formOpen(form, year)) throw new Refusal(400, 'form-closed', `学习形式“${form.name}”在 ${year} 年度不开放申报`, 'form');
  return form;
}
