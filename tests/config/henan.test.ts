import { henan, henanSource, loadPack, type PackSource } from '@xueshi/config';
import { modules, recordSources, selectRoute, userTypes } from '@xueshi/core';

const dictionary = (code: string) => henan.dictionaries.find((d) => d.code === code)?.items ?? [];

describe('the pack of Henan', () => {
  test('has the forms and values of the contract', () => {
    const options = (code: string, field: string) =>
      henan.learningForms
        .find((form) => form.code === code)
        ?.fields.find((f) => f.name === field)
        ?.options?.map((o) => o.value);
    expect(henan.learningForms.map((form) => form.code).sort()).toEqual(
      [
        'assistance-posting',
        'award',
        'base-training',
        'conference',
        'degree-education',
        'grassroots-service',
        'investigation-report',
        'online-course',
        'other',
        'patent',
        'publication',
        'qualification-exam',
        'research-project',
        'training',
      ].sort(),
    );
    expect(options('training', 'organizer')).toEqual(['ministry', 'province', 'city', 'industry']);
    expect(options('degree-education', 'mode')).toEqual(['degree', 'course-study']);
    expect(options('publication', 'journal')).toEqual(['international-or-national', 'provincial-core', 'issn-cn']);
    expect(options('patent', 'kind')).toEqual(['invention', 'utility-model', 'design']);
    expect(options('qualification-exam', 'kind')).toEqual(['senior', 'intermediate', 'junior', 'practising']);
  });

  test('has 18 cities with 济源, their counties, and the ten province-administered counties', () => {
    expect(henan.regions.filter((r) => r.level === 'city')).toHaveLength(18);
    expect(henan.regions.find((r) => r.code === '419001')).toMatchObject({ name: '济源市', level: 'city', parent: '410000' });
    expect(henan.regions.filter((r) => r.provinceDirect).map((r) => r.name)).toEqual([
      '巩义市',
      '兰考县',
      '汝州市',
      '滑县',
      '长垣市',
      '邓州市',
      '永城市',
      '固始县',
      '鹿邑县',
      '新蔡县',
    ]);
    for (const county of henan.regions.filter((r) => r.level === 'county')) expect(county.parent).toBe(`${county.code.slice(0, 4)}00`);
    expect(henan.regions.filter((r) => r.level === 'county').length).toBeGreaterThan(157);
  });

  test('has 27 title series, each with titles whose levels exist', () => {
    const series = dictionary('title-series').map((item) => item.code);
    expect(series.filter((code) => Number(code) <= 27)).toHaveLength(27);
    const levels = dictionary('title-level').map((item) => item.code);
    for (const title of dictionary('title-name')) {
      expect(series).toContain(title.parent);
      expect(levels).toContain(title.extra?.level);
    }
    expect(new Set(dictionary('title-name').map((item) => item.parent)).size).toBe(27);
    expect(
      dictionary('title-name')
        .filter((item) => item.parent === '04' && item.extra?.branch === '护')
        .map((item) => item.name),
    ).toEqual(['主任护师', '副主任护师', '主管护师', '护师', '护士']);
    for (const legacy of dictionary('legacy-title-series')) expect(series).toContain(legacy.parent);
  });

  test('knows every document a form asks for', () => {
    const known = new Map(dictionary('document').map((item) => [item.code, item.name]));
    for (const form of henan.learningForms) for (const asked of form.documents) expect(known.get(asked.code)).toBe(asked.name);
  });

  test('routes every source and form, names every module, gives every user type a role that can open each of its views', () => {
    for (const source of recordSources)
      for (const form of henan.learningForms) expect(selectRoute(henan.routes, { matter: 'hour-record', source, form: form.code }).steps).not.toHaveLength(0);
    expect(Object.keys(henan.moduleNames).sort()).toEqual([...modules].sort());
    for (const userType of userTypes) expect(henan.roles.some((role) => role.userType === userType)).toBe(true);
    for (const view of henan.views) expect(henan.roles.some((role) => role.userType === view.userType && role.modules.includes(view.module))).toBe(true);
  });

  test('shows the four public states as tabs of queues and records (B24, D17)', () => {
    for (const view of henan.views.filter((v) => v.resource === 'hour-reviews' || v.resource === 'hour-records')) {
      expect(view.tabs.map((tab) => tab.label)).toEqual(expect.arrayContaining(['待审核', '审核通过', '审核不通过', '全部']));
    }
  });
});

describe('a fault in a pack stops the start with file and key', () => {
  const changed = (change: Partial<PackSource>) => () => loadPack({ ...henanSource, ...change });
  const [training, ...otherForms] = henanSource.learningForms;
  if (!training) throw new Error('the pack has no forms');
  const withField = (field: object) => [
    { ...training, rows: training.rows.map((form) => (form.code === 'training' ? { ...form, fields: [...form.fields, field as never] } : form)) },
    ...otherForms,
  ];

  test.each<[string, Partial<PackSource>, RegExp]>([
    [
      'a dictionary that does not exist',
      { learningForms: withField({ name: 'series', label: '系列', type: 'dictionary', dictionary: 'nothing' }) },
      /henan\/forms\/training\.ts: training\.fields\.5\.dictionary: 没有字典 nothing/,
    ],
    [
      'a form that does not exist',
      {
        routes: [
          ...henanSource.routes,
          {
            file: 'henan/more.ts',
            rows: [
              {
                code: 'more',
                name: 'x',
                matter: 'hour-record',
                when: { forms: ['nothing'] },
                steps: [{ kind: 'walk', from: 'self', until: 'first-bureau', dueDays: 1 }],
              },
            ],
          },
        ],
      },
      /henan\/more\.ts: more\.when\.forms\.0: 没有学习形式 nothing/,
    ],
    [
      'a parent region that does not exist',
      { regions: [...henanSource.regions, { file: 'henan/more.ts', rows: [{ code: '429999', name: 'x', parent: '429900', level: 'county' }] }] },
      /henan\/more\.ts: 429999\.parent: 没有上级区划 429900/,
    ],
    [
      'a code twice',
      { regions: [...henanSource.regions, { file: 'henan/more.ts', rows: [{ code: '410100', name: 'x', parent: '410000', level: 'city' }] }] },
      /henan\/more\.ts: 410100: 重复的代码 410100/,
    ],
    [
      'a title level that does not exist',
      { settings: { ...henanSource.settings, value: { ...henanSource.settings.value, titleBands: { '7': 'senior' } } } },
      /henan\/settings\.ts: settings\.titleBands\.7/,
    ],
    [
      'a module without a name',
      { moduleNames: { file: 'henan/roles.ts', value: { profile: '基本信息维护' } } },
      /henan\/roles\.ts: moduleNames\.import: 权限模块 import 没有名称/,
    ],
    [
      'a setting of the wrong type',
      { settings: { ...henanSource.settings, value: { ...henanSource.settings.value, bulkLimit: 1 } } },
      /henan\/settings\.ts: settings\.bulkLimit/,
    ],
  ])('%s', (_, change, message) => {
    expect(changed(change)).toThrow(message);
  });

  test('all faults are listed at once', () => {
    expect(changed({ moduleNames: { file: 'henan/roles.ts', value: {} } })).toThrow(/profile[\s\S]*reveal/);
  });
});
