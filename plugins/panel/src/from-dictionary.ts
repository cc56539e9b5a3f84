import type { Choice, PanelPolicy } from './resource';

/** Choices of a field whose values are codes of a dictionary; disabled items too, since old rows may hold them. */
export const fromDictionary =
  (code: string) =>
  (policy: PanelPolicy): readonly Choice[] =>
    [...(policy.dictionaries.get(code)?.values() ?? [])].map((item) => ({ value: item.code, label: item.name }));
