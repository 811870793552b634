import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';

export type CheckLine = { readonly name: string; readonly ok: boolean };
type Props = {
  readonly checks: readonly CheckLine[];
  readonly label: string;
  /** What to do where a check fails. */
  readonly ifBad: string;
};

/** All good: one line, the list one touch away. One that fails stands first and alone, with what to do. */
export function CheckList({ checks, label, ifBad }: Props) {
  const texts = useTexts({ zh, en }).check;
  const bad = checks.filter(({ ok }) => !ok);
  const good = checks.filter(({ ok }) => ok);
  if (bad.length === 0) {
    return (
      <>
        <p className="visually-hidden" role="status">
          {texts.allGood(good.length)}
        </p>
        <details className="checks-good">
          <summary>
            <strong>✓ {texts.allGood(good.length)}</strong> <span className="quiet">{texts.look}</span>
          </summary>
          <Lines checks={good} label={label} />
        </details>
      </>
    );
  }
  return (
    <>
      <Stop title={texts.someBad(bad.length, checks.length)} text={ifBad}>
        <Lines checks={bad} label={label} />
      </Stop>
      <details className="checks-good">
        <summary>{texts.others(good.length)}</summary>
        <Lines checks={good} label={texts.others(good.length)} />
      </details>
    </>
  );
}

type StopProps = { readonly title: string; readonly text: string; readonly children?: React.ReactNode };

/** Something does not fit: said first and loudly, with what to do. */
export function Stop({ title, text, children }: StopProps) {
  return (
    <div className="stop" role="alert">
      <h2>✗ {title}</h2>
      {children}
      <p>
        <strong>{text}</strong>
      </p>
    </div>
  );
}

function Lines({ checks, label }: { readonly checks: readonly CheckLine[]; readonly label: string }) {
  const texts = useTexts({ zh, en }).check;
  return (
    <ul className="check-list" aria-label={label}>
      {checks.map(({ name, ok }) => (
        <li key={name} className={ok ? 'check-good' : 'check-bad'}>
          <strong>{ok ? `✓ ${texts.good}` : `✗ ${texts.bad}`}</strong> {name}
        </li>
      ))}
    </ul>
  );
}
