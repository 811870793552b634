import './printed.css';
import { type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  /** How it is done. */
  readonly what?: string;
  /** The one sentence that says what a signature on this sheet vouches for. */
  readonly vouch?: string;
  readonly children?: ReactNode;
};

/** A sheet beside the step in hand: what is done by hand with printed ballots. */
export function PrintedSheet({ title, what, vouch, children }: Props) {
  const id = useId();
  return (
    <section className="sheet printed-sheet" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {vouch === undefined ? null : <p className="vouch">{vouch}</p>}
      {what === undefined ? null : <p>{what}</p>}
      {children}
    </section>
  );
}
