import knex, { type Knex } from 'knex';
import { type Database, factsOf, insertCertificates, type NewCertificate, revokeCertificates } from '../../plugins/certificates/src/certificates.sql';
import { buildProvince, environment, nextNumber, type Person } from '../fixtures';

const at = new Date('2026-11-24T03:00:00Z');
let db: Knex;
let holder: Person;
let region: string;

beforeAll(async () => {
  db = knex({ client: 'pg', connection: environment.databaseUrl(), pool: { min: 0, max: 4 } });
  holder = (await buildProvince()).people.professional;
  // A region of this run alone, so that the running numbers are ours.
  region = String(900_000 + (await nextNumber()));
});
afterAll(() => db.destroy());

const order = (subjectId: number, year = 2026): NewCertificate => ({
  subject: 'test-matter',
  subjectId,
  holderAccountId: holder.accountId,
  year,
  regionCode: region,
  snapshot: { name: '测试' },
});

const issue = (on: Database, orders: NewCertificate[]) =>
  insertCertificates(on, factsOf(orders), {
    prefix: '测专继',
    heading: '测试证书',
    issuer: '测试机关',
    at,
    codes: orders.map(({ subject, subjectId }) => ({ subject, subjectId, code: 'ABCD-2345-WXYZ' })),
  });

test('numbers run per year and region without a gap, one valid certificate each', async () => {
  const [a, b, c] = [await nextNumber(), await nextNumber(), await nextNumber()].map((n) => 1_000_000 + n) as [number, number, number];
  const issued = await issue(db, [order(b), order(a), order(c, 2025)]);
  expect(issued.map((row) => [row.subject_id, row.number, row.edition]).sort()).toEqual([
    [a, `测专继-2026-${region}-0000001`, 1],
    [b, `测专继-2026-${region}-0000002`, 1],
    [c, `测专继-2025-${region}-0000001`, 1],
  ]);
  expect(await issue(db, [order(a), order(b)])).toEqual([]);

  expect(await revokeCertificates(db, 'test-matter', [a], '材料不实', at)).toEqual([{ subject_id: a, number: `测专继-2026-${region}-0000001` }]);
  expect(await revokeCertificates(db, 'test-matter', [a], '材料不实', at)).toEqual([]);
  expect(await issue(db, [order(a)])).toEqual([{ subject_id: a, number: `测专继-2026-${region}-0000003`, edition: 2 }]);
});

test('many transactions at once share the numbers, none twice; what is rolled back leaves no gap', async () => {
  const ids = await Promise.all(Array.from({ length: 24 }, async () => 2_000_000 + (await nextNumber())));
  await Promise.all(
    ids.map((id, i) =>
      db
        .transaction(async (trx) => {
          await issue(trx, [order(id, 2024)]);
          if (i % 4 === 3) throw new Error('undone');
        })
        .catch((error: unknown) => {
          if (!(error instanceof Error && error.message === 'undone')) throw error;
        }),
    ),
  );
  const { rows } = (await db.raw('select number from certificates where year = 2024 and number like ? order by number', [`测专继-2024-${region}-%`])) as {
    rows: { number: string }[];
  };
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 18 }, (_, i) => `测专继-2024-${region}-${String(i + 1).padStart(7, '0')}`));
});

test('a number beyond seven digits keeps all of them', async () => {
  await db.raw('insert into certificate_sequences (year, region_code, last) values (2023, ?, 9999999)', [region]);
  const id = 3_000_000 + (await nextNumber());
  expect(await issue(db, [order(id, 2023)])).toEqual([{ subject_id: id, number: `测专继-2023-${region}-10000000`, edition: 1 }]);
});
