export default { routes: [{ method: 'GET', path: '/platform', handler: 'platform.show', config: { auth: false } }] };
