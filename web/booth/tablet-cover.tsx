import { useTexts } from '../text/language.ts';
import { en } from '../text/tablet.en.ts';
import { zh } from '../text/tablet.zh.ts';
import { BoothFrame } from './booth-frame.tsx';
import { ScreenTitle } from './screen-title.tsx';
import { GiveUp } from './tablet-hand-over.tsx';

/** Over a ballot that nobody touched for a while. It names nobody and shows no mark. */
export function TabletCover({ rehearsal, clearsIn, onGoOn }: {
  readonly rehearsal: boolean;
  readonly clearsIn: number | null;
  readonly onGoOn: () => void;
}) {
  const texts = useTexts({ zh, en });
  return (
    <BoothFrame rehearsal={rehearsal} foot={<GiveUp />}>
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
