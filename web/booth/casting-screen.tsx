import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Ballot } from './booth-state.ts';
import { NotInBox } from './not-in-box.tsx';
import { refusalSentence } from './refusal-sentence.ts';
import { ScreenTitle } from './screen-title.tsx';
import { Told } from './told.tsx';

/** Until the receipt is here the ballot is not in the box, and this screen says so. */
export function CastingScreen({ failures }: { readonly failures: number }) {
  const texts = useTexts({ zh, en });
  if (failures === 0) {
    return (
      <div role="status">
        <NotInBox />
        <ScreenTitle>{texts.castingTitle}</ScreenTitle>
        <p>{texts.castingText}</p>
      </div>
    );
  }
  return (
    <>
      <NotInBox />
      <Told title={texts.castingRetryTitle} why={texts.castingRetryText} next={texts.castingHelp} alert>
        <p className="stale-note">{texts.castingTries(failures)}</p>
      </Told>
    </>
  );
}

/** The box refused the ballot for good. */
export function NotReceivedScreen({ ballot }: { readonly ballot: Ballot }) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  if (ballot.stage !== 'refused') return null;
  const { why } = ballot;
  const code = 'code' in why ? why.code : why.reason;
  const said = code === 'round-closed' ? texts.notReceivedClosed : code === 'ballot-exists' ? texts.notReceivedExists : refusalSentence(why, texts, language);
  return (
    <>
      <NotInBox />
      <Told title={texts.notReceivedTitle} why={said} next={code === 'ballot-exists' ? texts.notReceivedExistsNext : texts.raiseHand} alert />
    </>
  );
}
