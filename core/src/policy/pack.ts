import { z } from 'zod';
import { dictionary, region } from './dictionary';
import { learningForm } from './learning-form';
import { requirement } from './requirement';
import { modules, panelRole } from './role';
import { reviewRoute } from './route';
import { settings } from './settings';
import { view } from './view';

/** A policy pack: everything one body (a province, an institute) configures, before administrators change it in the CMS. */
export const pack = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    settings,
    dictionaries: z.array(dictionary),
    regions: z.array(region).nonempty(),
    learningForms: z.array(learningForm).nonempty(),
    requirements: z.array(requirement).nonempty(),
    routes: z.array(reviewRoute).nonempty(),
    roles: z.array(panelRole).nonempty(),
    moduleNames: z.record(z.string(), z.string()),
    views: z.array(view),
  })
  .superRefine((p, ctx) => {
    const fail = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    const unique = (name: string, values: string[]) => {
      const seen = new Set<string>();
      values.forEach((value, i) => (seen.has(value) ? fail([name, i], `重复的代码 ${value}`) : seen.add(value)));
    };
    unique(
      'dictionaries',
      p.dictionaries.map((d) => d.code),
    );
    unique(
      'regions',
      p.regions.map((r) => r.code),
    );
    unique(
      'learningForms',
      p.learningForms.map((f) => f.code),
    );
    unique(
      'requirements',
      p.requirements.map((r) => r.code),
    );
    unique(
      'routes',
      p.routes.map((r) => r.code),
    );
    unique(
      'roles',
      p.roles.map((r) => r.code),
    );
    unique(
      'views',
      p.views.map((v) => `${v.resource}/${v.userType}`),
    );
    const dictionaries = new Set(p.dictionaries.map((d) => d.code));
    const forms = new Set(p.learningForms.map((f) => f.code));
    const regions = new Set(p.regions.map((r) => r.code));
    p.learningForms.forEach((f, i) =>
      f.fields.forEach((x, j) => {
        if (x.dictionary && !dictionaries.has(x.dictionary)) fail(['learningForms', i, 'fields', j, 'dictionary'], `没有字典 ${x.dictionary}`);
      }),
    );
    p.routes.forEach((r, i) =>
      r.when.forms?.forEach((code, j) => {
        if (!forms.has(code)) fail(['routes', i, 'when', 'forms', j], `没有学习形式 ${code}`);
      }),
    );
    const codes = new Map(p.dictionaries.map((d) => [d.code, new Set(d.items.map((item) => item.code))]));
    p.dictionaries.forEach((d, i) => {
      if (codes.get(d.code)?.size !== d.items.length) fail(['dictionaries', i, 'items'], '有重复的代码');
    });
    const known = (dictionary: string, values: readonly string[], path: (string | number)[]) => {
      for (const value of values) if (!codes.get(dictionary)?.has(value)) fail([...path, value], `字典 ${dictionary} 中没有 ${value}`);
    };
    known('id-type', p.settings.registration.idTypes, ['settings', 'registration', 'idTypes']);
    known('title-level', Object.keys(p.settings.titleBands), ['settings', 'titleBands']);
    for (const module of modules) if (!p.moduleNames[module]) fail(['moduleNames', module], `权限模块 ${module} 没有名称`);
    p.requirements.forEach((r, i) =>
      r.excludedRegions.forEach((code, j) => {
        if (!regions.has(code)) fail(['requirements', i, 'excludedRegions', j], `没有行政区划 ${code}`);
      }),
    );
    p.regions.forEach((r, i) => {
      if (r.parent && !regions.has(r.parent)) fail(['regions', i, 'parent'], `没有上级区划 ${r.parent}`);
    });
  });
export type Pack = z.output<typeof pack>;
export type PackInput = z.input<typeof pack>;
