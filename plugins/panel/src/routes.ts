const signedIn = { auth: false as const, policies: ['global::signed-in'] };

/**
 * Under `/api/panel`. Strapi registers the rooms' routes before those of plugins, so a room's literal address
 * (`/panel/progress`, `/panel/hour-records/quote`) wins over `/:resource`; and a name no room registered falls through.
 */
export const routes = {
  panel: {
    type: 'content-api' as const,
    routes: [
      { method: 'GET', path: '/views', handler: 'panel.views', config: signedIn },
      { method: 'GET', path: '/home', handler: 'panel.home', config: signedIn },
      { method: 'PUT', path: '/preferences/:resource', handler: 'panel.savePreference', config: signedIn },
      { method: 'GET', path: '/:resource', handler: 'panel.list', config: signedIn },
      { method: 'POST', path: '/:resource/search', handler: 'panel.search', config: signedIn },
      { method: 'POST', path: '/:resource/review', handler: 'panel.review', config: signedIn },
      { method: 'GET', path: '/:resource/:id', handler: 'panel.read', config: signedIn },
      { method: 'GET', path: '/:resource/:id/history', handler: 'panel.history', config: signedIn },
    ],
  },
};
