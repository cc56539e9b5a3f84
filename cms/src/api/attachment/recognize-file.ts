import { Refusal, type Settings } from '@xueshi/core';
import { fromBuffer } from 'file-type';

type FileKind = Settings['attachments']['types'][number];

const mimes: Record<FileKind, string> = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' };
const isKind = (value: string): value is FileKind => value in mimes;

/** What a file is by its content; its name and the type the browser states count for nothing. Refuses 415 for anything not allowed. */
export async function recognizeFile(bytes: Buffer, allowed: readonly FileKind[]): Promise<{ kind: FileKind; mime: string }> {
  const found = await fromBuffer(bytes);
  if (found && isKind(found.ext) && allowed.includes(found.ext)) return { kind: found.ext, mime: mimes[found.ext] };
  const names = allowed.map((kind) => kind.toUpperCase()).join('、');
  throw new Refusal(415, 'unsupported-file', `附件只能是 ${names} 文件，请检查文件内容`, 'file');
}

/** A name to show: without folders and control characters, ending as the content demands, at most 120 characters. */
export function fileNameOf(given: string | null | undefined, kind: FileKind): string {
  const base = (given ?? '').split(/[\\/]/).pop() ?? '';
  const stem = base
    .normalize('NFC')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .trim();
  return `${Array.from(stem).slice(0, 115).join('') || '附件'}.${kind}`;
}
