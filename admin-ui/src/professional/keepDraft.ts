import type { Draft } from './draft';

const key = (membershipId: number): string => `xueshi.draft.${membershipId}`;

/** Keeps an unsubmitted declaration in this tab, so that a reload or an expired session loses nothing. It holds no ID number. */
export function keepDraft(membershipId: number, draft: Draft | null): void {
  if (draft) sessionStorage.setItem(key(membershipId), JSON.stringify(draft));
  else sessionStorage.removeItem(key(membershipId));
}

/** The draft kept before, if it is one. */
export function keptDraft(membershipId: number): Draft | null {
  const stored = sessionStorage.getItem(key(membershipId));
  if (stored === null) return null;
  try {
    const draft: unknown = JSON.parse(stored);
    return typeof draft === 'object' && draft !== null && 'form' in draft && 'values' in draft ? (draft as Draft) : null;
  } catch {
    // Something else wrote under our key: start anew.
    return null;
  }
}
