import { Link } from 'react-router';
import { countLetters } from '#shared/contract/roll.ts';
import { useAnswer } from '#web/api/use-answer.ts';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';

/** Every letter that was made and where it is, as the server last counted; null until it did. */
export function useLetterCount() {
  const { congressId, token } = useConsole();
  return useAnswer(['congress', congressId, 'letter-count'], countLetters, { params: { congressId } }, token).value ?? null;
}

/** Made = handed out + kept sealed + revoked; or how many are missing. */
export function LetterBalance() {
  const texts = useTexts(letterTexts).register;
  const count = useLetterCount();
  if (count === null || count.made === 0) return null;
  const { made, handedOut, kept, revoked, unaccounted } = count;
  if (unaccounted === 0) return <p role="status">✓ {texts.balance(made, handedOut, kept, revoked)}</p>;
  return (
    <p className="notice" role="status">
      {texts.short(made, handedOut, kept, revoked, unaccounted)}
    </p>
  );
}

/** The same as a line of what is looked over before voting opens, with the way to where it is mended. */
export function LetterChecklistLine() {
  const texts = useTexts(letterTexts).register;
  const { congressId } = useConsole();
  const count = useLetterCount();
  if (count === null || count.made === 0) return null;
  const { made, handedOut, kept, revoked, unaccounted } = count;
  return (
    <li>
      {texts.checklist}：{unaccounted === 0 ? texts.balance(made, handedOut, kept, revoked) : <strong>{texts.short(made, handedOut, kept, revoked, unaccounted)}</strong>}{' '}
      {unaccounted === 0 ? null : <Link to={`/console/${congressId}/step/letters`}>{texts.toLetters}</Link>}
    </li>
  );
}
