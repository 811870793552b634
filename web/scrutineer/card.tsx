import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  readonly title: string;
  /** Where this stands in the day, above the title. */
  readonly over?: string;
  /** The one sentence that says what is vouched for. */
  readonly vouch?: string;
  readonly children?: ReactNode;
};

/** One sheet at a time: what is asked, what is vouched for, the numbers, then the act. A new sheet takes the focus to its title. */
export function Card({ title, over, vouch, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: false }), []);
  return (
    <section className="sheet scrutineer-card" aria-labelledby="card-title">
      {over === undefined ? null : <p className="card-over">{over}</p>}
      <h1 id="card-title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {vouch === undefined ? null : <p className="vouch">{vouch}</p>}
      {children}
    </section>
  );
}
