import { useEffect, useRef } from 'react';

/** Key -> what it does. Keys as `event.key`, with `Alt+` before a letter or digit (by its place on the keyboard, since Alt changes what it types). */
export type Shortcuts = Record<string, () => void>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (target.matches('input, textarea, select') && !target.matches('input[type=checkbox], input[type=radio]')));

const nameOf = (event: KeyboardEvent): string => {
  if (event.altKey) return `Alt+${event.code.replace(/^(Key|Digit)/, '')}`;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
};

/**
 * Keyboard shortcuts of a page. Silent while somebody types (except with Alt), while a dialog or a menu is open (the dialog has its own)
 * and for keys with Ctrl or Meta.
 */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (!event.altKey && isTyping(event.target)) return;
      if (document.querySelector('[role=dialog][aria-modal=true], .MuiModal-root:not([aria-hidden=true])')) return;
      const act = current.current[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}
