import polyglotI18nProvider from 'ra-i18n-polyglot';
import { reactAdminMessages } from '../messages/reactAdmin';

/** Chinese and nothing else. */
export const i18nProvider = polyglotI18nProvider(() => reactAdminMessages, 'zh-CN', [{ locale: 'zh-CN', name: '简体中文' }]);
