import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';
import { api, buildProvince, database, insertRow, nextNumber, type Person, type Province } from '../fixtures';

const snapshot = {
  name: '欧阳晓𠮷',
  maskedIdNumber: '4101**********1234',
  organizationName: '甲市第一中学',
  titleName: '高级教师',
  titleLevel: '副高级',
  year: 2026,
  generalHours: 30,
  specialtyHours: 64.5,
  requiredGeneral: 20,
  requiredSpecialty: 40,
  flags: ['按实际在岗时间折算'],
  entries: [{ formName: '学术会议', title: '基础教育学术年会', startsOn: '2026-05-06', endsOn: '2026-05-08', hours: 24 }],
  heading: '河南省专业技术人员继续教育证书',
  issuer: '河南省人力资源和社会保障厅',
};

interface Issued {
  id: number;
  number: string;
  code: string;
}

async function issue(holder: Person, revoked = false): Promise<Issued> {
  const n = await nextNumber();
  const number = `测专继-2026-410100-${String(n).padStart(7, '0')}`;
  const code = 'ABCD-2345-WXYZ';
  const id = await insertRow('certificates', {
    number,
    subject: 'test-matter',
    subject_id: n,
    holder_account_id: holder.accountId,
    year: 2026,
    status: revoked ? 'revoked' : 'valid',
    snapshot: JSON.stringify(snapshot),
    verification_code: code,
    issued_at: '2026-11-24T03:00:00Z',
    revoked_at: revoked ? '2026-11-25T03:00:00Z' : null,
    revoke_reason: revoked ? '材料不实' : null,
    edition: 1,
  });
  return { id, number, code };
}

const verification = (number: string, query = '') => `/api/certificates/${encodeURIComponent(number)}/verification${query}`;
const file = (number: string) => `/api/certificates/${encodeURIComponent(number)}/file`;

let province: Province;
let valid: Issued;
let revoked: Issued;
beforeAll(async () => {
  province = await buildProvince();
  valid = await issue(province.people.professional);
  revoked = await issue(province.people.professional, true);
});

describe('verification, by anybody', () => {
  const facts = ['status', 'number', 'maskedName', 'year', 'generalHours', 'specialtyHours', 'totalHours', 'issuedAt'];

  test('a number alone: masked holder, year and hours, nothing more, never to be stored', async () => {
    const answer = await api(verification(valid.number));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: 'valid',
        number: valid.number,
        maskedName: '欧**𠮷',
        year: 2026,
        generalHours: 30,
        specialtyHours: 64.5,
        totalHours: 94.5,
        issuedAt: '2026-11-24T03:00:00.000Z',
      },
    });
    expect(Object.keys(answer.body)).toEqual(facts);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.bytes.toString('utf8')).not.toContain('欧阳晓');
  });

  test('with the printed code: all the paper states', async () => {
    expect((await api(verification(valid.number, `?code=${valid.code.toLowerCase()}`))).body).toMatchObject({
      maskedIdNumber: '4101**********1234',
      organizationName: '甲市第一中学',
      requiredHours: 60,
      issuer: '河南省人力资源和社会保障厅',
      edition: 1,
      codeMatches: true,
    });
  });

  test("a revoked one says when, and a category instead of the officer's words, with the code too", async () => {
    for (const query of ['', `?code=${revoked.code}`]) {
      const { body } = await api(verification(revoked.number, query));
      expect(body).toMatchObject({ status: 'revoked', revokedAt: '2026-11-25T03:00:00.000Z', reason: '认定的学时有变更，发证机关已作废该证书' });
      expect(JSON.stringify(body)).not.toContain('材料不实');
    }
  });

  test('an unknown one tells nothing else', async () => {
    expect(await api(verification('豫专继-1999-410100-0000001'))).toMatchObject({
      status: 200,
      body: { status: 'unknown', number: '豫专继-1999-410100-0000001' },
    });
    expect(Object.keys((await api(verification("' or 1=1 --"))).body)).toEqual(['status', 'number']);
  });

  test('a wrong code gets no more than the number alone', async () => {
    const { body } = await api(verification(valid.number, '?code=ABCD-2345-WXYY'));
    expect(Object.keys(body)).toEqual([...facts, 'codeMatches']);
    expect(body.codeMatches).toBe(false);
  });

  test.each(['?full=true', '?code=', `?code=${'A'.repeat(30)}`])('refuses %s', async (query) => {
    expect(await api(verification(valid.number, query))).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } });
  });
});

describe('the file', () => {
  test('the holder gets a page whose text can be read, with rare characters kept', async () => {
    const answer = await api(file(valid.number), { as: province.people.professional });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toContain(`attachment;`);
    const read = JSON.parse(execFileSync(process.execPath, [path.join(__dirname, 'certificate-text.mjs')], { input: answer.bytes }).toString('utf8'));
    expect(read.title).toBe(`河南省专业技术人员继续教育证书 ${valid.number}`);
    expect(read.pages).toHaveLength(1);
    expect(read.pages[0].width).toBeGreaterThan(read.pages[0].height);
    const text = String(read.pages[0].text).replace(/\s+/g, '');
    for (const part of [
      '河南省专业技术人员继续教育证书',
      valid.number,
      valid.code,
      '欧阳晓𠮷',
      '4101**********1234',
      '甲市第一中学',
      '高级教师（副高级）',
      '2026年度',
      '公需科目3020达标',
    ]) {
      expect(text).toContain(part);
    }
    for (const part of [
      '专业科目64.540达标',
      '合计94.560达标',
      '基础教育学术年会',
      '按实际在岗时间折算',
      '河南省人力资源和社会保障厅',
      '2026年11月24日',
      'U+20BB7',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('its QR code leads to the public verification page of the number', async () => {
    const { bytes } = await api(file(valid.number), { as: province.people.professional });
    const address = readCode(bytes);
    expect(address).toMatch(/^https?:\/\/[^/]+\/verify\//);
    const { pathname, searchParams } = new URL(address);
    expect(decodeURIComponent(pathname)).toBe(`/verify/${valid.number}`);
    expect(searchParams.get('code')).toBe(valid.code);
  });

  test('offices above the holder get it, others do not learn that it exists', async () => {
    const { people } = province;
    for (const person of [people.employerClerk, people.authorityClerk, people.cityClerk, people.provinceClerk]) {
      expect((await api(file(valid.number), { as: person })).status).toBe(200);
    }
    const nothing = await api(file('豫专继-1999-410100-0000001'), { as: people.professional });
    for (const person of [people.colleague, people.otherEmployerClerk, people.otherCityClerk, people.foreignProfessional]) {
      const answer = await api(file(valid.number), { as: person });
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual(nothing.body);
    }
    expect(await api(file(valid.number))).toMatchObject({ status: 401 });
    // A base holds no module for certificates.
    expect((await api(file(valid.number), { as: people.baseClerk })).status).toBe(404);
  });

  test('a revoked one is refused with when and why', async () => {
    expect(await api(file(revoked.number), { as: province.people.professional })).toMatchObject({
      status: 409,
      body: { error: { code: 'certificate-revoked', details: { reason: '材料不实', revokedAt: '2026-11-25T03:00:00.000Z' } } },
    });
  });
});

test('the list shows the holder his own and an office those of its subtree', async () => {
  const numbers = async (as: Person) => (await api<{ number: string }[]>('/api/panel/certificates', { as })).body.map((row) => row.number);
  expect((await numbers(province.people.professional)).sort()).toEqual([valid.number, revoked.number].sort());
  expect((await numbers(province.people.cityClerk)).sort()).toEqual([valid.number, revoked.number].sort());
  expect(await numbers(province.people.colleague)).toEqual([]);
  expect(await numbers(province.people.otherCityClerk)).toEqual([]);
});

describe('the database itself', () => {
  test('keeps what a certificate states, and one valid one for one result', async () => {
    await expect(database().query(`update certificates set snapshot = '{}' where id = $1`, [valid.id])).rejects.toThrow(/frozen/);
    await expect(database().query(`update certificates set status = 'valid', revoked_at = null where id = $1`, [revoked.id])).rejects.toThrow(/frozen/);
    await expect(
      database().query(
        `insert into certificates (number, subject, subject_id, holder_account_id, year, status, snapshot, verification_code, edition)
         select number || 'x', subject, subject_id, holder_account_id, year, 'valid', snapshot, verification_code, 2 from certificates where id = $1`,
        [valid.id],
      ),
    ).rejects.toThrow(/certificates_valid/);
  });
});

/** Decodes the QR code out of the modules as they are drawn on the page: the square of white and the rectangles that follow it. */
function readCode(pdf: Buffer): string {
  const scale = 4;
  for (const content of streams(pdf)) {
    const boxes = [...content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map(
      (match) => match.slice(1).map(Number) as [number, number, number, number],
    );
    const start = boxes.findIndex(([, , width, height]) => width === 104 && height === 104);
    const [left, top] = boxes[start] ?? [0, 0];
    if (start < 0) continue;
    const side = 104 * scale;
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
    for (const [x, y, width, height] of boxes.slice(start + 1)) {
      if (x < left || y < top || x + width > left + 104 || y + height > top + 104) break;
      for (let row = Math.round((y - top) * scale); row < Math.round((y + height - top) * scale); row++) {
        for (let column = Math.round((x - left) * scale); column < Math.round((x + width - left) * scale); column++) {
          pixels.set([0, 0, 0], (row * side + column) * 4);
        }
      }
    }
    return jsqr(pixels, side, side)?.data ?? '';
  }
  return '';
}

/** The inflated streams of a PDF that hold text. */
function* streams(pdf: Buffer): Generator<string> {
  const text = pdf.toString('latin1');
  for (const match of text.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)) {
    const start = (match.index ?? 0) + match[0].length;
    const bytes = pdf.subarray(start, start + Number(match[1]));
    if (bytes[0] === 0x78) yield inflateSync(bytes).toString('latin1');
  }
}
