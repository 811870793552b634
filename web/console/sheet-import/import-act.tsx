import { Button } from 'antd';
import { sheetTexts } from '#web/text/console.sheet.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';

type Props = {
  readonly problems: number;
  /** What the import would do, in one sentence; null where it would do nothing. */
  readonly plan: string | null;
  readonly nothing: string;
  readonly label: string;
  /** What follows where something is taken away with it; null where nothing is. */
  readonly follows: { readonly says: string; readonly yes: string } | null;
  readonly busy: boolean;
  readonly onImport: () => void;
};

/** The one act below a preview: says what it would do, or why there is nothing to do yet. */
export function ImportAct({ problems, plan, nothing, label, follows, busy, onImport }: Props) {
  const texts = useTexts(sheetTexts).preview;
  if (problems > 0) return <p className="notice">{texts.mend(problems)}</p>;
  if (plan === null) return <p className="notice">{nothing}</p>;
  return (
    <div className="import-act">
      <p>{plan}</p>
      {follows === null ? (
        <Button type="primary" loading={busy} onClick={onImport}>
          {label}
        </Button>
      ) : (
        <ConfirmedAct label={label} says={follows.says} yes={follows.yes} busy={busy} onYes={onImport} />
      )}
    </div>
  );
}
