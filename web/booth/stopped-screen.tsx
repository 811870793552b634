import type { Refusal } from '#shared/error-code.ts';
import type { CallError } from '../api/client.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Stopped } from './booth-screen.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { Told } from './told.tsx';
import type { Booth } from './use-booth.ts';

/** Why it does not go on in this round, and what follows. */
export function StoppedScreen({ why }: { readonly why: Stopped }) {
  const texts = useTexts({ zh, en });
  const said = texts.stopped[why];
  return <Told {...said} alert={why === 'untrusted'} />;
}

/** The server gave no paper, with its reason. */
export function PaperRefusedScreen({ booth, why }: { readonly booth: Booth; readonly why: CallError | Refusal | null }) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  // Who holds a printed ballot has all that is needed: trying again would only confuse.
  if (why !== null && 'code' in why && why.code === 'paper-printed') return <Told title={texts.onPaperTitle} why={refusalSentence(why, texts, language)} next={texts.onPaperNext} alert />;
  return (
    <Told title={texts.paperRefusedTitle} why={why === null ? '' : refusalSentence(why, texts, language)} next={texts.paperRefusedNext} alert>
      <button type="button" className="button button-wide" onClick={() => booth.act({ type: 'paper-again' })}>{texts.retryNow}</button>
    </Told>
  );
}

/** The letter was replaced or revoked while the booth was open. */
export function EndedScreen({ why }: { readonly why: CallError }) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  return <Told title={texts.endedTitle} why={refusalSentence(why, texts, language)} next={texts.endedNext} alert />;
}
