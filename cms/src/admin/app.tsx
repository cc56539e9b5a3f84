import { administration } from './translations/administration';
import { contentManager } from './translations/content-manager';

/** Strapi's administration speaks Chinese until its user chooses otherwise: it takes the language from here, else English. */
const languageKey = 'strapi-admin-language';
if (!window.localStorage.getItem(languageKey)) window.localStorage.setItem(languageKey, 'zh-Hans');

const prefixed = Object.fromEntries(Object.entries(contentManager).map(([key, text]) => [`content-manager.${key}`, text]));

export default {
  config: {
    locales: ['zh-Hans'],
    translations: { 'zh-Hans': { ...administration, ...prefixed } },
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap(): void {},
};
