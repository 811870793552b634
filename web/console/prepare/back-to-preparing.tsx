import { useState } from 'react';
import { reopenPreparation } from '#shared/contract/congress.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole, usePreparing } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** A later change of method, roll or scrutineers: both votes are then taken again. Only before any paper is drawn. */
export function BackToPreparing() {
  const texts = useTexts(prepareTexts).adoption;
  const { congressId, day } = useConsole();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct(reopenPreparation);
  const drawn = day.rounds.some((round) => round.issued > 0);
  if (usePreparing() || drawn || day.congress.state === 'decided' || day.congress.state === 'published') return null;
  return (
    <details>
      <summary>{texts.back}</summary>
      <p>{texts.backWhat}</p>
      <TextField label={texts.backReason} value={reason} max={500} onChange={setReason} />
      <ConfirmedAct
        quiet
        label={texts.back}
        says={texts.backConfirm}
        yes={texts.backYes}
        busy={busy}
        disabled={reason.trim() === ''}
        onYes={() => act({ params: { congressId }, body: { reason } })}
      />
      <RefusalNotice refusal={refusal} />
    </details>
  );
}
