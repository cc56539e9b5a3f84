/**
 * Bundles Strapi's administration into cms/dist/build. What `strapi build` does, without its first step: that compiles the server with a
 * TypeScript of its own, which `tsc -b` has done already. Reaches into @strapi/strapi (pinned to one version) because the command offers no
 * other way. Run with cms/ as working directory.
 */
const path = require('node:path');

const inside = (file) => require(path.join(path.dirname(require.resolve('@strapi/strapi/package.json', { paths: [process.cwd()] })), 'dist/src/node', file));
const { createBuildContext } = inside('create-build-context.js');
const { writeStaticClientFiles } = inside('staticFiles.js');
const { build } = inside('vite/build.js');

const spinner = { start: () => spinner, succeed: () => spinner, fail: () => spinner, text: '' };
const logger = { debug() {}, info() {}, log() {}, success() {}, warn: console.warn, error: console.error, spinner: () => spinner };

async function main() {
  const cwd = process.cwd();
  // Configuration is read, no connection is made.
  process.env.DATABASE_URL ||= 'postgres://127.0.0.1/none';
  const context = await createBuildContext({
    cwd,
    logger,
    tsconfig: { config: { options: { outDir: path.join(cwd, 'dist') } } },
    options: { minify: true, sourcemaps: false },
  });
  await writeStaticClientFiles(context);
  await build(context);
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
