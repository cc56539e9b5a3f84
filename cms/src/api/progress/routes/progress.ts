export default {
  routes: [{ method: 'GET', path: '/panel/progress', handler: 'progress.read', config: { auth: false as const, policies: ['global::signed-in'] } }],
};
