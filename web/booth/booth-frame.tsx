import type { ReactNode } from 'react';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { RehearsalBand } from '../components/rehearsal-band.tsx';
import { TextSizeSwitch } from './text-size-switch.tsx';

/** One sheet on the desk; above it where we are, below it language and text size, always within reach. */
export function BoothFrame({ rehearsal = false, head, foot, children }: {
  readonly rehearsal?: boolean;
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <RehearsalBand rehearsal={rehearsal} />
      {head === undefined ? null : <header className="booth-head">{head}</header>}
      <main className="sheet booth-sheet">{children}</main>
      <footer className="booth-foot">
        <div className="booth-tools">
          <LanguageSwitch />
          <TextSizeSwitch />
        </div>
        {foot}
      </footer>
    </>
  );
}
