import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Ballot } from './booth-state.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { ScreenTitle } from './screen-title.tsx';

/** Until the receipt is here the ballot is not in the box, and this screen says so. */
export function CastingScreen({ failures }: { readonly failures: number }) {
  const texts = useTexts({ zh, en });
  if (failures === 0) {
    return (
      <div role="status">
        <ScreenTitle>{texts.castingTitle}</ScreenTitle>
        <p>{texts.castingText}</p>
      </div>
    );
  }
  return (
    <>
      <ScreenTitle>{texts.castingRetryTitle}</ScreenTitle>
      <p className="notice" role="alert">{texts.castingRetryText(failures)}</p>
      <p>{texts.castingHelp}</p>
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
      <ScreenTitle>{texts.notReceivedTitle}</ScreenTitle>
      <p className="notice" role="alert">{said}</p>
    </>
  );
}
