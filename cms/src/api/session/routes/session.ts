const open = { auth: false as const };
const signedIn = { auth: false as const, policies: [{ name: 'global::signed-in', config: { beforePasswordChange: true } }] };

export default {
  routes: [
    { method: 'GET', path: '/session/challenge', handler: 'session.challenge', config: open },
    { method: 'POST', path: '/session', handler: 'session.open', config: open },
    { method: 'GET', path: '/session', handler: 'session.read', config: signedIn },
    { method: 'PUT', path: '/session', handler: 'session.switch', config: signedIn },
    { method: 'DELETE', path: '/session', handler: 'session.close', config: signedIn },
    { method: 'PUT', path: '/session/password', handler: 'session.password', config: signedIn },
  ],
};
