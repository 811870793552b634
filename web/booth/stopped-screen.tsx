import type { Refusal } from '#shared/error-code.ts';
import type { CallError } from '../api/client.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Stopped } from './booth-screen.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { ScreenTitle } from './screen-title.tsx';
import type { Booth } from './use-booth.ts';

/** Why it does not go on in this round, and what follows. */
export function StoppedScreen({ why }: { readonly why: Stopped }) {
  const texts = useTexts({ zh, en });
  const said: Record<Stopped, readonly [string, readonly string[]]> = {
    untrusted: [texts.untrustedTitle, [texts.untrustedText]],
    void: [texts.voidTitle, [texts.voidText]],
    'closed-before-casting': [texts.closedTitle, [texts.closedBeforeCasting, texts.closedNext]],
    'closed-before-drawing': [texts.closedTitle, [texts.closedBeforeDrawing, texts.closedNext]],
  };
  const [title, sentences] = said[why];
  return (
    <>
      <ScreenTitle>{title}</ScreenTitle>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

/** The server gave no paper, with its reason. */
export function PaperRefusedScreen({ booth, why }: { readonly booth: Booth; readonly why: CallError | Refusal | null }) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  return (
    <>
      <ScreenTitle>{texts.paperRefusedTitle}</ScreenTitle>
      {why === null ? null : <p className="notice" role="alert">{refusalSentence(why, texts, language)}</p>}
      <button type="button" className="button button-wide" onClick={() => booth.act({ type: 'paper-again' })}>{texts.retryNow}</button>
    </>
  );
}

/** The letter was replaced or revoked while the booth was open. */
export function EndedScreen({ why }: { readonly why: CallError }) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  return (
    <>
      <ScreenTitle>{texts.endedTitle}</ScreenTitle>
      <p className="notice" role="alert">{refusalSentence(why, texts, language)}</p>
    </>
  );
}
