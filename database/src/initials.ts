import { pinyin } from 'pinyin-pro';

/** The initials of a Chinese text's pinyin in small letters: 李晓雯 -> `lxw`. Searched beside the name. */
export const initialsOf = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('').toLowerCase();
