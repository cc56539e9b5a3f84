import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearOrphans } from '../../cms/src/api/attachment/clear-orphans';
import { localStore } from '../../cms/src/api/attachment/local-store';
import {
  api,
  approveAll,
  buildProvince,
  conference,
  database,
  decide,
  declare,
  environment,
  fileForm,
  type Province,
  pdf,
  png,
  type RefusalBody,
  uploadPdf,
} from '../fixtures';

let p: Province;
beforeAll(async () => {
  p = await buildProvince();
});

const upload = (form: FormData, as = p.people.professional) => api('/api/attachments', { method: 'POST', as, body: form });
const countOf = async (accountId: number): Promise<number> =>
  (await database().query('select count(*)::int as n from attachments where account_id = $1', [accountId])).rows[0].n;

describe('taking in', () => {
  test('a PDF and a PNG, each recognised by content, stored out of reach of /uploads', async () => {
    const bytes = pdf('one');
    const answer = await upload(fileForm(bytes, '会议通知 (1).pdf'));
    expect(answer).toMatchObject({
      status: 201,
      body: { name: '会议通知 (1).pdf', mime: 'application/pdf', size: bytes.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(Object.keys(answer.body).sort()).toEqual(['id', 'mime', 'name', 'sha256', 'size']);
    const { rows } = await database().query('select file_key, url, account_id, hour_record_id from attachments where id = $1', [answer.body.id]);
    expect(rows[0]).toMatchObject({ account_id: p.people.professional.accountId, hour_record_id: null, url: null });
    expect(existsSync(join(environment.dataDirectory(), 'attachments', rows[0].file_key))).toBe(true);
    const file = rows[0].file_key.split('/')[1];
    for (const path of [
      `/uploads/${file}`,
      `/uploads/${rows[0].file_key}`,
      `/attachments/${rows[0].file_key}`,
      `/uploads/../../attachments/${rows[0].file_key}`,
    ]) {
      expect((await api(path)).bytes.includes(bytes)).toBe(false);
    }
    expect((await upload(fileForm(png(), 'photo.png', 'image/png'))).body).toMatchObject({ mime: 'image/png', name: 'photo.png' });
  });

  test('a name tells nothing: folders, control characters and a wrong ending go', async () => {
    expect((await upload(fileForm(png(), '../../etc/passwd\u202Egpj.pdf'))).body).toMatchObject({ name: 'passwdgpj.png', mime: 'image/png' });
    expect((await upload(fileForm(pdf(), '.pdf'))).body).toMatchObject({ name: '附件.pdf' });
  });

  test.each<[string, () => FormData, number, string]>([
    ['a program called .pdf', () => fileForm(Buffer.from('MZ\x90\x00\x03 this program cannot be run in DOS mode'), 'notice.pdf'), 415, 'unsupported-file'],
    ['a page called .png', () => fileForm(Buffer.from('<html><script>alert(1)</script></html>'), 'a.png', 'image/png'), 415, 'unsupported-file'],
    [
      'a drawing that can carry a script',
      () => fileForm(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png', 'image/png'),
      415,
      'unsupported-file',
    ],
    ['an empty file', () => fileForm(Buffer.alloc(0), 'a.pdf'), 400, 'file-empty'],
    ['beyond the limit of the settings', () => fileForm(Buffer.concat([pdf(), Buffer.alloc(11 * 1024 * 1024)]), 'a.pdf'), 413, 'file-too-large'],
    ['beyond what the parser takes', () => fileForm(Buffer.concat([pdf(), Buffer.alloc(21 * 1024 * 1024)]), 'a.pdf'), 413, 'too-large'],
    ['no file', () => new FormData(), 400, 'invalid'],
    [
      'another field',
      () => {
        const form = fileForm(pdf());
        form.set('hourRecordId', '1');
        return form;
      },
      400,
      'invalid',
    ],
    [
      'two files',
      () => {
        const form = fileForm(pdf());
        form.append('file', new Blob([new Uint8Array(pdf())]), 'b.pdf');
        return form;
      },
      400,
      'invalid',
    ],
  ])('%s is refused, nothing is kept', async (_, form, status, code) => {
    const before = await countOf(p.people.professional.accountId);
    const answer = await upload(form());
    expect(answer).toMatchObject({ status, body: { error: { code, message: expect.stringMatching(/\p{Script=Han}/u) } } });
    expect(await countOf(p.people.professional.accountId)).toBe(before);
  });

  test('JSON instead of a form: 415; nobody: 401', async () => {
    expect((await api('/api/attachments', { method: 'POST', as: p.people.professional, body: { file: 'x' } })).status).toBe(415);
    expect((await api('/api/attachments', { method: 'POST', body: fileForm(pdf()) })).status).toBe(401);
  });

  test('somebody who only uploads is stopped', async () => {
    const who = p.people.foreignProfessional;
    await database().query(
      `insert into attachments (account_id, name, mime, size, sha256, file_key)
       select $1::int, 'x.pdf', 'application/pdf', 1, repeat('0', 64), 'test/' || $1::int || '/' || n from generate_series(1, 50) n`,
      [who.accountId],
    );
    expect(await upload(fileForm(pdf()), who)).toMatchObject({ status: 429, body: { error: { code: 'too-many-uploads' } } });
    await database().query("delete from attachments where account_id = $1 and file_key like 'test/%'", [who.accountId]);
  });
});

describe('handing out', () => {
  test('to the owner and the offices of the chain, as an attachment with nosniff; to nobody else', async () => {
    const who = p.people.professional;
    const attachment = await uploadPdf(who);
    const get = (as?: typeof who) => api<RefusalBody>(`/api/attachments/${attachment}`, { as });
    expect((await get(p.people.employerClerk)).status).toBe(404);
    await declare(who, conference(who, { attachments: [{ id: attachment, document: 'conference-notice' }] }));

    for (const person of [who, p.people.employerClerk, p.people.authorityClerk, p.people.cityClerk, p.people.provinceClerk]) {
      const answer = await get(person);
      expect(answer.status).toBe(200);
      expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    for (const person of [p.people.colleague, p.people.otherProfessional, p.people.otherEmployerClerk, p.people.otherCityClerk, p.people.baseClerk]) {
      expect(await get(person)).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
    }
    expect((await get()).status).toBe(401);
    for (const path of ['0', 'abc', '1e3', '99999999999', '2000000000', `${attachment}%20`]) {
      expect((await api(`/api/attachments/${path}`, { as: who })).status).toBe(404);
    }
    expect((await api(`/api/attachments/${attachment}?inline=1`, { as: who })).status).toBe(400);
  });

  test('a document a correction replaced stays in the record, out of its list', async () => {
    const who = p.people.colleague;
    const body = await conference(who);
    const id = await declare(who, body);
    expect((await decide(p.people.employerClerk, id, 'return', { reason: '通知不清晰', marks: [{ field: 'attachments' }] })).status).toBe(200);
    const { version, attachments: old } = (await api(`/api/panel/hour-records/${id}`, { as: who })).body;
    const fresh = await uploadPdf(who);
    const corrected = { ...body, version, attachments: [{ id: fresh, document: 'conference-notice' }] };
    expect((await api(`/api/panel/hour-records/${id}`, { method: 'PUT', as: who, body: corrected })).status).toBe(200);
    const seen = (await api(`/api/panel/hour-reviews/${id}`, { as: p.people.employerClerk })).body;
    expect(seen).toMatchObject({ attachmentCount: 1, attachments: [{ id: fresh }] });
    expect((await api(`/api/attachments/${old[0].id}`, { as: p.people.employerClerk })).status).toBe(200);
    await approveAll([p.people.employerClerk, p.people.authorityClerk, p.people.cityClerk], id);
  });

  test('the same file in two declarations is shown to the reviewer (X19)', async () => {
    const who = p.people.otherProfessional;
    const bytes = pdf('the very same file');
    const ids = [];
    for (const title of ['甲', '乙']) {
      const { id } = (await upload(fileForm(bytes), who)).body;
      ids.push(await declare(who, conference(who, { title, attachments: [{ id, document: 'conference-notice' }] })));
    }
    const { suspects } = (await api(`/api/panel/hour-reviews/${ids[1]}`, { as: p.people.otherEmployerClerk })).body;
    expect(suspects).toMatchObject([{ id: ids[0], title: '甲', samePerson: true }]);
    expect(suspects[0].because).toEqual(expect.arrayContaining(['file', 'dates']));
  });
});

test('uploads are cleared from the temporary folder, refused ones too', async () => {
  const folder = tmpdir();
  const began = Date.now();
  await upload(fileForm(Buffer.from('not a document'), 'a.pdf'));
  await api('/api/attachments', { method: 'POST', body: fileForm(pdf()) });
  // Other tests upload at the same time: what they have there goes too, only later.
  const uploaded = readdirSync(folder).filter(
    (name) => /^[0-9a-f]{25}$/.test(name) && (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= began,
  );
  const left = () => uploaded.filter((name) => existsSync(join(folder, name)));
  for (let i = 0; i < 50 && left().length > 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(left()).toEqual([]);
});

test('uploads nobody used for a day go, with their files; used and fresh ones stay', async () => {
  const who = p.people.otherProfessional;
  const [old, fresh, used] = [await uploadPdf(who), await uploadPdf(who), await uploadPdf(who)];
  await declare(who, conference(who, { attachments: [{ id: used, document: 'conference-notice' }] }));
  await database().query("update attachments set created_at = now() - interval '25 hours' where id = any ($1)", [[old, used]]);
  const { rows } = await database().query<{ id: number; file_key: string }>('select id, file_key from attachments where id = any ($1)', [[old, fresh, used]]);
  const store = localStore(environment.dataDirectory());
  const problems: string[] = [];
  const db = { raw: (sql: string) => database().query(sql) } as unknown as Parameters<typeof clearOrphans>[0];
  expect(await clearOrphans(db, store, (message) => problems.push(message))).toBeGreaterThanOrEqual(1);
  expect(problems).toEqual([]);
  const there = Object.fromEntries(rows.map(({ id, file_key }) => [id, existsSync(join(environment.dataDirectory(), 'attachments', file_key))]));
  expect(there).toEqual({ [old]: false, [fresh]: true, [used]: true });
  expect((await api(`/api/attachments/${old}`, { as: who })).status).toBe(404);
});

test('a file lost from the store is said to be lost, and stands in the log', async () => {
  const who = p.people.otherProfessional;
  const id = await uploadPdf(who);
  const { rows } = await database().query('select file_key from attachments where id = $1', [id]);
  await localStore(environment.dataDirectory()).remove({ key: rows[0].file_key, url: null });
  expect(await api(`/api/attachments/${id}`, { as: who })).toMatchObject({ status: 404, body: { error: { code: 'file-missing' } } });
  expect(readFileSync(environment.serverLog(), 'utf8')).toContain(`attachment ${id}: its file ${rows[0].file_key} is missing`);
});
