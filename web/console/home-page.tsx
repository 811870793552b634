import './home.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CongressSummary, listCongresses } from '#shared/contract/congress.ts';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { health } from '#shared/contract/service.ts';
import { type CallError, call } from '#web/api/client.ts';
import { AppearanceSwitch } from '#web/components/appearance-switch.tsx';
import { LanguageSwitch } from '#web/components/language-switch.tsx';
import { RehearsalBand } from '#web/components/rehearsal-band.tsx';
import { dayTexts } from '#web/text/console.day.ts';
import { homeTexts } from '#web/text/console.home.ts';
import { errorSentence } from '#web/text/error-sentence.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { RoleCards } from './role-cards.tsx';

const RETRY_MS = 3_000;

/** The first screen: which congress, and in which role. Each role opens in a tab of its own. */
export default function HomePage() {
  const texts = useTexts(homeTexts);
  const { language } = useLanguage();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const congresses = useQuery({
    queryKey: ['congresses'],
    queryFn: () => call(listCongresses, {}),
    refetchInterval: ({ state }) => (state.data?.ok === true ? false : RETRY_MS),
  });
  const service = useQuery({ queryKey: ['health'], queryFn: () => call(health, {}) });
  const rehearses = service.data?.ok === true && service.data.value.rehearsal;
  const list = congresses.data?.ok === true ? congresses.data.value : [];
  const chosen = list.find((congress) => congress.id === chosenId) ?? list[0];
  return (
    <>
      <RehearsalBand rehearsal={chosen?.rehearsal ?? rehearses} />
      <main className="sheet home">
        <header className="home-head">
          <h1 className="any-break">{texts.title}</h1>
          <span className="page-tools">
            <AppearanceSwitch />
            <LanguageSwitch />
          </span>
        </header>
        {congresses.data === undefined ? <p role="status">{texts.loading}</p> : null}
        {congresses.data?.ok === false ? <p className="notice" role="alert">{errorSentence(congresses.data.error, language)}</p> : null}
        {congresses.data?.ok === true && list.length === 0 ? (
          <p>
            {texts.none} {rehearses ? '' : texts.noneReal}
          </p>
        ) : null}
        {list.length > 1 ? <CongressChoice list={list} chosen={chosen} onChoose={setChosenId} /> : null}
        {chosen === undefined ? null : <RoleCards congress={chosen} />}
        {chosen?.rehearsal === true ? <RehearsalSteps /> : null}
        {rehearses ? <FreshRehearsal onMade={setChosenId} /> : null}
      </main>
    </>
  );
}

type ChoiceProps = {
  readonly list: readonly CongressSummary[];
  readonly chosen: CongressSummary | undefined;
  readonly onChoose: (id: string) => void;
};

function CongressChoice({ list, chosen, onChoose }: ChoiceProps) {
  const texts = useTexts(homeTexts);
  const states = useTexts(dayTexts).congressStates;
  return (
    <fieldset className="congress-choice">
      <legend>{texts.chooseCongress}</legend>
      {list.map((congress) => (
        <label key={congress.id}>
          <input type="radio" name="congress" checked={congress.id === chosen?.id} onChange={() => onChoose(congress.id)} /> {congress.title}
          <small className="quiet"> {states[congress.state]}</small>
        </label>
      ))}
    </fieldset>
  );
}

function RehearsalSteps() {
  const texts = useTexts(homeTexts).rehearsal;
  return (
    <section aria-labelledby="rehearsal-title">
      <h2 id="rehearsal-title">{texts.title}</h2>
      <p>{texts.intro}</p>
      <ol className="rehearsal-steps">
        {texts.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function FreshRehearsal({ onMade }: { readonly onMade: (id: string) => void }) {
  const texts = useTexts(homeTexts).rehearsal;
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState('');
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const start = async () => {
    setBusy(true);
    const result = await call(startRehearsal, { body: {} });
    setRefusal(result.ok ? null : result.error);
    if (result.ok) {
      await queries.invalidateQueries({ queryKey: ['congresses'] });
      onMade(result.value.id);
      setMade(texts.made(result.value.title));
    }
    setBusy(false);
  };
  return (
    <section className="fresh">
      <button type="button" className="button button-quiet" disabled={busy} onClick={() => void start()}>
        {texts.fresh}
      </button>{' '}
      <span className="quiet" role="status">
        {busy ? texts.making : made === '' ? texts.freshHint : made}
      </span>
      {refusal === null ? null : <p className="notice" role="alert">{errorSentence(refusal, language)}</p>}
    </section>
  );
}
