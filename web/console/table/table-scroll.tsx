import type { ReactNode } from 'react';

type Props = { readonly name: string; readonly stacks?: boolean; readonly children: ReactNode };

/**
 * Around a table: one that `stacks` turns its rows into small lists on a phone; any that is still wider than its
 * window scrolls sideways by itself, also by the keyboard.
 */
export function TableScroll({ name, stacks = false, children }: Props) {
  return (
    <div className={stacks ? 'table-scroll table-stacks' : 'table-scroll'} role="group" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}
