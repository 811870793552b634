import { Button } from 'antd';
import { useState } from 'react';
import { addAccount, listAccounts } from '#shared/contract/account.ts';
import type { AccountView } from '#shared/contract/account.ts';
import { useAnswer } from '#web/api/use-answer.ts';
import { accountTexts } from '#web/text/console.account.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { ChoiceField, TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { byStrokes } from '../table/find-rows.ts';
import { SearchTable } from '../table/search-table.tsx';
import { useAct } from '../use-act.ts';
import { AccountActs } from './account-acts.tsx';

const ROLES = ['clerk', 'office'] as const;
const SHORTEST_PASSWORD = 10;

/** A second clerk and the office. */
export function AccountsPage() {
  const texts = useTexts(frameTexts).accounts;
  const { language } = useLanguage();
  const more = useTexts(accountTexts);
  const { congressId, token, clerk } = useConsole();
  const accounts = useAnswer(['congress', congressId, 'accounts'], listAccounts, { params: { congressId } }, token);
  return (
    <section className="panel">
      <h1>{texts.title}</h1>
      <p>{texts.what}</p>
      <RefusalNotice refusal={accounts.error} />
      {clerksOf(accounts.value ?? []) === 1 ? <p className="notice" role="note">{more.secondClerk}</p> : null}
      <SearchTable
        name={texts.title}
        rows={accounts.value ?? []}
        keyOf={(account) => account.id}
        nameOf={(account) => account.name}
        textOf={(account) => [account.name, texts.roles[account.role]]}
        empty={accounts.value === undefined ? texts.reading : texts.none}
        columns={[
          { title: texts.name, dataIndex: 'name', sorter: (a, b) => byStrokes(a.name, b.name) },
          { title: texts.role, dataIndex: 'role', render: (_, account) => texts.roles[account.role] },
          { title: more.state, dataIndex: 'closed', render: (_, account) => (account.closed ? more.states.closed : more.states.open) },
          { title: more.code, dataIndex: 'secondFactor', responsive: ['md'], render: (_, account) => (account.secondFactor ? more.codeOn : more.codeOff) },
          { title: texts.made, dataIndex: 'createdAt', responsive: ['md'], render: (_, account) => new Date(account.createdAt).toLocaleString(language) },
          { title: more.acts, key: 'acts', render: (_, account) => (account.name === clerk ? more.me : <AccountActs account={account} />) },
        ]}
      />
      <h2>{texts.add}</h2>
      <AccountForm />
    </section>
  );
}

/** Clerks who can sign in. */
function clerksOf(accounts: readonly AccountView[]): number {
  return accounts.filter(({ role, closed }) => role === 'clerk' && !closed).length;
}

function AccountForm() {
  const texts = useTexts(frameTexts).accounts;
  const { congressId } = useConsole();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('office');
  const [note, setNote] = useState('');
  const { act, busy, refusal } = useAct(addAccount);
  const add = async () => {
    const result = await act({ params: { congressId }, body: { name, password, role } });
    if (result?.ok !== true) return;
    setNote(texts.added(result.value.name));
    setName('');
    setPassword('');
  };
  return (
    <form
      className="form-grid"
      aria-label={texts.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <ChoiceField label={texts.role} value={role} choices={ROLES} names={texts.roles} onChange={setRole} />
      <TextField label={texts.name} value={name} max={60} onChange={setName} />
      <TextField label={texts.password} value={password} max={200} secret="new" onChange={setPassword} />
      <Button type="primary" htmlType="submit" loading={busy} disabled={name.trim() === '' || password.length < SHORTEST_PASSWORD}>
        {texts.add}
      </Button>
      <p role="status">{note}</p>
      <RefusalNotice refusal={refusal} />
    </form>
  );
}
