import { type ReactNode, useEffect, useRef } from 'react';
import { stopReading } from './speech.ts';

/** The question or fact of a screen. A new screen begins at its top, and is read out from here. */
export function ScreenTitle({ children }: { readonly children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    stopReading();
    window.scrollTo({ top: 0 });
    title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={title} tabIndex={-1} className="screen-title">
      {children}
    </h1>
  );
}
