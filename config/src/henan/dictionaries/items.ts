import type { PackInput } from '@xueshi/core';

type Item = PackInput['dictionaries'][number]['items'][number];

/** A compact list `code name code name …` as dictionary items, in order. Names hold no blanks. */
export function items(text: string, parent?: string): [Item, ...Item[]] {
  const words = text.split(' ');
  const all = words.flatMap((code, i): Item[] => (i % 2 === 0 ? [{ code, name: words[i + 1] ?? '', ...(parent === undefined ? {} : { parent }) }] : []));
  const [first, ...rest] = all;
  if (first === undefined) throw new Error(`no items in "${text}"`);
  return [first, ...rest];
}
