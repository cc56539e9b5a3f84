import { randomBytes } from 'node:crypto';
import { checkDataKey, DataKeyError, openVault } from '@xueshi/database';
import { database, environment } from '../fixtures';

test('the key this database was first started with is kept to; another is refused', async () => {
  const client = await database().connect();
  try {
    await checkDataKey(client, openVault(environment.dataKey()));
    await expect(checkDataKey(client, openVault(randomBytes(32).toString('hex')))).rejects.toThrow(DataKeyError);
  } finally {
    client.release();
  }
});
