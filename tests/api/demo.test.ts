import { existsSync } from 'node:fs';
import path from 'node:path';
import { henan } from '@xueshi/config';
import { insertDemo, openVault } from '@xueshi/database';
import { database, environment } from '../fixtures';

const options = () => ({
  vault: openVault(environment.dataKey()),
  pack: henan,
  today: '2026-11-24',
  dataDirectory: path.join(environment.dataDirectory(), 'demo-test'),
  people: 120,
  records: 700,
});

test('the demo province fits the schema with all its constraints, once, and adds up', async () => {
  const client = await database().connect();
  try {
    await client.query('begin');
    const counts = await insertDemo(client, options());
    expect(counts).toMatchObject({ professionals: 120, hourRecords: 700 });
    expect(await insertDemo(client, options())).toBeNull();

    const root = `select path from organizations where name = '河南省人力资源和社会保障厅（演示）'`;
    const inside = `(select id, path from organizations where path >= (${root}) and path < (select rtrim(path, '.') || '/' from (${root}) r))`;
    const { rows: differences } = await client.query(
      `select ar.professional_id, ar.year from annual_results ar join ${inside} o on o.id = ar.organization_id
         full join (select professional_id, year, sum(general_hours) g, sum(specialty_hours) s from hour_records h join ${inside} i on i.id = h.organization_id
                     where status = 'approved' group by 1, 2) raw using (professional_id, year)
        where o.id is not null and (raw.g, raw.s) is distinct from (ar.general_hours, ar.specialty_hours) or (raw.g is not null and ar.id is null)`,
    );
    expect(differences).toEqual([]);

    const { rows: astray } = await client.query(
      `select r.id from reviews r join hour_records h on h.id = r.subject_id join ${inside} o on o.id = h.organization_id
        where r.subject = 'hour-record' and r.current and (r.status <> h.status or (r.status = 'pending' and r.organization_id is distinct from (r.route -> r.step ->> 'organizationId')::int))`,
    );
    expect(astray).toEqual([]);

    const { rows: files } = await client.query<{ key: string }>(
      `select a.file_key as key from attachments a join hour_records h on h.id = a.hour_record_id join ${inside} o on o.id = h.organization_id`,
    );
    expect(files.length).toBe(counts?.attachments);
    expect(files.filter(({ key }) => !existsSync(path.join(options().dataDirectory, 'attachments', key)))).toEqual([]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
