/**
 * The other yardstick: the same application with Strapi's stock `find` of hour records opened, which the product keeps shut. BENCH_PORT; the rest of
 * the environment as for cms/dist/server.js. Asked with everything allowed, so that sanitizing costs what it costs an API token.
 */
const path = require('node:path');

const cms = path.resolve(__dirname, '../../cms');
process.env.PORT = process.env.BENCH_PORT;
require(path.join(cms, 'dist/src/set-environment.js'));
require(path.join(cms, 'dist/src/load-secrets.js')).loadSecrets(process.env.DATA_DIR);
const { createStrapi, factories } = require(require.resolve('@strapi/strapi', { paths: [cms] }));

const uid = 'api::hour-record.hour-record';
const allowed = { strategy: { name: 'bench', verify: async () => undefined }, credentials: {} };

async function main() {
  const app = createStrapi({ appDir: cms, distDir: path.join(cms, 'dist'), serveAdminPanel: false });
  await app.load();
  app.get('services').set(uid, factories.createCoreService(uid));
  const controller = factories.createCoreController(uid)({ strapi: app });
  app.server.routes([
    {
      method: 'GET',
      path: '/stock/hour-records',
      handler: async (ctx) => {
        ctx.state.auth = allowed;
        ctx.state.route = { config: {}, info: { type: 'content-api' } };
        ctx.body = await controller.find(ctx, async () => undefined);
      },
      config: { auth: false },
      info: { type: 'content-api' },
    },
  ]);
  await app.start();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
