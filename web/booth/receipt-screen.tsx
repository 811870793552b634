import { inFours } from '#shared/ballot-paper/crockford.ts';
import { Fingerprint } from '../components/fingerprint.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import { isBoxOut } from './booth-duty.ts';
import type { BoothView, Inclusion, RoundWork, Terms } from './booth-state.ts';
import { FindingPart } from './finding-part.tsx';
import { ScreenTitle } from './screen-title.tsx';
import { TabletTracker } from './tablet-tracker.tsx';
import { useTablet } from './tablet-context.ts';
import type { Booth } from './use-booth.ts';

/** The ballot is in the box. The seal is the one red thing of the booth. */
export function ReceiptScreen({ booth, view, work, terms }: {
  readonly booth: Booth;
  readonly view: BoothView;
  readonly work: RoundWork;
  readonly terms: Terms;
}) {
  const texts = useTexts({ zh, en });
  const state = view.congress.round?.state ?? 'open';
  const boardOut = isBoxOut(state);
  const when = view.congress.method.tracker;
  const tablet = useTablet();
  return (
    <>
      <div className="receipt">
        <Seal />
        <ScreenTitle>{texts.receiptTitle}</ScreenTitle>
        <p>{texts.receiptText}</p>
      </div>
      <InclusionLine inclusion={work.inclusion} />
      {tablet.on && when !== 'at-cast' ? null : <TrackerPart when={when} tracker={work.tracker} boardOut={boardOut} />}
      {tablet.on ? <TabletTracker when={when} /> : null}
      {boardOut ? <FindingPart booth={booth} finding={work.finding} terms={terms} /> : null}
      <section className="receipt-part">
        <h2>{texts.afterTitle}</h2>
        <p role="status">{texts.after[boardOut ? 'out' : state === 'open' ? 'open' : 'counting']}</p>
        {tablet.on ? null : <p>{texts.afterKeep}</p>}
      </section>
      <section className="receipt-part">
        <h2>{texts.fingerprintTitle}</h2>
        <p className="receipt-fingerprint"><Fingerprint characters={terms.fingerprint} /></p>
        <p>{texts.fingerprintText}</p>
      </section>
    </>
  );
}

/** The device looked for its ballot in the sealed box by itself. */
function InclusionLine({ inclusion }: { readonly inclusion: Inclusion }) {
  const texts = useTexts({ zh, en });
  if (inclusion === 'unchecked') return null;
  if (inclusion === 'included') return <p className="standing" role="status">{texts.foundIncluded}</p>;
  return (
    <div className="notice" role="alert">
      <h2>{texts.missingTitle}</h2>
      <p>{texts.missingText}</p>
    </div>
  );
}

function TrackerPart({ when, tracker, boardOut }: {
  readonly when: BoothView['congress']['method']['tracker'];
  readonly tracker: string | null;
  readonly boardOut: boolean;
}) {
  const texts = useTexts({ zh, en });
  const shown = when !== 'never' && tracker !== null && (when === 'at-cast' || boardOut);
  return (
    <section className="receipt-part tracker">
      <h2>{texts.trackerTitle}</h2>
      {shown ? <p className="tracker-code" data-private><code>{inFours(tracker, ' ')}</code></p> : null}
      <p>{when === 'never' ? texts.trackerNever : !shown ? texts.trackerAfterBoard : boardOut ? texts.trackerOut : texts.trackerNow}</p>
    </section>
  );
}

function Seal() {
  return (
    <svg className="seal" viewBox="0 0 120 120" aria-hidden="true">
      <rect x="8" y="8" width="104" height="104" rx="14" />
      <path d="M34 62l19 19 34-42" />
    </svg>
  );
}
