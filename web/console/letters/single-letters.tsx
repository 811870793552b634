import { useState } from 'react';
import { type Delegate, revokeLetter } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { DelegateTable } from '../table/delegate-table.tsx';
import { useAct } from '../use-act.ts';

type Props = { readonly onMake: (delegation: string, delegates: readonly Delegate[]) => unknown };

/** A letter lost or spoiled: revoked with its reason, or replaced by a new one. */
export function SingleLetters({ onMake }: Props) {
  const texts = useTexts(deskTexts);
  const states = useTexts(prepareTexts).roll.letter;
  const { congressId, day } = useConsole();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct(revokeLetter);
  const revoke = async (one: Delegate) => {
    await act({ params: { congressId, delegateId: one.id }, body: { reason } });
    setReason('');
  };
  const acts = (one: Delegate) => (
    <span className="row">
      {one.letter === 'made' ? (
        <ConfirmedAct
          quiet
          label={texts.letters.revokeShort}
          name={texts.letters.revoke(one.name)}
          says={
            <>
              <p>{texts.letters.revokeConfirm(one.name)}</p>
              <TextField label={texts.letters.revokeReason} value={reason} max={500} onChange={setReason} />
            </>
          }
          yes={texts.letters.revokeYes}
          ready={reason.trim() !== ''}
          busy={busy}
          onYes={() => revoke(one)}
        />
      ) : null}
      <ConfirmedAct
        quiet
        label={texts.letters.remakeShort}
        name={texts.letters.remakeOne(one.name)}
        says={texts.letters.remakeConfirm}
        yes={texts.letters.remakeYes}
        onYes={() => onMake(one.delegation, [one])}
      />
    </span>
  );
  return (
    <details>
      <summary>{texts.letters.oneByOne}</summary>
      <RefusalNotice refusal={refusal} />
      <DelegateTable
        name={texts.letters.oneByOne}
        delegates={day.delegates}
        empty={texts.checkIn.noRoll}
        search={texts.letters.search}
        page={10}
        columns={[
          { title: texts.checkIn.columns.letter, dataIndex: 'letter', render: (_, one) => states[one.letter] },
          { title: texts.checkIn.columns.acts, key: 'acts', render: (_, one) => acts(one) },
        ]}
      />
    </details>
  );
}
