import { closeDatabase } from '../fixtures/database';

// The fixtures of tests/fixtures work on the application of the journeys here (tests/fixtures/environment.ts).
for (const [name, value] of [
  ['XUESHI_TEST_URL', process.env.XUESHI_E2E_URL],
  ['XUESHI_TEST_DATABASE', process.env.XUESHI_E2E_DATABASE],
  ['XUESHI_TEST_KEY', process.env.XUESHI_E2E_KEY],
] as const) {
  if (value) process.env[name] = value;
}

afterAll(closeDatabase);
