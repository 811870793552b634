import { useState } from 'react';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { NoRoll } from '../no-roll.tsx';
import { InvitationSlip, type Invitation } from './invitation-slip.tsx';
import { NameScrutineer } from './name-scrutineer.tsx';
import { ScrutineerTable } from './scrutineer-table.tsx';

/** Scrutineers: named from the roll, invited once, listed with the key codes they will read out. */
export function ScrutineersPanel() {
  const texts = useTexts(prepareTexts);
  const { day, rehearsal } = useConsole();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const preparing = day.congress.state === 'preparing';
  const { n, t } = day.congress.method.box;
  if (day.delegates.length === 0) return <NoRoll says={texts.scrutineers.noRoll} />;
  return (
    <section className="panel">
      {preparing ? null : <p className="notice">{texts.frozen}</p>}
      <p>{texts.scrutineers.what(n, t)}</p>
      {rehearsal ? <p className="quiet">{texts.scrutineers.rehearsalSeeded}</p> : null}
      {invitation === null ? null : <InvitationSlip invitation={invitation} onDone={() => setInvitation(null)} />}
      <ScrutineerTable onInvite={setInvitation} />
      <p className="quiet">{texts.scrutineers.readOut}</p>
      {preparing ? <NameScrutineer quiet={invitation !== null} onNamed={setInvitation} /> : null}
    </section>
  );
}
