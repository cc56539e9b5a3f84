const declarer = { auth: false as const, policies: ['global::signed-in', { name: 'global::module', config: { module: 'hour-declare' } }] };

export default {
  routes: [
    { method: 'POST', path: '/panel/hour-records', handler: 'hour-record.declare', config: declarer },
    { method: 'PUT', path: '/panel/hour-records/:id', handler: 'hour-record.correct', config: declarer },
    { method: 'POST', path: '/panel/hour-records/quote', handler: 'hour-record.quote', config: declarer },
  ],
};
