/** Under `/api/certificates`. */
export const routes = {
  certificates: {
    type: 'content-api' as const,
    routes: [
      { method: 'GET', path: '/:number/verification', handler: 'certificates.verification', config: { auth: false as const } },
      { method: 'GET', path: '/:number/file', handler: 'certificates.file', config: { auth: false as const, policies: ['global::signed-in'] } },
    ],
  },
};
