import { StartProblem } from './start-problem.mjs';
import { withClient } from './with-client.mjs';

/** The oldest PostgreSQL the schema has been run on is the built-in one; the oldest that has all it uses is this. */
const oldest = 14;

const reasons = {
  ECONNREFUSED: '该地址没有数据库在监听，请检查主机和端口，并确认数据库已启动',
  ENOTFOUND: '找不到该主机',
  EAI_AGAIN: '暂时无法解析该主机名',
  ETIMEDOUT: '连接超时，请检查网络和防火墙',
  ENETUNREACH: '网络不可达',
  EHOSTUNREACH: '主机不可达',
  ECONNRESET: '连接被对方断开',
  '28P01': '用户名或密码不正确',
  28000: '该用户不允许从本机登录',
  '3D000': '数据库不存在，请先创建（createdb，编码 UTF8）',
  53300: '数据库连接数已满',
  '57P03': '数据库正在启动或恢复，请稍后再试',
  42501: '该用户没有连接权限',
};

/** Host, port and name of the database: what a person needs to find it, without user and password. */
function addressOf(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    // Said the same way as a wrong scheme.
    url = null;
  }
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    throw new StartProblem('DATABASE_URL 须写成 postgres://用户:密码@主机:端口/数据库名（密码中的特殊字符须按 URL 编码）。');
  }
  return `${url.hostname || 'localhost'}:${url.port || 5432}${url.pathname}`;
}

/**
 * Tries the database DATABASE_URL names, so that a mistake in it is told at once and in words.
 * @throws StartProblem in Chinese, never with user or password
 */
export async function checkDatabase(url) {
  const address = addressOf(url);
  const facts = await withClient(url, async (client) => {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
              has_schema_privilege('public', 'create') as writable`,
    );
    return rows[0];
  }).catch((error) => {
    const known = reasons[error.code ?? error.errors?.[0]?.code];
    throw new StartProblem(`连不上 DATABASE_URL 指定的数据库 ${address}：${known ?? error.message}。`);
  });
  if (facts.version < oldest) throw new StartProblem(`数据库 ${address} 是 PostgreSQL ${facts.version}，学时需要 ${oldest} 或更新的版本。`);
  if (facts.encoding !== 'UTF8') throw new StartProblem(`数据库 ${address} 的编码是 ${facts.encoding}，学时需要 UTF8。`);
  if (!facts.writable)
    throw new StartProblem(`DATABASE_URL 的用户不能在数据库 ${address} 的 public 模式中建表，请授权：grant create on schema public to 该用户。`);
}
