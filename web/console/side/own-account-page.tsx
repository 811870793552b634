import { Button } from 'antd';
import { useState } from 'react';
import { changePassword, confirmSecondFactor, dropSecondFactor, offerSecondFactor, readMyAccount, signOutEverywhere } from '#shared/contract/account.ts';
import { forgetSessions, keepSession } from '#web/api/session.ts';
import { useAnswer } from '#web/api/use-answer.ts';
import { QrCode } from '#web/components/qr-code.tsx';
import { accountTexts } from '#web/text/console.account.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

const SHORTEST_PASSWORD = 10;
const DIGITS = /^[0-9]{6}$/;

/** One's own account: password, code, and every login session at once. */
export function OwnAccountPage() {
  const texts = useTexts(accountTexts).own;
  const roles = useTexts(frameTexts).accounts.roles;
  const { congressId, token } = useConsole();
  const mine = useAnswer(['congress', congressId, 'own-account'], readMyAccount, {}, token);
  const account = mine.value;
  return (
    <section className="panel">
      <h1>{texts.title}</h1>
      <RefusalNotice refusal={mine.error} />
      {account === undefined ? null : (
        <>
          <p>{texts.name(account.name, roles[account.role])}</p>
          <PasswordForm />
          <h2>{texts.code}</h2>
          <p>{texts.codeWhat}</p>
          {account.secondFactor ? <DropCode /> : <SetUpCode />}
          <EndSessions />
        </>
      )}
    </section>
  );
}

function PasswordForm() {
  const texts = useTexts(accountTexts).own;
  const { act, busy, refusal } = useAct(changePassword);
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [note, setNote] = useState('');
  const change = async () => {
    if (next !== again) {
      setNote(texts.differs);
      return;
    }
    const changed = await act({ body: { password, newPassword: next } });
    if (changed?.ok !== true) return;
    keepSession(changed.value);
    // The page goes on with the new token, which it reads when it starts.
    window.location.reload();
  };
  return (
    <form
      aria-label={texts.password}
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <h2>{texts.password}</h2>
      <TextField label={texts.current} value={password} onChange={setPassword} secret="current" max={200} />
      <TextField label={texts.next} value={next} onChange={setNext} secret="new" max={200} />
      <TextField label={texts.again} value={again} onChange={setAgain} secret="new" max={200} />
      {note === '' ? null : <p className="notice" role="alert">{note}</p>}
      <RefusalNotice refusal={refusal} />
      <Button htmlType="submit" loading={busy} disabled={password === '' || next.length < SHORTEST_PASSWORD}>{texts.change}</Button>
    </form>
  );
}

function SetUpCode() {
  const texts = useTexts(accountTexts).own;
  const offering = useAct(offerSecondFactor);
  const confirming = useAct(confirmSecondFactor);
  const [offer, setOffer] = useState<{ uri: string; secret: string } | null>(null);
  const [code, setCode] = useState('');
  const ask = async () => {
    const offered = await offering.act({});
    if (offered?.ok === true) setOffer(offered.value);
  };
  if (offer === null) {
    return (
      <>
        <Button loading={offering.busy} onClick={() => void ask()}>{texts.offer}</Button>
        <RefusalNotice refusal={offering.refusal} />
      </>
    );
  }
  return (
    <form
      aria-label={texts.code}
      onSubmit={(event) => {
        event.preventDefault();
        void confirming.act({ body: { code } });
      }}
    >
      <p>{texts.scan}</p>
      <div className="second-factor-code">
        <QrCode text={offer.uri} name={texts.scan} />
      </div>
      <p>{texts.secret} <code>{offer.secret}</code></p>
      <TextField label={texts.first} value={code} onChange={setCode} max={6} autoComplete="one-time-code" />
      <RefusalNotice refusal={confirming.refusal} />
      <Button type="primary" htmlType="submit" loading={confirming.busy} disabled={!DIGITS.test(code)}>{texts.confirm}</Button>
    </form>
  );
}

function DropCode() {
  const texts = useTexts(accountTexts).own;
  const { act, busy, refusal } = useAct(dropSecondFactor);
  const [code, setCode] = useState('');
  return (
    <form
      aria-label={texts.code}
      onSubmit={(event) => {
        event.preventDefault();
        void act({ body: { code } });
      }}
    >
      <p>{texts.on}</p>
      <TextField label={texts.dropCode} value={code} onChange={setCode} max={6} autoComplete="one-time-code" />
      <RefusalNotice refusal={refusal} />
      <Button htmlType="submit" loading={busy} disabled={!DIGITS.test(code)}>{texts.drop}</Button>
    </form>
  );
}

function EndSessions() {
  const texts = useTexts(accountTexts).own;
  const { act, busy, refusal } = useAct(signOutEverywhere);
  const end = async () => {
    const ended = await act({});
    if (ended?.ok !== true) return;
    forgetSessions('clerk');
    window.location.reload();
  };
  return (
    <>
      <h2>{texts.everywhere}</h2>
      <p>{texts.everywhereWhat}</p>
      <ConfirmedAct quiet label={texts.everywhere} says={texts.everywhereSays} yes={texts.everywhereYes} busy={busy} onYes={end} />
      <RefusalNotice refusal={refusal} />
    </>
  );
}
