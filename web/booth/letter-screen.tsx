import { type SubmitEvent, useState } from 'react';
import { readCode } from '#shared/ballot-paper/secret-code.ts';
import { foldTyped } from '#shared/ballot-paper/crockford.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import { BoothFrame } from './booth-frame.tsx';
import { CodeScanner } from './code-scanner.tsx';
import type { LetterRefusal } from './letter.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { useCongressAtDoor } from './congress-at-door.ts';
import { RehearsalLetters } from './rehearsal-letters.tsx';
import { ScreenTitle } from './screen-title.tsx';

const LENGTH = 28;

/** The code of the letter is the whole sign-in: no name, no password, no menu. */
export function LetterScreen({ congressInUrl, refused, onCode }: {
  readonly congressInUrl: string | null;
  readonly refused: LetterRefusal | null;
  readonly onCode: (typed: string) => void;
}) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  const congress = useCongressAtDoor(congressInUrl);
  const [typed, setTyped] = useState('');
  const characters = foldTyped(typed).replace(/^RV[1T]:/, '').length;
  const good = readCode(typed).ok;
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    onCode(typed);
  };
  return (
    <BoothFrame rehearsal={congress?.rehearsal === true} head={congress === null || congressInUrl === null ? undefined : <p className="booth-congress">{congress.title}</p>}>
      <ScreenTitle>{texts.letterTitle}</ScreenTitle>
      {refused === null ? null : <p className="notice" role="alert">{refusalSentence(refused, texts, language)}</p>}
      {window.isSecureContext ? null : <p className="notice" role="alert">{texts.insecure}</p>}
      <form onSubmit={enter}>
        <label className="field letter-field">
          <span>{texts.letterLabel}</span>
          <textarea
            value={typed} rows={2} autoComplete="off" autoCapitalize="characters" autoCorrect="off" spellCheck={false}
            aria-describedby="letter-check" onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <p id="letter-check" className={good ? 'letter-check letter-check-good' : 'letter-check'} role="status">
          {good ? texts.letterGood : characters >= LENGTH ? texts.letterWrong : texts.letterCount(characters)}
        </p>
        <p className="quiet">{texts.letterHint}</p>
        <button type="submit" className="button button-wide" disabled={!good || !window.isSecureContext}>{texts.letterGo}</button>
      </form>
      <CodeScanner onCode={onCode} />
      <p className="quiet">{texts.letterSecret}</p>
      {congress?.rehearsal === true && window.isSecureContext ? <RehearsalLetters congressId={congress.id} onCode={onCode} /> : null}
    </BoothFrame>
  );
}
