// Prints what the PDF on standard input holds as JSON: the text of its pages, with pdf.js as a browser would read it, and its fonts' embedding.
// A process of its own: pdf.js is an ES module, which jest does not load.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const parts = [];
for await (const part of process.stdin) parts.push(part);
const document = await getDocument({ data: new Uint8Array(Buffer.concat(parts)), verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const [, , width, height] = page.view;
  pages.push({ width, height, text: items.map((item) => item.str).join('') });
}
const { info } = await document.getMetadata();
console.log(JSON.stringify({ pages, title: info.Title }));
