import { Fingerprint } from '../components/fingerprint.tsx';
import { LiveMark } from '../components/live-mark.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { DelegateLine } from './delegate-line.ts';
import type { Booth } from './use-booth.ts';

/** Where the delegate is: congress, round, its fingerprint once the manifest was checked. */
export function BoothHead({ line, booth }: { readonly line: DelegateLine; readonly booth: Booth }) {
  const texts = useTexts({ zh, en });
  const { view, work } = booth.state;
  const round = view?.congress.round ?? null;
  return (
    <>
      <p className="booth-congress" lang="zh-CN">{view?.congress.title ?? line.letter.congress.title}</p>
      <p className="booth-facts">
        {view === null ? null : <span>{texts.delegateLine(view.delegate.name, view.delegate.number)}</span>}
        {round === null ? null : <span>{texts.roundNumber(round.number)}</span>}
        {work?.manifest.is === 'trusted' ? <Fingerprint characters={work.manifest.terms.fingerprint} /> : null}
        {booth.connected ? null : <LiveMark connected={false} />}
      </p>
    </>
  );
}
