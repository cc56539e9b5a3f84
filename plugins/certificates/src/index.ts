import certificate from './content-types/certificate/schema.json';
import controller from './controllers/certificates';
import { routes } from './routes';
import service from './services/certificates';

export type { Certificates } from './services/certificates';
export type { CertificateOrder, CertificateSnapshot, CertificateSnapshotInput, Verification } from './snapshot';

/** What Strapi loads of the plugin. */
export default {
  contentTypes: { certificate: { schema: certificate } },
  controllers: { certificates: controller },
  routes,
  services: { certificates: service },
};
