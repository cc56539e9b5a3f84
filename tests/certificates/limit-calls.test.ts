import { callsPerMinute, limitCalls } from '../../plugins/certificates/src/limit-calls';

test('an address gets so many calls a minute, whatever others do', () => {
  const allowed = limitCalls();
  const start = 1_000_000;
  for (let n = 0; n < callsPerMinute; n++) expect(allowed('192.0.2.1', start)).toBe(true);
  expect(allowed('192.0.2.1', start + 59_000)).toBe(false);
  expect(allowed('192.0.2.2', start + 59_000)).toBe(true);
  expect(allowed('192.0.2.1', start + 60_000)).toBe(true);
});
