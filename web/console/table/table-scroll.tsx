import type { ReactNode } from 'react';

/** Around a table: on a narrow window it scrolls sideways by itself, also by the keyboard. */
export function TableScroll({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="table-scroll" role="group" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}
