import { createPublicReader } from '../../../create-public-reader';

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Published notices; one without a date or of a later day is a draft. */
export default createPublicReader('api::notice.notice', () => ({ publishedOn: { $lte: today() } }));
