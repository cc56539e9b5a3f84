import http from 'node:http';
import pg from 'pg';
import { queueCount, queuePage } from './queue-query.mjs';

/** The yardstick: Node's own HTTP server and a pool, answering the queue page with the query written by hand. BENCH_DATABASE, BENCH_PORT. */
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: 16 });

http
  .createServer(async (incoming, outgoing) => {
    const office = Number(new URL(incoming.url ?? '/', 'http://bare').searchParams.get('office'));
    try {
      const [page, count] = await Promise.all([
        pool.query({ name: 'page', text: queuePage, values: [office] }),
        pool.query({ name: 'count', text: queueCount, values: [office] }),
      ]);
      outgoing.writeHead(200, { 'content-type': 'application/json', 'x-total-count': String(count.rows[0].total) });
      outgoing.end(JSON.stringify(page.rows));
    } catch (error) {
      outgoing.writeHead(500).end(error.message);
    }
  })
  .listen(Number(process.env.BENCH_PORT), '127.0.0.1');
