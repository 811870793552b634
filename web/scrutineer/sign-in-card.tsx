import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { suspectGroup } from '#shared/ballot-paper/mistyped-code.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import type { CodeKind } from '#shared/ballot-paper/secret-code.ts';
import type { SignedIn } from '#shared/contract/account.ts';
import type { CongressSummary } from '#shared/contract/congress.ts';
import { readRehearsal } from '#shared/contract/rehearsal.ts';
import type { Refusal } from '#shared/error-code.ts';
import { type CallError, call } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { Card } from './card.tsx';
import { CodeField } from './code-field.tsx';
import { type Keys, keysOfSheet, signIn } from './keys.ts';
import { heldByAnother } from './root-store.ts';

type Props = {
  readonly congress: CongressSummary;
  /** The keys were cleared from this device a moment ago. */
  readonly left: boolean;
  readonly onSignedIn: (keys: Keys, session: SignedIn, kind: CodeKind) => void;
};

/** Signing in with the sheet: its code makes the keys here, and a signature proves that they are here. */
export function SignInCard({ congress, left, onSignedIn }: Props) {
  const texts = useTexts({ zh, en });
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [another, setAnother] = useState(false);
  const [refusal, setRefusal] = useState<CallError | Refusal | null>(null);
  const [suspect, setSuspect] = useState<number | null>(null);
  const kind: CodeKind = congress.rehearsal ? 'rehearsal' : 'real';
  const over = congress.state === 'decided' || congress.state === 'published';

  const enter = async (typed: string) => {
    setBusy(true);
    setRefusal(null);
    const read = await keysOfSheet(await browserPlatform(), congress.id, kind, typed);
    const taken = read.ok && kind === 'real' && heldByAnother(congress.id, toBase64url(read.keys.sign.publicKey));
    const answer = read.ok && !taken ? await signIn(read.keys) : null;
    setBusy(false);
    setAnother(taken);
    setSuspect(!read.ok && read.reason === 'bad-code' ? suspectGroup(typed, [kind]) : null);
    if (!read.ok) setRefusal(read);
    else if (answer?.ok === true) onSignedIn(read.keys, answer.session, kind);
    else if (answer !== null) setRefusal(answer.refusal);
  };

  return (
    <Card title={texts.signIn.title}>
      {left ? <p className="notice" role="status">{texts.leave.done}</p> : null}
      {over ? <p>{texts.signIn.over}</p> : null}
      <p>{texts.signIn.text}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enter(code);
        }}
      >
        <CodeField onChange={setCode} describedBy={refusal === null ? null : 'sign-in-refusal'} />
        <p className="quiet">{texts.signIn.stays}</p>
        <div id="sign-in-refusal">
          <RefusalLine refusal={refusal} />
          {suspect === null ? null : <p className="notice">{texts.signIn.suspect(suspect)}</p>}
        </div>
        {another ? <p className="notice" role="alert">{texts.signIn.anotherHere}</p> : null}
        <p className="card-acts">
          <button type="submit" className="button" disabled={busy || code === ''}>
            {texts.signIn.act}
          </button>
        </p>
      </form>
      {congress.rehearsal ? <RehearsalSheets congressId={congress.id} busy={busy} onUse={(sheet) => void enter(sheet)} /> : null}
      <details className="lost">
        <summary>{texts.signIn.lostTitle}</summary>
        <ul>
          {texts.signIn.lost.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </Card>
  );
}

type SheetsProps = { readonly congressId: string; readonly busy: boolean; readonly onUse: (code: string) => void };

/** In a rehearsal only: sheets without paper. */
function RehearsalSheets({ congressId, busy, onUse }: SheetsProps) {
  const texts = useTexts({ zh, en }).signIn;
  const { data } = useQuery({ queryKey: ['rehearsal', congressId], queryFn: () => call(readRehearsal, { params: { congressId } }), staleTime: Infinity });
  if (data?.ok !== true) return null;
  return (
    <section className="rehearsal-sheets">
      <h2>{texts.sheets}</h2>
      <ul>
        {data.value.sheets.map(({ scrutineerId, name, chief, code }) => (
          <li key={scrutineerId}>
            <button type="button" className="button button-quiet" disabled={busy} onClick={() => onUse(code)}>
              {texts.useSheet(name, chief)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
