import { api } from '../fixtures';

test('the server says it is ready, to anybody', async () => {
  expect(await api('/api/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('an unknown address is answered in the error shape of the contract', async () => {
  expect(await api('/api/no-such-thing')).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
});
