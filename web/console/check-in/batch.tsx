import { useState } from 'react';
import { checkInMany } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { Field } from '../fields.tsx';
import { delegationsOf } from '../find-delegates.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** A whole delegation, counted in person; those on leave or gone are left out. */
export function Batch() {
  const texts = useTexts(deskTexts).checkIn;
  const { congressId, day } = useConsole();
  const delegations = delegationsOf(day.delegates);
  const [chosen, setChosen] = useState('');
  const [note, setNote] = useState('');
  const { act, busy, refusal } = useAct(checkInMany);
  const delegation = chosen === '' ? (delegations[0] ?? '') : chosen;
  const absent = day.delegates.filter((one) => one.delegation === delegation && one.attendance === 'absent');
  const send = async () => {
    const result = await act({ params: { congressId }, body: { numbers: absent.map((one) => one.number) } });
    if (result?.ok === true) setNote(texts.batchDone(result.value.checkedIn, result.value.already));
  };
  return (
    <details>
      <summary>{texts.batch}</summary>
      <div className="form-grid">
        <Field label={texts.batchDelegation}>
          <select value={delegation} onChange={(event) => setChosen(event.target.value)}>
            {delegations.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </Field>
        <ConfirmedAct
          label={texts.batchAct(delegation, absent.length)}
          says={texts.batchConfirm(delegation, absent.length)}
          yes={texts.batchYes}
          busy={busy}
          disabled={absent.length === 0}
          onYes={send}
        />
      </div>
      <p role="status">{note}</p>
      <RefusalNotice refusal={refusal} />
    </details>
  );
}
