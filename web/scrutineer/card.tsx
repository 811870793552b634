import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** The one sentence that says what is vouched for. */
  readonly vouch?: string;
  readonly children?: ReactNode;
};

/** One sheet at a time: what is asked, what is vouched for, the numbers, then the act. */
export function Card({ title, vouch, children }: Props) {
  return (
    <section className="sheet scrutineer-card" aria-labelledby="card-title">
      <h1 id="card-title">{title}</h1>
      {vouch === undefined ? null : <p className="vouch">{vouch}</p>}
      {children}
    </section>
  );
}
