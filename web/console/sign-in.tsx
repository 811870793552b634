import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type SignedIn, signInAccount } from '#shared/contract/account.ts';
import { readRehearsal } from '#shared/contract/rehearsal.ts';
import { type CallError, call } from '#web/api/client.ts';
import { accountTexts } from '#web/text/console.account.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';
import { TextField } from './fields.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

type Props = { readonly congressId: string; readonly rehearsal: boolean; readonly onSignedIn: (session: SignedIn) => void };

/** Name and password; in a rehearsal its accounts stand below and fill the form. */
export function SignIn({ congressId, rehearsal, onSignedIn }: Props) {
  const texts = useTexts(frameTexts).signIn;
  const { signInCode } = useTexts(accountTexts);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [notClerk, setNotClerk] = useState(false);
  const [codeAsked, setCodeAsked] = useState(false);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const signIn = async () => {
    setMissing(name.trim() === '' || password === '');
    if (name.trim() === '' || password === '') return;
    setBusy(true);
    setNotClerk(false);
    const result = await call(signInAccount, { body: { congressId, name, password, ...(code === '' ? {} : { code }) } });
    setBusy(false);
    if (!result.ok && result.error.code === 'second-factor-needed') setCodeAsked(true);
    setRefusal(result.ok ? null : result.error);
    if (!result.ok) return;
    if (result.value.who.role === 'clerk') onSignedIn(result.value);
    else setNotClerk(true);
  };
  return (
    <section className="sheet sheet-narrow" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title">{texts.title}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <TextField label={texts.name} value={name} onChange={setName} autoComplete="username" max={60} />
        <TextField label={texts.password} value={password} onChange={setPassword} secret="current" max={200} />
        {codeAsked ? <TextField label={signInCode} value={code} onChange={setCode} max={6} autoComplete="one-time-code" /> : null}
        {missing ? <p className="notice" role="alert">{texts.missing}</p> : null}
        <RefusalNotice refusal={refusal} />
        {notClerk ? <p className="notice" role="alert">{texts.notClerk}</p> : null}
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {texts.act}
        </Button>
      </form>
      {rehearsal ? (
        <RehearsalAccounts
          congressId={congressId}
          onUse={(account) => {
            setName(account.name);
            setPassword(account.password);
          }}
        />
      ) : null}
    </section>
  );
}

type AccountsProps = { readonly congressId: string; readonly onUse: (account: { name: string; password: string }) => void };

function RehearsalAccounts({ congressId, onUse }: AccountsProps) {
  const texts = useTexts(frameTexts).signIn;
  const accounts = useQuery({
    queryKey: ['rehearsal-accounts', congressId],
    queryFn: async () => {
      const answer = await call(readRehearsal, { params: { congressId } });
      return answer.ok ? answer.value.accounts.filter((account) => account.role === 'clerk') : [];
    },
  });
  return (
    <section className="rehearsal-accounts" aria-label={texts.rehearsalAccounts}>
      <h2>{texts.rehearsalAccounts}</h2>
      {accounts.data?.map((account) => (
        <Button key={account.name} onClick={() => onUse(account)}>
          {texts.use(account.name)}
        </Button>
      ))}
    </section>
  );
}
