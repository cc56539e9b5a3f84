import { api, buildProvince, database, type Office, type Person, type Province } from '../fixtures';

let here: Province;
let elsewhere: Province;
beforeAll(async () => {
  here = await buildProvince();
  elsewhere = await buildProvince();
});

type Clerk = Exclude<keyof Province['people'], `${string}rofessional` | 'colleague'>;

const clerks: Clerk[] = ['employerClerk', 'otherEmployerClerk', 'foreignEmployerClerk', 'authorityClerk', 'cityClerk', 'otherCityClerk', 'provinceClerk'];
const officesOf = (province: Province): Office[] => Object.values(province.organizations);
const everyOffice = (): Office[] => [...officesOf(here), ...officesOf(elsewhere)];
const everyPerson = (): Person[] =>
  [here, elsewhere].flatMap(({ people }) => [people.professional, people.colleague, people.otherProfessional, people.foreignProfessional]);
const officeOf = (person: Person): Office => {
  const office = everyOffice().find(({ id }) => id === person.organizationId);
  if (!office) throw new Error('every person has an office');
  return office;
};

/** The oracle: written without SQL, a tree of texts. */
const isBelow = (office: Office, clerk: Person): boolean => office.path.startsWith(officeOf(clerk).path);

const list = (resource: string, as: Person, filter: Record<string, unknown>) =>
  api<{ id: number }[]>(`/api/panel/${resource}?range=[0,199]&filter=${encodeURIComponent(JSON.stringify(filter))}`, { as });

describe.each(clerks)('%s', (name) => {
  const clerk = (): Person => here.people[name];

  it('lists exactly the professionals of the own subtree, and counts them', async () => {
    const expected = everyPerson().filter((person) => isBelow(officeOf(person), clerk()));
    const { status, body, headers } = await list('professionals', clerk(), { id: everyPerson().map((person) => person.professionalId) });
    expect(status).toBe(200);
    expect(body.map((row) => row.id).sort()).toEqual(expected.map((person) => person.professionalId).sort());
    expect(headers.get('x-total-count')).toBe(String(expected.length));
    expect(headers.has('x-total-capped')).toBe(false);
  });

  it('lists the same without naming anybody, and through POST', async () => {
    const expected = everyPerson().filter((person) => isBelow(officeOf(person), clerk()));
    const { body } = await list('professionals', clerk(), {});
    expect(body.map((row) => row.id).sort()).toEqual(expected.map((person) => person.professionalId).sort());
    const search = await api('/api/panel/professionals/search', { method: 'POST', as: clerk(), body: { range: [0, 199] } });
    expect(search.body).toEqual(body);
  });

  it('reads one of them, and of nobody else even that he exists', async () => {
    for (const person of everyPerson()) {
      const { status, body } = await api(`/api/panel/professionals/${person.professionalId}`, { as: clerk() });
      const missing = await api('/api/panel/professionals/999999999', { as: clerk() });
      if (isBelow(officeOf(person), clerk())) {
        expect(status).toBe(200);
        expect(body).toMatchObject({ id: person.professionalId, name: person.name, organizationId: person.organizationId });
      } else {
        expect(status).toBe(404);
        expect(body).toEqual(missing.body);
      }
    }
  });

  it('sees exactly the organizations of the own subtree', async () => {
    const { body } = await list('organizations', clerk(), { id: everyOffice().map(({ id }) => id) });
    expect(body.map((row) => row.id).sort()).toEqual(
      everyOffice()
        .filter((office) => isBelow(office, clerk()))
        .map(({ id }) => id)
        .sort(),
    );
    for (const office of everyOffice()) {
      const { status } = await api(`/api/panel/organizations/${office.id}`, { as: clerk() });
      expect(status).toBe(isBelow(office, clerk()) ? 200 : 404);
    }
  });

  it('a filter by somebody else’s organization widens nothing', async () => {
    for (const office of everyOffice()) {
      const expected = everyPerson().filter((person) => isBelow(officeOf(person), clerk()) && officeOf(person).path.startsWith(office.path));
      const { body } = await list('professionals', clerk(), { organizationId: office.id });
      expect(body.map((row) => row.id).sort()).toEqual(expected.map((person) => person.professionalId).sort());
    }
  });

  it('finds a person by ID number only inside the own subtree', async () => {
    for (const person of everyPerson()) {
      const { body } = await api('/api/panel/professionals/search', { method: 'POST', as: clerk(), body: { filter: { maskedIdNumber: person.idNumber } } });
      expect(body).toHaveLength(isBelow(officeOf(person), clerk()) ? 1 : 0);
    }
  });
});

describe('who may not ask at all', () => {
  const addresses = ['/api/panel/professionals', '/api/panel/organizations', '/api/panel/professionals/1', '/api/panel/organizations/1'];

  it.each(addresses)('nobody: %s', async (address) => {
    const { status, body } = await api(address);
    expect(status).toBe(401);
    expect(body.error.code).toBe('not-signed-in');
  });

  it.each(addresses)('a professional or a base: %s', async (address) => {
    for (const person of [here.people.professional, here.people.baseClerk]) {
      const { status, body } = await api(address, { as: person });
      expect(status).toBe(403);
      expect(body.error.code).toBe('module-missing');
    }
  });

  it('a clerk whose role has lost the module, from the next request on', async () => {
    const { cityClerk } = elsewhere.people;
    expect((await api('/api/panel/professionals', { as: cityClerk })).status).toBe(200);
    const { rows } = await database().query<{ id: number }>(
      "insert into panel_roles (code, name, user_type, modules, organization_id) values ($1, '只看统计', 'bureau', '[\"statistics\"]', $2) returning id",
      [`statistics-only-${cityClerk.organizationId}`, cityClerk.organizationId],
    );
    await database().query('update memberships set panel_role_id = $1 where id = $2', [rows[0]?.id, cityClerk.membershipId]);
    expect((await api('/api/panel/professionals', { as: cityClerk })).status).toBe(403);
    expect((await api(`/api/panel/professionals/${elsewhere.people.professional.professionalId}`, { as: cityClerk })).status).toBe(403);
  });

  it('an address nobody declared is not found', async () => {
    for (const address of [
      '/api/panel/users',
      '/api/panel/up_users',
      '/api/panel/constructor',
      '/api/panel/__proto__',
      '/api/panel/memberships/1',
      '/api/panel/professionals/1/password',
    ]) {
      const { status, body } = await api(address, { as: here.people.provinceClerk });
      expect(status).toBe(404);
      expect(body.error.code).toBe('not-found');
    }
  });

  it('an organization moved to another office is seen there at once', async () => {
    const { employer, otherCity } = elsewhere.organizations;
    const { professional, otherCityClerk, authorityClerk } = elsewhere.people;
    await database().query('update organizations set parent_id = $1 where id = $2', [otherCity.id, employer.id]);
    expect((await api(`/api/panel/professionals/${professional.professionalId}`, { as: otherCityClerk })).status).toBe(200);
    expect((await api(`/api/panel/professionals/${professional.professionalId}`, { as: authorityClerk })).status).toBe(404);
  });

  it('a deregistered office reads, and decides nothing (decision 22)', async () => {
    const { foreignEmployer } = elsewhere.organizations;
    const { foreignEmployerClerk } = elsewhere.people;
    await database().query("update organizations set status = 'read-only' where id = $1", [foreignEmployer.id]);
    expect((await api('/api/panel/professionals', { as: foreignEmployerClerk })).status).toBe(200);
    const body = { decision: 'approve', rows: [{ id: 1, version: 0 }] };
    const { status, body: refused } = await api('/api/panel/hour-reviews/review', { method: 'POST', as: foreignEmployerClerk, body });
    expect(status).toBe(403);
    expect(refused.error.code).toBe('read-only');
  });

  it('a literal address of a room is not taken for a resource', async () => {
    const { status, body } = await api('/api/panel/progress', { as: here.people.professional });
    expect(status).toBe(200);
    expect(body).toMatchObject({ year: expect.any(Number), requiredGeneral: expect.any(Number) });
  });
});
