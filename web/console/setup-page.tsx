import './home.css';
import { type SubmitEvent, useState } from 'react';
import { setUpCongress } from '#shared/contract/account.ts';
import { profile } from '#shared/contract/congress.ts';
import { type CallError, call } from '#web/api/client.ts';
import { keepSession } from '#web/api/session.ts';
import { AppearanceSwitch } from '#web/components/appearance-switch.tsx';
import { LanguageSwitch } from '#web/components/language-switch.tsx';
import { homeTexts } from '#web/text/console.home.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { errorSentence } from '#web/text/error-sentence.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useNavigate } from 'react-router';

const SHORTEST_PASSWORD = 10;

/** The one-time link of the terminal: a congress and its first clerk, who goes straight on to the console. */
export default function SetupPage() {
  const texts = useTexts(homeTexts).setup;
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
      {token === '' ? <p className="notice" role="alert">{texts.noToken}</p> : <SetupForm token={token} />}
    </main>
  );
}

function SetupForm({ token }: { readonly token: string }) {
  const texts = useTexts(homeTexts).setup;
  const facts = useTexts(prepareTexts).facts;
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof profile.options)[number]>('street');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [fault, setFault] = useState('');
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const password = text('password');
    const wrong = passwordFault(password, text('again'), texts);
    setFault(wrong);
    if (wrong !== '') return;
    setBusy(true);
    const congress = { title: text('title'), place: text('place'), year: Number(text('year')), profile: kind };
    const result = await call(setUpCongress, { body: { token, congress, clerk: { name: text('name'), password } } });
    setBusy(false);
    if (!result.ok) { setRefusal(result.error); return; }
    keepSession(result.value);
    await navigate(`/console/${result.value.who.congressId}`, { replace: true });
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <p>{texts.intro}</p>
      <h2>{texts.congress}</h2>
      <Line label={facts.name} name="title" />
      <Line label={facts.place} name="place" />
      <Line label={facts.year} name="year" type="number" initial={String(new Date().getFullYear())} />
      <label className="field">
        <span>{facts.profile}</span>
        <select value={kind} onChange={(event) => setKind(profile.parse(event.target.value))}>
          {profile.options.map((one) => (
            <option key={one} value={one}>
              {facts.profiles[one]}
            </option>
          ))}
        </select>
      </label>
      <h2>{texts.account}</h2>
      <Line label={texts.name} name="name" />
      <Line label={texts.password} name="password" type="password" hint={texts.passwordHint} />
      <Line label={texts.passwordAgain} name="again" type="password" />
      {fault === '' ? null : <p className="notice" role="alert">{fault}</p>}
      {refusal === null ? null : <p className="notice" role="alert">{errorSentence(refusal, language)}</p>}
      <button type="submit" className="button" disabled={busy}>
        {texts.make}
      </button>
    </form>
  );
}

type LineProps = {
  readonly label: string;
  readonly name: string;
  readonly type?: 'text' | 'number' | 'password';
  readonly initial?: string;
  readonly hint?: string;
};

function Line({ label, name, type = 'text', initial = '', hint }: LineProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input name={name} type={type} required defaultValue={initial} autoComplete={type === 'password' ? 'new-password' : 'off'} />
      {hint === undefined ? null : <small className="quiet">{hint}</small>}
    </label>
  );
}

function passwordFault(password: string, again: string, texts: typeof homeTexts.zh.setup): string {
  if (password.length < SHORTEST_PASSWORD) return texts.passwordShort;
  return password === again ? '' : texts.passwordDiffers;
}
