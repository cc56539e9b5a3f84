const signedIn = 'global::signed-in';

export default {
  routes: [
    {
      method: 'POST',
      path: '/attachments',
      handler: 'attachment.receive',
      config: { auth: false as const, policies: [signedIn, { name: 'global::module', config: { module: 'hour-declare' } }] },
    },
    { method: 'GET', path: '/attachments/:id', handler: 'attachment.send', config: { auth: false as const, policies: [signedIn] } },
  ],
};
