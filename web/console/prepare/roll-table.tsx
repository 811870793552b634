import { Button, Table } from 'antd';
import { useState } from 'react';
import { type Delegate, removeDelegate } from '#shared/contract/roll.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole, usePreparing } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { findDelegates } from '../find-delegates.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { DelegateForm } from './delegate-form.tsx';

const PAGE = 50;

export function RollTable() {
  const texts = useTexts(prepareTexts).roll;
  const { congressId, day } = useConsole();
  const preparing = usePreparing();
  const [search, setSearch] = useState('');
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
    <section aria-label={texts.title}>
      <TextField label={texts.search} value={search} onChange={setSearch} />
      {editing === null ? null : <DelegateForm key={editing.id} delegate={editing} onDone={() => setEditing(null)} />}
      <RefusalNotice refusal={removing.refusal} />
      <Table
        aria-label={texts.title}
        size="middle"
        rowKey="id"
        pagination={{ pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...findDelegates(day.delegates, search)]}
        columns={[
          { title: texts.number, dataIndex: 'number' },
          { title: texts.name, dataIndex: 'name' },
          { title: texts.delegation, dataIndex: 'delegation' },
          { title: texts.letterColumn, dataIndex: 'letter', render: (_, delegate) => texts.letter[delegate.letter] },
          ...(preparing ? [{ title: texts.acts, key: 'acts', render: (_: unknown, delegate: Delegate) => acts(delegate) }] : []),
        ]}
      />
    </section>
  );
}
