import { createPublicReader } from '../../../create-public-reader';

export default createPublicReader('api::learning-form.learning-form', () => ({}));
