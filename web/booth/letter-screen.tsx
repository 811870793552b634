import { CODE_KINDS } from '#shared/ballot-paper/secret-code.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/door.en.ts';
import { zh } from '../text/door.zh.ts';
import { BoothFrame } from './booth-frame.tsx';
import { CodeScanner } from './code-scanner.tsx';
import { useCongressAtDoor } from './congress-at-door.ts';
import type { LetterRefusal } from './letter.ts';
import { LetterDrawing } from './letter-drawing.tsx';
import { LetterForm } from './letter-form.tsx';
import { refusalSentence } from './refusal-sentence.ts';
import { RehearsalLetters } from './rehearsal-letters.tsx';
import { ScreenTitle } from './screen-title.tsx';

/** The code of the letter is the whole sign-in: no name, no password, no menu. */
export function LetterScreen({ congressInUrl, refused, onCode }: {
  readonly congressInUrl: string | null;
  readonly refused: LetterRefusal | null;
  readonly onCode: (typed: string) => void;
}) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  const congress = useCongressAtDoor(congressInUrl);
  const kinds = congress === null ? CODE_KINDS : [congress.rehearsal ? ('rehearsal' as const) : ('real' as const)];
  const head = congress === null || congressInUrl === null ? undefined : <p className="booth-congress" lang="zh-CN">{congress.title}</p>;
  return (
    <BoothFrame rehearsal={congress?.rehearsal === true} head={head} wide>
      <ScreenTitle>{texts.letterTitle}</ScreenTitle>
      {refused === null ? null : <p className="notice" role="alert">{refusalSentence(refused, texts, language)}</p>}
      {window.isSecureContext ? null : <p className="notice" role="alert">{texts.insecure}</p>}
      <div className="letter">
        <LetterDrawing />
        <div>
          <CodeScanner onCode={onCode} />
          <LetterForm kinds={kinds} onCode={onCode} />
        </div>
      </div>
      <p className="letter-after">{texts.letterNext}</p>
      {congress?.rehearsal === true && window.isSecureContext ? <RehearsalLetters congressId={congress.id} onCode={onCode} /> : null}
    </BoothFrame>
  );
}
