export default { routes: [{ method: 'GET', path: '/dictionaries/:code', handler: 'dictionary.show', config: { auth: false } }] };
