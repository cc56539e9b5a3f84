import { createPublicReader } from '../../../create-public-reader';

export default createPublicReader('api::requirement.requirement', () => ({}));
