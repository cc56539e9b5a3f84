import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../database/launcher/port.mjs';
import { inTurn, percentile, perSecond, request } from './load.mjs';
import { queuePage } from './queue-query.mjs';

const json = (text) => encodeURIComponent(JSON.stringify(text));

/** One answer that must be 2xx, as JSON. */
async function ask(url, options) {
  const answer = await request(url, options);
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${options?.method ?? 'GET'} ${url.split('?')[0]}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return { body: JSON.parse(answer.text), headers: answer.headers };
}

/** Yardsticks that run; whatever fails, none outlives the measurement. */
const yardsticks = new Set();

/** Starts a yardstick beside the server and waits until it answers. */
async function startYardstick(repository, file, environment) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(repository, 'tests/bench', file)], {
    cwd: join(repository, 'cms'),
    env: { ...process.env, ...environment, BENCH_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  yardsticks.add(child);
  child.once('exit', () => yardsticks.delete(child));
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  while (!(await request(url).catch(() => null))) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`${file} did not start`);
    await sleep(200);
  }
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/**
 * Approving rows in one transaction, as one would write it by hand: the reviews a step further, a line of history each. Rolled back. @returns seconds
 */
async function bareApproval(databaseUrl, office, rows) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    const began = performance.now();
    await client.query(
      `with chosen as (select id from reviews where current and subject = 'hour-record' and status = 'pending' and organization_id = $1
                        order by step_since, id limit $2 for update),
         moved as (update reviews r set
             status = case when n.last then 'approved' else 'pending' end,
             step = case when n.last then null else r.step + 1 end,
             organization_id = case when n.last then null else (r.route -> (r.step + 1) ->> 'organizationId')::int end,
             step_since = case when n.last then null else now() end,
             step_due = case when n.last then null else now() + interval '10 days' end,
             closed_at = case when n.last then now() end,
             version = r.version + 1, last_organization_id = $1
           from (select r.id, r.step, r.step + 1 = jsonb_array_length(r.route) as last from reviews r join chosen using (id)) n
           where n.id = r.id returning r.id, r.subject, r.subject_id, r.round, n.step),
         closed as (update hour_records h set status = 'approved', decided_at = now() from moved join reviews r on r.id = moved.id
                     where h.id = moved.subject_id and r.step + 1 = jsonb_array_length(r.route))
       insert into review_decisions (review_id, subject, subject_id, round, step, decision, organization_id, actor_name, before, after, created_at)
       select id, subject, subject_id, round, step, 'approve', $1, 'bench', '{}', '{}', now() from moved`,
      [office, rows],
    );
    return (performance.now() - began) / 1000;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

/** Approves what the filter shows, as the panel does: again with the cursor until `rows` are decided. @returns seconds and how many */
async function approveByFilter(url, token, rows) {
  const listOf = (filter) => ask(`${url}/api/panel/hour-reviews?filter=${json(filter)}&range=${json([0, 24])}`, { token });
  // A decision by filter must name the exact count, and nothing is counted beyond 10,000: a longer queue is narrowed, as a clerk would have to.
  let filter = { tab: 'pending' };
  let list = await listOf(filter);
  if (list.headers['x-total-capped'] === 'true') {
    filter = { tab: 'pending', subject: 'specialty' };
    list = await listOf(filter);
  }
  const total = Number(list.headers['x-total-count']);
  const seenAt = list.headers['x-seen-at'];
  const began = performance.now();
  let approved = 0;
  let cursor = null;
  do {
    const body = { decision: 'approve', filter, expected: total, seenAt, ...(cursor ? { cursor } : {}) };
    const { body: answer } = await ask(`${url}/api/panel/hour-reviews/review`, { method: 'POST', token, body });
    approved += answer.counts.approved ?? 0;
    cursor = answer.remaining > 0 ? answer.cursor : null;
  } while (cursor && approved < rows);
  return { seconds: (performance.now() - began) / 1000, approved };
}

/**
 * Lets `rows` declarations wait at one authority: of those on their way to the bureau `next`, so many are laid on its desk. No authority of the seed has
 * so many; a database for measuring may be arranged.
 */
async function fillDesk(pool, { office, next, rows }) {
  await pool.query(
    `update reviews r set step = 1, organization_id = $1, last_organization_id = null, step_since = now() - interval '2 days', updated_at = now() - interval '1 day',
            route = jsonb_set(r.route, '{1,organizationId}', to_jsonb($1::int))
       from (select id from reviews where current and subject = 'hour-record' and status = 'pending' and lane = 'standard' and step <= 1
               and jsonb_array_length(route) = 3 and (route -> 2 ->> 'organizationId')::int = $3 and organization_id <> $1
              limit greatest(0, $2 - (select count(*)::int from reviews where current and subject = 'hour-record' and status = 'pending' and organization_id = $1))) n
      where n.id = r.id`,
    [office, rows, next],
  );
}

/** What one request costs inside PostgreSQL: the execution times of all its statements, summed, request by request. @returns milliseconds */
async function atDatabase(pool, count, once) {
  const times = [];
  for (let i = 0; i < count; i += 1) {
    await pool.query('select pg_stat_statements_reset()');
    await once();
    const { rows } = await pool.query("select coalesce(sum(total_exec_time), 0) as ms from pg_stat_statements where query not ilike '%pg_stat_statements%'");
    times.push(Number(rows[0].ms));
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) };
}

/**
 * Every figure of the issue, on a running application.
 * @param {{ repository: string, url: string, databaseUrl: string, dataDir: string, accounts: object[], serverPid: () => number }} context
 *   `accounts` as given by seedScale: the province's clerk first
 */
export async function measure({ repository, url, databaseUrl, dataDir, accounts, serverPid }) {
  let memory = 0;
  const watching = setInterval(() => {
    const status = readFileSync(`/proc/${serverPid()}/status`, 'utf8');
    memory = Math.max(memory, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 250);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    const tokenOf = async ({ userType, idNumber, password }) =>
      (await ask(`${url}/api/session`, { method: 'POST', body: { userType, idNumber, password } })).body.token;
    const { rows: queues } = await pool.query(
      `select organization_id as id, count(*)::int as waiting from reviews where current and subject = 'hour-record' and status = 'pending'
         and lane = 'standard' and organization_id = any($1) group by 1`,
      [accounts.map(({ organizationId }) => organizationId)],
    );
    const waitingAt = (account) => queues.find(({ id }) => id === account.organizationId)?.waiting ?? 0;
    const [province] = accounts;
    const { rows: ways } = await pool.query(
      `select (route -> -1 ->> 'organizationId')::int as id, count(*)::int as coming from reviews
        where current and subject = 'hour-record' and status = 'pending' and lane = 'standard' group by 1`,
    );
    const comingTo = (account) => ways.find(({ id }) => id === account.organizationId)?.coming ?? 0;
    // The bureau most declarations end at: its approvals are final, so that years, certificates and all are part of the figure.
    const office = accounts.filter(({ userType }) => userType === 'bureau').toSorted((x, y) => comingTo(y) - comingTo(x))[0];
    const employer = accounts.find(({ userType }) => userType === 'employer');
    const token = await tokenOf(office);
    const provinceToken = await tokenOf(province);
    const figures = { office: waitingAt(office) };

    // 1. The queue page through HTTP, against bare Node and against Strapi's own find, in one run.
    const queue = `${url}/api/panel/hour-reviews?filter=${json({ tab: 'pending' })}&range=${json([0, 24])}`;
    await perSecond(() => ask(queue, { token }), { seconds: 2 });
    figures.queue = await perSecond(() => ask(queue, { token }));
    figures.queueTimes = await inTurn(200, () => ask(queue, { token }));
    const bare = await startYardstick(repository, 'bare-server.mjs', { BENCH_DATABASE: databaseUrl });
    await perSecond(() => ask(`${bare.url}/?office=${office.organizationId}`), { seconds: 2 });
    figures.bare = await perSecond(() => ask(`${bare.url}/?office=${office.organizationId}`));
    await bare.stop();
    const { rows: shown } = await pool.query(queuePage, [office.organizationId]);
    const stock = await startYardstick(repository, 'stock-server.cjs', { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, SEED: 'none', NODE_ENV: 'production' });
    const shape = 'sort=submittedAt:asc&pagination[pageSize]=25&populate[0]=professional&populate[1]=organization';
    const ids = shown.map(({ id }, i) => `filters[id][$in][${i}]=${id}`).join('&');
    // Strapi's REST cannot say "below this office" (the path is private): what is pending in the year is the nearest it offers.
    const queueFilter = `filters[status][$eq]=pending&filters[year][$eq]=${new Date().getFullYear()}`;
    const findBy = (filter) => `${stock.url}/stock/hour-records?${filter}&${shape}`;
    figures.stockRows = (await ask(findBy(ids))).body.data.length;
    await perSecond(() => ask(findBy(ids)), { seconds: 2 });
    figures.stock = await perSecond(() => ask(findBy(ids)));
    figures.stockQueueRows = (await ask(findBy(queueFilter))).body.data.length;
    figures.stockQueue = await perSecond(() => ask(findBy(queueFilter)));
    await stock.stop();

    // 2. The province-wide queue: through HTTP, and what PostgreSQL says its statements took (session, page, count).
    await pool.query('create extension if not exists pg_stat_statements');
    const wide = (tab) => `${url}/api/panel/hour-reviews?filter=${json({ tab })}&range=${json([0, 24])}`;
    const askWide = (tab) => ask(wide(tab), { token: provinceToken });
    await inTurn(20, () => askWide('all'));
    figures.provinceHttp = await inTurn(200, () => askWide('pending'));
    figures.provinceQueue = await atDatabase(pool, 200, () => askWide('pending'));
    figures.provinceAll = await atDatabase(pool, 200, () => askWide('all'));

    // 3. Person search.
    const searchBy = (filter) =>
      inTurn(200, () => ask(`${url}/api/panel/professionals/search`, { method: 'POST', token: provinceToken, body: { filter, range: [0, 24] } }));
    const { rows: someone } = await pool.query('select name from professionals order by id offset 100 limit 1');
    figures.searchName = await searchBy({ name: someone[0].name.slice(0, 2) });
    figures.searchId = await searchBy({ maskedIdNumber: accounts.at(-1).idNumber });

    // 4. One decision after the other, at the employer's while there is work, else at the bureau's.
    const decider = waitingAt(employer) > 0 ? await tokenOf(employer) : token;
    const { body: waiting } = await ask(`${url}/api/panel/hour-reviews?filter=${json({ tab: 'pending' })}&range=${json([0, 49])}`, { token: decider });
    const decisions = [];
    for (const { id, version } of waiting) {
      const began = performance.now();
      await ask(`${url}/api/panel/hour-reviews/review`, { method: 'POST', token: decider, body: { decision: 'approve', rows: [{ id, version }] } });
      decisions.push(performance.now() - began);
    }
    figures.decision = { count: decisions.length, p50: percentile(decisions, 0.5), p95: percentile(decisions, 0.95) };

    // 5. Five thousand at once: on to the next office at an authority, and finally at the bureau, where years and certificates follow.
    const authority = accounts.find(({ userType }) => userType === 'authority');
    await fillDesk(pool, { office: authority.organizationId, next: office.organizationId, rows: 5000 });
    const waitingNow = async ({ organizationId }) => {
      const { rows: counted } = await pool.query(
        "select count(*)::int as n from reviews where current and subject = 'hour-record' and status = 'pending' and lane = 'standard' and organization_id = $1",
        [organizationId],
      );
      return Math.min(5000, counted[0].n);
    };
    const many = await waitingNow(authority);
    figures.bareAdvance = { rows: many, seconds: await bareApproval(databaseUrl, authority.organizationId, many) };
    figures.advance = await approveByFilter(url, await tokenOf(authority), many);
    const wanted = await waitingNow(office);
    figures.bareApproval = { rows: wanted, seconds: await bareApproval(databaseUrl, office.organizationId, wanted) };
    figures.approval = await approveByFilter(url, token, wanted);
    figures.memory = memory;
    return figures;
  } finally {
    clearInterval(watching);
    for (const child of yardsticks) child.kill('SIGTERM');
    await pool.end();
  }
}
