import { Link, useLocation } from 'react-router';
import { useConsole } from './console-context.ts';

type Props = {
  /** The step at which the work stands; there it says more itself. */
  readonly step: string;
  readonly says: string;
  readonly done?: number;
  readonly of?: number;
  /** The way back: what the clerk does there. */
  readonly back: string;
};

/** Work that was begun at a step and goes on, or waits, while the clerk looks at another page. */
export function WorkLine({ step, says, done, of, back }: Props) {
  const { congressId } = useConsole();
  const path = `/console/${congressId}/step/${step}`;
  if (useLocation().pathname === path) return null;
  return (
    <section className="long-work" aria-label={says}>
      <p role="status">{says}</p>
      {of === undefined ? null : <progress aria-label={says} max={of} value={done} />}
      <Link to={path}>{back}</Link>
    </section>
  );
}
