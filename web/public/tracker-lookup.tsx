import { useState } from 'react';
import type { Refusal } from '#shared/error-code.ts';
import type { CallError } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { type PublicTexts, zh } from '../text/public.zh.ts';
import { type FoundBallot, findBallots, readTracker } from './find-ballot.ts';
import { downloadRecord } from './reader.ts';

type State =
  | { readonly kind: 'asking'; readonly refusal: CallError | Refusal | null }
  | { readonly kind: 'bad' }
  | { readonly kind: 'answered'; readonly ballots: readonly FoundBallot[] };

/** Finds a ballot by its tracker in the record; the tracker stays in this page. */
export function TrackerLookup({ congressId }: { readonly congressId: string }) {
  const texts = useTexts({ zh, en }).lookup;
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [state, setState] = useState<State>({ kind: 'asking', refusal: null });
  const find = async () => {
    const tracker = readTracker(typed);
    if (tracker === null) {
      setState({ kind: 'bad' });
      return;
    }
    setBusy(true);
    const zip = await downloadRecord(congressId);
    setBusy(false);
    const found = zip.ok ? findBallots(zip.value, tracker) : null;
    if (!zip.ok) setState({ kind: 'asking', refusal: zip.error });
    else if (found?.ok === true) setState({ kind: 'answered', ballots: found.ballots });
    else setState({ kind: 'asking', refusal: found });
  };
  return (
    <section className="tracker-lookup">
      <h2>{texts.title}</h2>
      <p>{texts.text}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <label className="field">
          <span>{texts.field}</span>
          <input autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" className="button button-quiet" disabled={busy || typed.trim() === ''}>
          {texts.act}
        </button>
      </form>
      <div role="status">
        {state.kind === 'bad' ? <p className="notice">{texts.bad}</p> : null}
        {state.kind === 'asking' ? <RefusalLine refusal={state.refusal} /> : null}
        {state.kind === 'answered' && state.ballots.length === 0 ? <p className="notice">{texts.none}</p> : null}
        {state.kind === 'answered' ? state.ballots.map((ballot) => <Ballot key={ballot.round} ballot={ballot} texts={texts} />) : null}
      </div>
    </section>
  );
}

function Ballot({ ballot, texts }: { readonly ballot: FoundBallot; readonly texts: PublicTexts['lookup'] }) {
  const words = { valid: texts.marked, abstention: texts.abstention, rule: texts.rule, malformed: texts.malformed, unopenable: texts.malformed, 'paper-invalid': texts.malformed };
  return (
    <div className="found-ballot">
      <p>
        <strong>{texts.found(ballot.round)}</strong> {words[ballot.verdict]}
      </p>
      <ul>
        {ballot.marked.map(({ number, title }) => (
          <li key={number}>
            {number}. {title}
          </li>
        ))}
      </ul>
    </div>
  );
}
