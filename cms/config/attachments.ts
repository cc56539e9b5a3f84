import type { Core } from '@strapi/strapi';

/**
 * Where the documents of declarations lie. `ATTACHMENTS_PROVIDER=local`: DATA_DIR/attachments. `aws-s3` (installed): any S3-compatible
 * storage; any other of Strapi's upload providers once the operator has installed it. It must be private, since the server fetches the
 * bytes by signed addresses and hands them to those in scope.
 *
 * ATTACHMENTS_PROVIDER_OPTIONS, for S3: {"s3Options":{"endpoint":"https://…","region":"…","forcePathStyle":true,
 * "credentials":{"accessKeyId":"…","secretAccessKey":"…"},"params":{"Bucket":"…","ACL":"private","signedUrlExpires":60}}}
 * `endpoint` and `forcePathStyle` are left out for AWS itself; `signedUrlExpires` is in seconds. No `baseUrl`: it switches signing off.
 */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  provider: env('ATTACHMENTS_PROVIDER', 'local'),
  providerOptions: env.json('ATTACHMENTS_PROVIDER_OPTIONS', {}) as Record<string, unknown>,
});
