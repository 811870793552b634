import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole, usePreparing } from '../console-context.ts';
import { DelegateForm } from './delegate-form.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { RollImport } from './roll-import.tsx';
import { RollTable } from './roll-table.tsx';

/** The roll: imported as a whole, added and corrected one by one. */
export function RollPanel() {
  const texts = useTexts(prepareTexts).roll;
  const { day } = useConsole();
  const preparing = usePreparing();
  return (
    <section className="panel">
      <FrozenNotice />
      <p>{texts.count(day.delegates.length)}</p>
      {preparing ? (
        <>
          <RollImport />
          <details>
            <summary>{texts.addOne}</summary>
            <DelegateForm delegate={null} onDone={null} />
          </details>
        </>
      ) : null}
      <RollTable />
    </section>
  );
}
