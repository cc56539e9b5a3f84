import { api, database } from '../fixtures';

describe('GET /api/platform', () => {
  it('tells anyone the name an administrator gave the platform', async () => {
    const { status, body } = await api('/api/platform');
    const { rows } = await database().query("select value from settings where code = 'platformName'");
    expect([status, body]).toEqual([200, { name: rows[0].value }]);
  });
});
