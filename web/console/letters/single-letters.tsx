import { Table } from 'antd';
import { useState } from 'react';
import { type Delegate, revokeLetter } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { findDelegates } from '../find-delegates.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

type Props = { readonly onMake: (delegation: string, delegates: readonly Delegate[]) => unknown };

/** A letter lost or spoiled: revoked with its reason, or replaced by a new one. */
export function SingleLetters({ onMake }: Props) {
  const texts = useTexts(deskTexts);
  const { congressId, day } = useConsole();
  const [search, setSearch] = useState('');
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct(revokeLetter);
  const found = search.trim() === '' ? [] : [...findDelegates(day.delegates, search)];
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
      <TextField label={texts.letters.search} value={search} onChange={setSearch} />
      <RefusalNotice refusal={refusal} />
      {found.length === 0 ? null : (
        <Table
          aria-label={texts.letters.oneByOne}
          size="small"
          rowKey="id"
          scroll={{ x: 'max-content' }}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={found}
          columns={[
            { title: texts.checkIn.columns.number, dataIndex: 'number' },
            { title: texts.checkIn.columns.name, dataIndex: 'name' },
            { title: texts.checkIn.columns.delegation, dataIndex: 'delegation' },
            { title: texts.checkIn.columns.acts, key: 'acts', render: (_, one) => acts(one) },
          ]}
        />
      )}
    </details>
  );
}
