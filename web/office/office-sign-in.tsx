import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type SignedIn, signInAccount } from '#shared/contract/account.ts';
import type { CongressSummary } from '#shared/contract/congress.ts';
import { readRehearsal } from '#shared/contract/rehearsal.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { type CallError, call } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { accountTexts } from '../text/console.account.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/office.en.ts';
import { zh } from '../text/office.zh.ts';

type Props = { readonly congress: CongressSummary; readonly onSignedIn: (session: SignedIn) => void };

export function OfficeSignIn({ congress, onSignedIn }: Props) {
  const texts = useTexts({ zh, en }).signIn;
  const { signInCode } = useTexts(accountTexts);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [codeAsked, setCodeAsked] = useState(false);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | Refusal | null>(null);
  const enter = async (who: { name: string; password: string; code?: string }) => {
    setBusy(true);
    setRefusal(null);
    const answer = await call(signInAccount, { body: { congressId: congress.id, ...who } });
    setBusy(false);
    if (!answer.ok && answer.error.code === 'second-factor-needed') setCodeAsked(true);
    if (!answer.ok) setRefusal(answer.error);
    // A clerk signs in to the console; this page keeps the office's session only.
    else if (answer.value.who.role === 'office') onSignedIn(answer.value);
    else setRefusal(refuse('forbidden'));
  };
  return (
    <section className="sheet sheet-narrow">
      <h1>{texts.title}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enter({ name, password, ...(code === '' ? {} : { code }) });
        }}
      >
        <label className="field">
          <span>{texts.name}</span>
          <input autoComplete="username" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>{texts.password}</span>
          <input type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
        </label>
        {codeAsked ? (
          <label className="field">
            <span>{signInCode}</span>
            <input autoComplete="one-time-code" inputMode="numeric" maxLength={6} value={code} onChange={(event) => setCode(event.target.value)} />
          </label>
        ) : null}
        <RefusalLine refusal={refusal} />
        <button type="submit" className="button" disabled={busy || name.trim() === '' || password === ''}>
          {texts.act}
        </button>
      </form>
      {congress.rehearsal ? <RehearsalAccounts congressId={congress.id} busy={busy} onUse={(account) => void enter(account)} /> : null}
    </section>
  );
}

type AccountsProps = {
  readonly congressId: string;
  readonly busy: boolean;
  readonly onUse: (account: { name: string; password: string }) => void;
};

function RehearsalAccounts({ congressId, busy, onUse }: AccountsProps) {
  const texts = useTexts({ zh, en }).signIn;
  const { data } = useQuery({ queryKey: ['rehearsal', congressId], queryFn: () => call(readRehearsal, { params: { congressId } }), staleTime: Infinity });
  if (data?.ok !== true) return null;
  return (
    <section className="office-rehearsal">
      <h2>{texts.rehearsal}</h2>
      {data.value.accounts
        .filter(({ role }) => role === 'office')
        .map(({ name, password }) => (
          <button key={name} type="button" className="button button-quiet" disabled={busy} onClick={() => onUse({ name, password })}>
            {texts.use(name)}
          </button>
        ))}
    </section>
  );
}
