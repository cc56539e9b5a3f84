import { createPublicReader } from '../../../create-public-reader';

/** Active organizations; whom to contact there is private. */
export default createPublicReader('api::organization.organization', () => ({ status: 'active' }));
