import { requestFile } from '../http/request';
import { saveFile } from '../http/saveFile';

/** Downloads the PDF of a certificate by its number. @throws ApiError */
export async function saveCertificate(number: string): Promise<void> {
  saveFile(await requestFile(`/api/certificates/${encodeURIComponent(number)}/file`), `${number}.pdf`);
}
