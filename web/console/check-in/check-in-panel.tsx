import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { Batch } from './batch.tsx';
import { CheckInList } from './check-in-list.tsx';
import { Desk } from './desk.tsx';

/** The desk: scan or type, a whole delegation, or tick the list. */
export function CheckInPanel() {
  const texts = useTexts(deskTexts).checkIn;
  return (
    <section className="panel">
      <Desk />
      <p className="quiet">{texts.late}</p>
      <Batch />
      <CheckInList />
    </section>
  );
}
