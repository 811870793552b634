import './home.css';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { readAccountLink, useAccountLink as chooseByLink } from '#shared/contract/account.ts';
import { type CallError, call } from '#web/api/client.ts';
import { AppearanceSwitch } from '#web/components/appearance-switch.tsx';
import { LanguageSwitch } from '#web/components/language-switch.tsx';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { accountTexts } from '#web/text/console.account.ts';
import { useTexts } from '#web/text/language.ts';

const SHORTEST_PASSWORD = 10;

/** Where a one-time link leads: its person chooses a new password. */
export default function NewPasswordPage() {
  const texts = useTexts(accountTexts).newPassword;
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  return (
    <main className="sheet sheet-narrow">
      <header className="home-head">
        <h1>{texts.title}</h1>
        <span className="page-tools">
          <AppearanceSwitch />
          <LanguageSwitch />
        </span>
      </header>
      {token === '' ? <p className="notice" role="alert">{texts.noToken}</p> : <PasswordByLink token={token} />}
    </main>
  );
}

function PasswordByLink({ token }: { readonly token: string }) {
  const texts = useTexts(accountTexts).newPassword;
  const link = useQuery({ queryKey: ['account-link', token], queryFn: () => call(readAccountLink, { body: { token } }), staleTime: Infinity });
  const [done, setDone] = useState(false);
  if (link.data === undefined) return <p role="status">{texts.reading}</p>;
  if (!link.data.ok) {
    // What is no link of ours was cut off on its way here.
    if (link.data.error.code === 'bad-request') return <p className="notice" role="alert">{texts.noToken}</p>;
    return <RefusalLine refusal={link.data.error} />;
  }
  const { congressId, title, name, role } = link.data.value;
  if (done) {
    return (
      <>
        <p role="status">{texts.done}</p>
        <p><a className="button" href={`/${role === 'clerk' ? 'console' : 'office'}/${congressId}`}>{texts.toConsole}</a></p>
      </>
    );
  }
  return (
    <>
      <p>{texts.forWhom(name, title)}</p>
      <PasswordForm token={token} onDone={() => setDone(true)} />
    </>
  );
}

function PasswordForm({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const texts = useTexts(accountTexts).newPassword;
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = password.length < SHORTEST_PASSWORD ? texts.short : password === again ? '' : texts.differs;
    setFault(wrong);
    if (wrong !== '') return;
    setBusy(true);
    const kept = await call(chooseByLink, { body: { token, password } });
    setBusy(false);
    if (kept.ok) onDone();
    else setRefusal(kept.error);
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <label className="field">
        <span>{texts.next}</span>
        <input type="password" autoComplete="new-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      </label>
      <label className="field">
        <span>{texts.again}</span>
        <input type="password" autoComplete="new-password" value={again} onChange={(event) => setAgain(event.target.value)} />
      </label>
      {fault === '' ? null : <p className="notice" role="alert">{fault}</p>}
      <RefusalLine refusal={refusal} />
      <button type="submit" className="button" disabled={busy}>{texts.act}</button>
    </form>
  );
}
