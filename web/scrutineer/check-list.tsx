import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';

export type CheckLine = { readonly name: string; readonly ok: boolean };

/** Every check in plain words, each with its own answer. */
export function CheckList({ checks, label }: { readonly checks: readonly CheckLine[]; readonly label: string }) {
  const texts = useTexts({ zh, en });
  return (
    <ul className="check-list" aria-label={label}>
      {checks.map(({ name, ok }) => (
        <li key={name} className={ok ? 'check-good' : 'check-bad'}>
          <strong>{ok ? `✓ ${texts.check.good}` : `✗ ${texts.check.bad}`}</strong> {name}
        </li>
      ))}
    </ul>
  );
}
