/** Ends what tests/global-setup.mjs started; throws when a process stays. */
export default async function tearDown() {
  await globalThis.tearDownServer?.();
}
