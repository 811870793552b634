import { useState } from 'react';
import { checkInMany } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { Field } from '../fields.tsx';
import { delegationsOf } from '../delegations.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { UndoLine, useLastMark } from './last-mark.tsx';

/** A whole delegation, counted in person; those on leave or gone are left out. */
export function Batch() {
  const texts = useTexts(deskTexts).checkIn;
  const { congressId, day } = useConsole();
  const delegations = delegationsOf(day.delegates);
  const [chosen, setChosen] = useState('');
  const last = useLastMark();
  const { act, busy, refusal } = useAct(checkInMany);
  const delegation = chosen === '' ? (delegations[0] ?? '') : chosen;
  const absent = day.delegates.filter((one) => one.delegation === delegation && one.attendance === 'absent');
  const send = async () => {
    const numbers = absent.map((one) => one.number);
    const result = await act({ params: { congressId }, body: { numbers } });
    if (result?.ok === true) last.set({ said: texts.batchDone(result.value.checkedIn, result.value.already), undo: 'check-in', numbers });
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
          quiet
          label={texts.batchAct(delegation, absent.length)}
          says={texts.batchConfirm(delegation, absent.length)}
          yes={texts.batchYes}
          busy={busy}
          disabled={absent.length === 0}
          onYes={send}
        />
      </div>
      <UndoLine last={last} />
      <RefusalNotice refusal={refusal} />
    </details>
  );
}
