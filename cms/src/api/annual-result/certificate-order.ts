import type { CertificateOrder } from '@xueshi/plugin-certificates';
import type { Policy } from '../policy/services/policy';
import type { CertificateFacts } from './annual-result.sql';

/** What the certificate of a passed year states, with the names codes have today: frozen from then on (X35). */
export function certificateOrder(policy: Policy, facts: CertificateFacts): CertificateOrder {
  const { id, accountId, year, region, levelCode, titleName, entries, ...stated } = facts;
  const level = policy.dictionaries.get('title-level')?.get(levelCode ?? '')?.name;
  return {
    subject: 'annual-result',
    subjectId: id,
    holderAccountId: accountId,
    year,
    regionCode: region,
    snapshot: {
      ...stated,
      year,
      titleName: titleName ?? '',
      titleLevel: level ?? '未取得职称',
      entries: entries.map(({ form, ...entry }) => ({ ...entry, formName: policy.learningForms.get(form)?.name ?? form })),
    },
  };
}
