import { useMemo } from 'react';
import { suspectGroup } from '#shared/ballot-paper/mistyped-code.ts';
import { CODE_LENGTH, type CodeKind } from '#shared/ballot-paper/secret-code.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/door.en.ts';
import { zh } from '../text/door.zh.ts';
import { groupsOf } from './letter-field.ts';

/** What the check digits say of the code so far. A wrong code is never corrected here: the letter in the hand decides. */
export function LetterCheck({ characters, good, asked, kinds, onGroup }: {
  readonly characters: string;
  readonly good: boolean;
  /** The delegate wanted to go on before the code was good. */
  readonly asked: boolean;
  readonly kinds: readonly CodeKind[];
  readonly onGroup: (group: number) => void;
}) {
  const texts = useTexts({ zh, en });
  const missing = CODE_LENGTH - characters.length;
  const whole = missing === 0;
  const anyKind = kinds.join();
  const suspect = useMemo(
    () => (whole && !good ? suspectGroup(characters, kinds) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the kinds are few and fixed, but a new list at each render
    [whole, good, characters, anyKind],
  );
  return (
    <>
      <p className={good ? 'letter-check letter-check-good' : 'letter-check'}>
        {good ? null : missing >= 0 ? texts.letterCount(characters.length) : texts.letterTooMany(-missing)}
      </p>
      <p className="letter-check letter-check-good" role="status">{good ? `✓ ${texts.letterGood}` : ''}</p>
      <div role="alert">
        {asked && missing > 0 ? <p className="notice">{texts.letterMissing(missing)}</p> : null}
        {whole && !good ? <p className="notice">{suspect === null ? texts.letterWrong : texts.letterWrongIn(suspect)}</p> : null}
      </div>
      {whole && !good ? <Groups characters={characters} suspect={suspect} onGroup={onGroup} /> : null}
    </>
  );
}

/** The seven groups as they stand on the letter, to be compared; one is pointed at. A touch marks it for typing it again. */
function Groups({ characters, suspect, onGroup }: {
  readonly characters: string;
  readonly suspect: number | null;
  readonly onGroup: (group: number) => void;
}) {
  const texts = useTexts({ zh, en });
  return (
    <ol className="groups">
      {groupsOf(characters).map((group, index) => {
        const number = index + 1;
        return (
          <li key={number}>
            <button type="button" className={number === suspect ? 'group group-suspect' : 'group'} onClick={() => onGroup(number)}>
              <span className="group-number">{number === suspect ? texts.groupSuspect(number) : texts.group(number)}</span>
              <code>{group}</code>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
