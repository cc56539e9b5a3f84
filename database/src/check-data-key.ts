import type { ClientBase } from 'pg';
import type { Vault } from './vault';

const checked = 'xueshi data key';

/** The data key is not the one this database was sealed with. The message is Chinese, for the operator. */
export class DataKeyError extends Error {
  constructor() {
    super('数据密钥与数据库不符：库中的身份证号是用另一把密钥加密的。请恢复原来的 DATA_KEY（或数据目录中的 data.key）后再启动；不要换用新密钥。');
    this.name = 'DataKeyError';
  }
}

/**
 * Refuses to go on with a key that does not fit the database: everybody would be a stranger, and new people would be sealed so that
 * neither key opens all. The first start leaves a check value; a database that has people but no value yet is tried by one of them.
 * @throws DataKeyError
 */
export async function checkDataKey(client: ClientBase, vault: Vault): Promise<void> {
  const value = vault.digest(checked);
  const { rows } = await client.query<{ value: string }>('select value from xueshi_data_key');
  if (rows[0]) {
    if (rows[0].value !== value) throw new DataKeyError();
    return;
  }
  const { rows: accounts } = await client.query<{ cipher: string }>(
    'select id_number_cipher as cipher from up_users where id_number_cipher is not null order by id limit 1',
  );
  if (accounts[0] && !opens(vault, accounts[0].cipher)) throw new DataKeyError();
  await client.query('insert into xueshi_data_key (id, value) values (1, $1) on conflict do nothing', [value]);
  // Of two that start at once with different keys, one comes second.
  const kept = await client.query<{ value: string }>('select value from xueshi_data_key');
  if (kept.rows[0]?.value !== value) throw new DataKeyError();
}

function opens(vault: Vault, sealed: string): boolean {
  try {
    vault.open(sealed);
    return true;
  } catch {
    // The tag does not fit: another key, which is the answer.
    return false;
  }
}
