import pg from 'pg';

/** Runs work on a connection of its own and closes it. */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, options: '-c timezone=Asia/Shanghai' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
