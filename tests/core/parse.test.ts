import { declaration, parse, quoteRequest, reviewRequest, signInRequest } from '@xueshi/core';
import { z } from 'zod';
import { refusalOf } from './forms';

const good = { form: 'conference', year: 2026, titleLevel: 'senior', region: '410100', values: {} };

describe('parse', () => {
  test('gives the parsed value', () => {
    expect(parse(quoteRequest, good)).toEqual(good);
  });

  test.each<[string, z.ZodType, unknown, string | undefined, string]>([
    ['a missing value', quoteRequest, { ...good, form: undefined }, 'form', '此项为必填项'],
    ['a wrong type', quoteRequest, { ...good, year: '2026' }, 'year', '应为数字'],
    ['not a whole number', quoteRequest, { ...good, year: 2026.5 }, 'year', '应为整数'],
    ['a value outside its list', quoteRequest, { ...good, titleLevel: 'master' }, 'titleLevel', '只能取以下值之一：junior、intermediate、senior'],
    ['a text of its own', quoteRequest, { ...good, region: '41' }, 'region', '行政区划代码为六位数字'],
    ['a key that would vanish', quoteRequest, { ...good, values: JSON.parse('{"deep":[{"__proto__":1}]}') }, 'values.deep.0.__proto__', '不认识的字段'],
    ['an unknown field', quoteRequest, { ...good, hours: 99 }, 'hours', '不认识的字段'],
    [
      'an unknown field deep inside',
      declaration,
      { ...filled(), attachments: [{ id: 1, document: 'x', path: '/etc/passwd' }] },
      'attachments.0.path',
      '不认识的字段',
    ],
    [
      'a deep path',
      declaration,
      {
        ...filled(),
        attachments: [
          { id: 1, document: 'x' },
          { id: -1, document: 'x' },
        ],
      },
      'attachments.1.id',
      '应大于 0',
    ],
    ['too long', declaration, { ...filled(), title: '长'.repeat(201) }, 'title', '长度应不超过 200 个字符'],
    ['not a day', declaration, { ...filled(), startsOn: '2026-02-30' }, 'startsOn', '应为有效的日期（YYYY-MM-DD）'],
    ['not an object', quoteRequest, 'x', undefined, '应为对象'],
    ['nothing at all', quoteRequest, undefined, undefined, '此项为必填项'],
    ['a rule over two fields', reviewRequest, { decision: 'approve' }, 'rows', '请指定 rows 或 filter 之一'],
    ['too many', z.strictObject({ list: z.array(z.number()).max(1) }), { list: [1, 2] }, 'list', '项数应不超过 1'],
  ])('%s', (_, schema, input, field, message) => {
    const refusal = refusalOf(() => parse(schema, input));
    expect(refusal).toMatchObject({ status: 400, code: 'invalid', message });
    expect(refusal.field).toBe(field);
  });

  test('several faults: the first in front, all in the details, no value repeated', () => {
    const refusal = refusalOf(() => parse(signInRequest, { userType: 'king', idNumber: '41010519900101001X-secret', password: '' }));
    expect(refusal.details?.fields).toHaveLength(3);
    expect(JSON.stringify(refusal.answer())).not.toMatch(/secret|king/);
  });
});

function filled() {
  return { form: 'conference', year: 2026, title: '会议', startsOn: '2026-05-01', endsOn: '2026-05-03', values: {} };
}

it('never speaks English, whatever the type', () => {
  const schemas = [
    z.tuple([z.string(), z.string()]),
    z.set(z.string()),
    z.map(z.string(), z.string()),
    z.bigint(),
    z.symbol(),
    z.nan(),
    z.null(),
    z.undefined(),
    z.void(),
    z.never(),
    z.literal('a'),
    z.union([z.string(), z.number()]),
    z.enum(['a']),
    z.date(),
    z.instanceof(Map),
    z.custom(() => false),
    z.string().regex(/^x$/),
    z.string().startsWith('x'),
    z.ipv4(),
    z.intersection(z.string(), z.number()),
    z.discriminatedUnion('a', [z.object({ a: z.literal('b') })]),
  ];
  for (const schema of schemas) {
    for (const input of [{}, [], 'q', true, null]) {
      const result = schema.safeParse(input);
      if (result.success) continue;
      expect(refusalOf(() => parse(schema, input)).message.replace(/UUID|ISO|Base64|YYYY-MM-DD/g, '')).not.toMatch(/[a-z]{2,}/i);
    }
  }
});
