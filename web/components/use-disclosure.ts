import { type RefObject, useEffect, useRef, useState } from 'react';

export type Disclosure<Element extends HTMLElement> = {
  readonly open: boolean;
  readonly toggle: () => void;
  /** The element that holds button and panel: a press outside of it closes the panel. */
  readonly within: RefObject<Element | null>;
};

/** A panel that a button opens and shuts; Escape and a press elsewhere shut it too. */
export function useDisclosure<Element extends HTMLElement>(): Disclosure<Element> {
  const [open, setOpen] = useState(false);
  const within = useRef<Element>(null);
  useEffect(() => {
    if (!open) return;
    const listening = new AbortController();
    const { signal } = listening;
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Node && within.current?.contains(target) === false) setOpen(false);
    };
    const typed = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      within.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', pressed, { signal });
    document.addEventListener('keydown', typed, { signal });
    return () => listening.abort();
  }, [open]);
  return { open, toggle: () => setOpen((was) => !was), within };
}
