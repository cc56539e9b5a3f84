import type { Core } from '@strapi/strapi';

/**
 * Where the documents of declarations lie. `local`: DATA_DIR/attachments. Else one of Strapi's upload providers, installed by the
 * operator and configured as private, e.g. ATTACHMENTS_PROVIDER=aws-s3 and
 * ATTACHMENTS_PROVIDER_OPTIONS={"s3Options":{"credentials":{…},"region":"…","endpoint":"…","params":{"Bucket":"…","ACL":"private","signedUrlExpires":60}}}
 */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  provider: env('ATTACHMENTS_PROVIDER', 'local'),
  providerOptions: env.json('ATTACHMENTS_PROVIDER_OPTIONS', {}) as Record<string, unknown>,
});
