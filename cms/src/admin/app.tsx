/** Strapi's administration speaks Chinese until its user chooses otherwise (findings: it takes the locale from here, else English). */
const languageKey = 'strapi-admin-language';
if (!window.localStorage.getItem(languageKey)) window.localStorage.setItem(languageKey, 'zh-Hans');

export default {
  config: {
    locales: ['zh-Hans'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap(): void {},
};
