import { createPublicReader } from '../../../create-public-reader';
import { dayInChina } from '../../../day-in-china';

/** Published notices; one without a date or of a later day is a draft. */
export default createPublicReader('api::notice.notice', () => ({ publishedOn: { $lte: dayInChina(new Date()) } }));
