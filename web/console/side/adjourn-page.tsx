import { Button } from 'antd';
import { useState } from 'react';
import { adjourn, resume } from '#shared/contract/congress.ts';
import { CONGRESS_TRANSITIONS } from '#shared/domain/congress.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** The meeting adjourns between rounds, and goes on. */
export function AdjournPage() {
  const texts = useTexts(frameTexts).adjourn;
  const { congressId, day } = useConsole();
  const resuming = useAct(resume);
  const mayAdjourn = CONGRESS_TRANSITIONS.adjourn.from.includes(day.congress.state);
  return (
    <section className="panel">
      <h1>{texts.title}</h1>
      <p>{texts.what}</p>
      {day.congress.state === 'adjourned' ? (
        <Button type="primary" loading={resuming.busy} onClick={() => void resuming.act({ params: { congressId } })}>
          {texts.resume}
        </Button>
      ) : null}
      <RefusalNotice refusal={resuming.refusal} />
      {mayAdjourn ? <AdjournForm /> : null}
      {mayAdjourn || day.congress.state === 'adjourned' ? null : <p className="notice">{texts.notNow}</p>}
    </section>
  );
}

function AdjournForm() {
  const texts = useTexts(frameTexts).adjourn;
  const { congressId } = useConsole();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct(adjourn);
  return (
    <>
      <TextField label={texts.reason} value={reason} max={500} onChange={setReason} />
      <ConfirmedAct
        label={texts.adjourn}
        says={texts.adjournConfirm}
        yes={texts.adjournYes}
        busy={busy}
        disabled={reason.trim() === ''}
        onYes={() => act({ params: { congressId }, body: { reason } })}
      />
      <RefusalNotice refusal={refusal} />
    </>
  );
}
