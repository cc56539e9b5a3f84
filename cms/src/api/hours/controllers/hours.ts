import { evaluateForm, findForm, formOpen, formsQuery, parse, quoteRequest, Refusal, requirementQuery } from '@xueshi/core';
import type { Context } from 'koa';
import type { PolicyService } from '../../policy/services/policy';
import { findRequirement } from '../find-requirement';

const currentPolicy = () => (strapi.service('api::policy.policy') as PolicyService).current();

/** Public: what a year requires and what a declaration would yield. Nothing of a person is read. */
export default {
  requirement(ctx: Context): void {
    const query = parse(requirementQuery, ctx.query);
    const requirement = findRequirement(currentPolicy(), query);
    if (!requirement) throw new Refusal(404, 'no-requirement', `${query.year} 年度没有学时标准`, 'year');
    ctx.body = requirement;
  },

  quote(ctx: Context): void {
    const request = parse(quoteRequest, ctx.request.body);
    const policy = currentPolicy();
    const form = findForm(policy.learningForms, request.form, request.year);
    const requirement = findRequirement(policy, request);
    if (!requirement) throw new Refusal(400, 'no-requirement', `${request.year} 年度没有学时标准`, 'year');
    const { year, subject, values } = request;
    const { hours, generalHours, specialtyHours, explanation } = evaluateForm(form, { year, subject, values, requirement, dictionaries: policy.dictionaries });
    ctx.body = { hours, generalHours, specialtyHours, explanation };
  },

  forms(ctx: Context): void {
    const { year } = parse(formsQuery, ctx.query);
    const forms = [...currentPolicy().learningForms.values()].filter((form) => formOpen(form, year));
    ctx.body = forms.sort((a, b) => a.sort - b.sort);
  },
};
