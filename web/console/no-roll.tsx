import { Link } from 'react-router';
import { dayTexts } from '#web/text/console.day.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from './console-context.ts';

/** What needs a roll and finds none: says so and leads to where it is imported. */
export function NoRoll({ says }: { readonly says: string }) {
  const { congressId } = useConsole();
  const texts = useTexts(dayTexts);
  return (
    <p className="notice">
      {says} <Link to={`/console/${congressId}/step/roll`}>{texts.acts['import-roll']}</Link>
    </p>
  );
}
