import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import jsQR from 'jsqr';
import { openPage } from './browser';

const pdfjs = join(dirname(require.resolve('pdfjs-dist/package.json')), 'legacy/build');
const origin = 'https://pdf.invalid';

interface Rendered {
  text: string;
  width: number;
  height: number;
  /** The page's pixels, RGBA, base64. */
  pixels: string;
}

/** What somebody holding the certificate can read: the text of its first page, and the address in its QR code as a camera would decode it. */
export async function readCertificate(file: string): Promise<{ text: string; qr: string }> {
  const bytes = (await readFile(file)).toString('base64');
  const page = await openPage();
  await page.route(`${origin}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>pdf</title>' });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(pdfjs, name)) });
  });
  await page.goto(`${origin}/`);
  // A function passed to the page would have its import() rewritten by the transpiler.
  const rendered = (await page.evaluate(`(async () => {
    const { getDocument, GlobalWorkerOptions } = await import('/pdf.min.mjs');
    GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
    const data = Uint8Array.from(atob(${JSON.stringify(bytes)}), (letter) => letter.charCodeAt(0));
    const page = await (await getDocument({ data }).promise).getPage(1);
    const { items } = await page.getTextContent();
    const viewport = page.getViewport({ scale: 2 });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const canvasContext = canvas.getContext('2d');
    await page.render({ canvasContext, viewport }).promise;
    const { data: rgba, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
    let letters = '';
    for (let at = 0; at < rgba.length; at += 32768) letters += String.fromCharCode(...rgba.subarray(at, at + 32768));
    return { text: items.map((item) => item.str).join(''), width, height, pixels: btoa(letters) };
  })()`)) as Rendered;
  const found = jsQR(new Uint8ClampedArray(Buffer.from(rendered.pixels, 'base64')), rendered.width, rendered.height);
  if (!found) throw new Error('the rendered certificate shows no readable QR code');
  return { text: rendered.text, qr: found.data };
}
