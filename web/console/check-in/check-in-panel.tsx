import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { NoRoll } from '../no-roll.tsx';
import { SimulatePanel } from '../round/simulate-panel.tsx';
import { Batch } from './batch.tsx';
import { CheckInList } from './check-in-list.tsx';
import { Desk } from './desk.tsx';

/** The desk: scan or type, a whole delegation, or tick the list. */
export function CheckInPanel() {
  const texts = useTexts(deskTexts).checkIn;
  const { rehearsal, day } = useConsole();
  if (day.delegates.length === 0) return <NoRoll says={texts.noRoll} />;
  return (
    <section className="panel">
      <Desk />
      <p className="quiet">{texts.late}</p>
      <Batch />
      {rehearsal ? <SimulatePanel kind="check-in" /> : null}
      <CheckInList />
    </section>
  );
}
