import { Button } from 'antd';
import { useState } from 'react';
import { type Delegate, removeDelegate } from '#shared/contract/roll.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { tableTexts } from '#web/text/console.table.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole, usePreparing } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { DelegateTable } from '../table/delegate-table.tsx';
import { useAct } from '../use-act.ts';
import { DelegateForm } from './delegate-form.tsx';

const LETTERS = ['none', 'made', 'revoked'] as const;

/** The roll as it stands; while preparing, every line can be corrected or struck. */
export function RollTable() {
  const texts = useTexts(prepareTexts).roll;
  const all = useTexts(tableTexts).all;
  const { congressId, day } = useConsole();
  const preparing = usePreparing();
  const [editing, setEditing] = useState<Delegate | null>(null);
  const removing = useAct(removeDelegate);
  const acts = (delegate: Delegate) => (
    <span className="row">
      <Button aria-label={texts.edit(delegate.name)} onClick={() => setEditing(delegate)}>
        {texts.editShort}
      </Button>
      <ConfirmedAct
        quiet
        label={texts.removeShort}
        name={texts.remove(delegate.name)}
        says={texts.removeConfirm(delegate.name)}
        yes={texts.removeYes}
        busy={removing.busy}
        onYes={() => removing.act({ params: { congressId, delegateId: delegate.id } })}
      />
    </span>
  );
  return (
    <>
      {editing === null ? null : <DelegateForm key={editing.id} delegate={editing} onDone={() => setEditing(null)} />}
      <RefusalNotice refusal={removing.refusal} />
      <DelegateTable
        name={texts.title}
        delegates={day.delegates}
        empty={texts.empty}
        search={texts.search}
        filters={[{ label: texts.letterColumn, choices: new Map(LETTERS.map((one) => [one, texts.letter[one]])), all, keyOf: (one) => one.letter }]}
        columns={[
          { title: texts.letterColumn, dataIndex: 'letter', render: (_, delegate) => texts.letter[delegate.letter] },
          ...(preparing ? [{ title: texts.acts, key: 'acts', render: (_: unknown, delegate: Delegate) => acts(delegate) }] : []),
        ]}
      />
    </>
  );
}
