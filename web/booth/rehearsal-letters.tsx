import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { listCongresses, readCongress } from '#shared/contract/congress.ts';
import { readRehearsal } from '#shared/contract/rehearsal.ts';
import { call } from '../api/client.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';

type RehearsalLetter = z.output<typeof readRehearsal.response>['letters'][number];

/** In a rehearsal only: the printed letters of the congress, to be taken with one touch. */
export function RehearsalLetters({ congressInUrl, onCode }: { readonly congressInUrl: string | null; readonly onCode: (code: string) => void }) {
  const texts = useTexts({ zh, en });
  const [letters, setLetters] = useState<readonly RehearsalLetter[]>([]);
  useEffect(() => {
    let gone = false;
    void readLetters(congressInUrl).then((found) => {
      if (!gone) setLetters(found);
    });
    return () => {
      gone = true;
    };
  }, [congressInUrl]);
  if (letters.length === 0) return null;
  return (
    <section className="rehearsal-letters">
      <h2>{texts.rehearsalLetters}</h2>
      <p className="quiet">{texts.rehearsalLettersHint}</p>
      <ul>
        {letters.map((letter) => (
          <li key={letter.delegateId}>
            <button type="button" aria-label={texts.useLetter(letter.number, letter.name)} onClick={() => onCode(letter.code)}>
              <span className="letter-number">{letter.number}</span> {letter.name}
              {letter.scrutineer ? <span className="letter-note">{texts.ofScrutineer}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function readLetters(congressInUrl: string | null): Promise<readonly RehearsalLetter[]> {
  const id = congressInUrl ?? (await firstRehearsal());
  if (id === null) return [];
  const congress = await call(readCongress, { params: { congressId: id } });
  if (!congress.ok || !congress.value.rehearsal) return [];
  const rehearsal = await call(readRehearsal, { params: { congressId: id } });
  return rehearsal.ok ? rehearsal.value.letters : [];
}

async function firstRehearsal(): Promise<string | null> {
  const all = await call(listCongresses, {});
  return all.ok ? (all.value.find(({ rehearsal }) => rehearsal)?.id ?? null) : null;
}
