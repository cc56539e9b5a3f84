const path = require('node:path');

const root = path.resolve(__dirname, '..');
const swc = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' };
const serverTests = ['<rootDir>/tests/api/', '<rootDir>/tests/start/', '<rootDir>/tests/e2e/'];

/** Settings every project shares. Workspaces are tested from their sources, so that a test never sees a stale build of them. */
const shared = {
  rootDir: root,
  testEnvironment: 'node',
  transform: { '\\.[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: ['/node_modules/', '/dist/', '\\.mjs$'],
  moduleNameMapper: {
    '^@xueshi/(core|config|database)$': '<rootDir>/$1/src/index.ts',
    '^@xueshi/plugin-(review|panel|certificates)$': '<rootDir>/plugins/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.cache/'],
};

const project = (displayName, extra) => ({ ...shared, displayName, testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`], ...extra });

/** `--selectProjects core|config|unit|api|start|e2e`. Only `api` starts a server for its run; `start` and `e2e` start the application itself. */
module.exports = {
  rootDir: root,
  maxWorkers: 2,
  testTimeout: 20_000,
  projects: [
    project('core'),
    project('config'),
    project('unit', {
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: [...serverTests, '<rootDir>/tests/core/', '<rootDir>/tests/config/'],
    }),
    project('api', {
      globalSetup: '<rootDir>/tests/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/global-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/fixtures/close-database.ts'],
    }),
    project('start'),
    project('e2e', {
      globalSetup: '<rootDir>/tests/e2e/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/global-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/e2e/use-demo-database.ts'],
    }),
  ],
};
