import { useTexts } from '../text/language.ts';
import { en } from '../text/door.en.ts';
import { zh } from '../text/door.zh.ts';
import { BoothFrame } from './booth-frame.tsx';
import type { DelegateLine } from './delegate-line.ts';
import { ScreenTitle } from './screen-title.tsx';

/** The letter is good, but not for the congress of this address: name the one it is for, and go there only when asked. */
export function OtherCongressScreen({ line, onEnter, onBack }: {
  readonly line: DelegateLine;
  readonly onEnter: () => void;
  readonly onBack: () => void;
}) {
  const texts = useTexts({ zh, en });
  return (
    <BoothFrame rehearsal={line.letter.kind === 'rehearsal'}>
      <ScreenTitle>{texts.otherCongressTitle}</ScreenTitle>
      <p>{texts.otherCongressText(line.letter.congress.title)}</p>
      <p>{texts.otherCongressNext}</p>
      <div className="acts">
        <button type="button" className="button button-quiet" onClick={onBack}>{texts.otherCongressBack}</button>
        <button type="button" className="button" onClick={onEnter}>{texts.otherCongressGo}</button>
      </div>
    </BoothFrame>
  );
}
