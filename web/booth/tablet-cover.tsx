import { useTexts } from '../text/language.ts';
import { en } from '../text/tablet.en.ts';
import { zh } from '../text/tablet.zh.ts';
import { BoothFrame } from './booth-frame.tsx';
import { Countdown } from './countdown.tsx';
import { ScreenTitle } from './screen-title.tsx';
import type { BeneathCover } from './tablet-context.ts';
import { GiveUp } from './tablet-hand-over.tsx';

/** Over a ballot that nobody touched for a while. It names nobody and shows no mark, but never hides that voting ends. */
export function TabletCover({ beneath: { rehearsal, closing }, clearsIn, onGoOn }: {
  readonly beneath: BeneathCover;
  readonly clearsIn: number | null;
  readonly onGoOn: () => void;
}) {
  const texts = useTexts({ zh, en });
  return (
    <BoothFrame rehearsal={rehearsal} pressing={<Countdown at={closing} />} foot={<GiveUp />}>
      <ScreenTitle>{texts.coverTitle}</ScreenTitle>
      <p>{texts.coverText}</p>
      {clearsIn === null ? null : (
        <p className="notice">
          <span role="alert">{texts.clearing}</span> <strong aria-hidden="true">{texts.clearsIn(clearsIn)}</strong>
        </p>
      )}
      <button type="button" className="button button-wide button-cast" onClick={onGoOn}>{texts.coverGoOn}</button>
    </BoothFrame>
  );
}
