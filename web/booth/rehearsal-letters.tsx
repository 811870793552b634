import { useEffect, useState } from 'react';
import type { z } from 'zod/mini';
import { readRehearsal } from '#shared/contract/rehearsal.ts';
import { call } from '../api/client.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/door.en.ts';
import { zh } from '../text/door.zh.ts';

type RehearsalLetter = z.output<typeof readRehearsal.response>['letters'][number];

/** In a rehearsal only: the printed letters of the congress, to be taken with one touch. */
export function RehearsalLetters({ congressId, onCode }: { readonly congressId: string; readonly onCode: (code: string) => void }) {
  const texts = useTexts({ zh, en });
  const [letters, setLetters] = useState<readonly RehearsalLetter[]>([]);
  useEffect(() => {
    let gone = false;
    void call(readRehearsal, { params: { congressId } }).then((answer) => {
      if (!gone && answer.ok) setLetters(answer.value.letters);
    });
    return () => {
      gone = true;
    };
  }, [congressId]);
  if (letters.length === 0) return null;
  return (
    <section className="rehearsal-letters">
      <h2>{texts.rehearsalLetters}</h2>
      <p className="quiet">{texts.rehearsalLettersHint}</p>
      <ul>
        {letters.map((letter) => (
          <li key={letter.delegateId}>
            <button type="button" onClick={() => onCode(letter.code)}>
              <LetterName number={letter.number} name={letter.name} />
            </button>
            {letter.scrutineer ? <span className="letter-note">{texts.ofScrutineer}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Number and name are seen, the whole sentence is heard. */
function LetterName({ number, name }: { readonly number: string; readonly name: string }) {
  const { before, between, after } = useTexts({ zh, en }).useLetter;
  return (
    <>
      <span className="visually-hidden">{before}</span> <span className="letter-number">{number}</span>{' '}
      <span className="visually-hidden">{between}</span> {name} <span className="visually-hidden">{after}</span>
    </>
  );
}
