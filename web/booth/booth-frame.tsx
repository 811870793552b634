import type { ReactNode } from 'react';
import { RehearsalBand } from '../components/rehearsal-band.tsx';
import { BoothTools } from './booth-tools.tsx';

/**
 * One sheet on the desk. Above it, always within reach, the tools of reading and what presses (`pressing`);
 * then where we are. `wide`: a sheet that has use for the width of a tablet or a screen.
 */
export function BoothFrame({ rehearsal = false, wide = false, pressing, head, foot, children }: {
  readonly rehearsal?: boolean;
  readonly wide?: boolean;
  readonly pressing?: ReactNode;
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={wide ? 'desk desk-wide' : 'desk'}>
      <RehearsalBand rehearsal={rehearsal} />
      <BoothTools>{pressing}</BoothTools>
      {head === undefined ? null : <header className="booth-head">{head}</header>}
      <main className="sheet booth-sheet">{children}</main>
      {foot === undefined ? null : <footer className="booth-foot">{foot}</footer>}
    </div>
  );
}
