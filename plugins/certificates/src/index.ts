export type { CertificateOrder, CertificateSnapshot, CertificateSnapshotInput, Verification } from './snapshot';

export default {};
