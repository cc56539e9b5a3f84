import type { PanelView, ViewsAnswer } from '@xueshi/core';
import { api, buildClerk, buildProvince, database, type Person, type Province } from '../fixtures';

let province: Province;
beforeAll(async () => {
  province = await buildProvince();
});

const views = async (as: Person): Promise<ViewsAnswer> => {
  const { status, body } = await api<ViewsAnswer>('/api/panel/views', { as });
  expect(status).toBe(200);
  return body;
};
const viewOf = (answer: ViewsAnswer, resource: string): PanelView => {
  const found = answer.views.find((view) => view.resource === resource);
  if (!found) throw new Error(`no view of ${resource}`);
  return found;
};
const save = (as: Person, columns: unknown, resource = 'professionals') => api(`/api/panel/preferences/${resource}`, { method: 'PUT', as, body: { columns } });

describe('GET /api/panel/views', () => {
  it('gives every user type its own screens, and the menu from them', async () => {
    const { provinceClerk, authorityClerk, employerClerk, professional, baseClerk } = province.people;
    for (const person of [provinceClerk, authorityClerk, employerClerk, professional, baseClerk]) {
      const answer = await views(person);
      for (const view of answer.views) expect(view.userType).toBe(person.userType);
      expect(answer.menu.map((entry) => entry.resource)).toEqual(answer.views.filter((view) => view.menu).map((view) => view.resource));
    }
    expect((await views(provinceClerk)).views.map((view) => view.resource)).toEqual(expect.arrayContaining(['professionals', 'organizations']));
    expect((await views(employerClerk)).views.map((view) => view.resource)).not.toContain('organizations');
    expect((await views(professional)).views.map((view) => view.resource)).not.toContain('professionals');
  });

  it('names the fields its columns and filters need, with their choices', async () => {
    const view = viewOf(await views(province.people.provinceClerk), 'professionals');
    const fields = new Map(view.fields.map((field) => [field.name, field]));
    for (const { source } of [...view.columns, ...view.filters]) expect(fields.has(source)).toBe(true);
    expect(fields.get('maskedIdNumber')).toMatchObject({ format: 'masked', filter: 'text', sortable: false });
    expect(fields.get('titleLevel')?.choices).toEqual(expect.arrayContaining([{ value: '3', label: '中级' }]));
    expect(fields.get('organizationId')).toMatchObject({ filter: 'organization', reference: 'organizations' });
  });

  it('follows the modules of the role', async () => {
    const { city } = province.organizations;
    const clerk = await buildClerk(city, 'bureau');
    const { rows } = await database().query<{ id: number }>(
      "insert into panel_roles (code, name, user_type, modules, organization_id) values ($1, '查询员', 'bureau', '[\"professional-query\"]', $2) returning id",
      [`query-only-${city.id}`, city.id],
    );
    await database().query('update memberships set panel_role_id = $1 where id = $2', [rows[0]?.id, clerk.membershipId]);
    expect((await views(clerk)).views.map((view) => view.resource)).toEqual(['professionals']);
  });

  it('is nobody’s without a session, and takes no parameters', async () => {
    expect((await api('/api/panel/views')).status).toBe(401);
    expect((await api('/api/panel/views?userType=bureau', { as: province.people.professional })).body.error.field).toBe('userType');
    expect((await api('/api/panel/home')).status).toBe(401);
  });
});

describe('PUT /api/panel/preferences/{resource}', () => {
  it('keeps choice and order of the columns for one membership only', async () => {
    const { provinceClerk, cityClerk } = province.people;
    expect(viewOf(await views(provinceClerk), 'professionals').preference).toBeNull();
    expect((await save(provinceClerk, ['maskedIdNumber', 'name'])).status).toBe(200);
    expect((await save(provinceClerk, ['name', 'status', 'maskedIdNumber'])).body).toEqual({ columns: ['name', 'status', 'maskedIdNumber'] });
    expect(viewOf(await views(provinceClerk), 'professionals').preference).toEqual({ columns: ['name', 'status', 'maskedIdNumber'] });
    expect(viewOf(await views(provinceClerk), 'organizations').preference).toBeNull();
    expect(viewOf(await views(cityClerk), 'professionals').preference).toBeNull();
    const { rows } = await database().query('select count(*)::int as n from panel_preferences where membership_id = $1', [provinceClerk.membershipId]);
    expect(rows[0].n).toBe(1);
  });

  it.each([
    [['name', 'password'], 400, 'columns.1'],
    [['name', 'name'], 400, 'columns.1'],
    [[], 400, 'columns'],
    ['name', 400, 'columns'],
    [[1], 400, 'columns.0'],
  ])('refuses %j', async (columns, status, field) => {
    const answer = await save(province.people.cityClerk, columns);
    expect(answer.status).toBe(status);
    expect(answer.body.error.field).toBe(field);
  });

  it('is refused for a list that is not open, and for one that does not exist', async () => {
    expect((await save(province.people.professional, ['name'])).status).toBe(403);
    expect((await save(province.people.cityClerk, ['name'], 'nothing')).status).toBe(404);
    expect((await api('/api/panel/preferences/professionals', { method: 'PUT', body: { columns: ['name'] } })).status).toBe(401);
  });
});
