import { useEffect } from 'react';

/**
 * What is typed or scanned while the focus stands on no field goes to the desk's field, first key included: a hand
 * scanner does not look where the focus is, and its Enter must not press whatever button was used last.
 */
export function useDeskFocus(field: () => { focus: () => void } | null): void {
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && /^[0-9a-zA-Z]$/.test(event.key);
      if (plain && !takesText(document.activeElement)) field()?.focus();
    };
    window.addEventListener('keydown', lead, { capture: true });
    return () => window.removeEventListener('keydown', lead, { capture: true });
  }, [field]);
}

const NO_TEXT = ['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file'];

function takesText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !NO_TEXT.includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
