import { useEffect } from 'react';

/** Has the browser ask before this page is left or reloaded, while it holds what is kept nowhere else. */
export function useStayHere(needed: boolean): void {
  useEffect(() => {
    if (!needed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [needed]);
}
