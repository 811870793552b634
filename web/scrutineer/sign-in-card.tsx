import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
import { type Keys, keysOfSheet, signIn } from './keys.ts';

type Props = {
  readonly congress: CongressSummary;
  readonly onSignedIn: (keys: Keys, session: SignedIn, kind: CodeKind) => void;
};

/** Signing in with the sheet: its code makes the keys here, and a signature proves that they are here. */
export function SignInCard({ congress, onSignedIn }: Props) {
  const texts = useTexts({ zh, en }).signIn;
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | Refusal | null>(null);
  const kind: CodeKind = congress.rehearsal ? 'rehearsal' : 'real';

  const enter = async (typed: string) => {
    setBusy(true);
    setRefusal(null);
    const read = await keysOfSheet(await browserPlatform(), congress.id, kind, typed);
    const answer = read.ok ? await signIn(read.keys) : null;
    setBusy(false);
    if (!read.ok) setRefusal(read);
    else if (answer?.ok === true) onSignedIn(read.keys, answer.session, kind);
    else if (answer !== null) setRefusal(answer.refusal);
  };

  return (
    <Card title={texts.title}>
      <p>{texts.text}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enter(code);
        }}
      >
        <label className="field">
          <span>{texts.code}</span>
          <input className="code-input" autoComplete="off" spellCheck={false} autoCapitalize="characters" value={code} onChange={(event) => setCode(event.target.value)} />
        </label>
        <p className="quiet">{texts.stays}</p>
        <RefusalLine refusal={refusal} />
        <button type="submit" className="button" disabled={busy || code.trim() === ''}>
          {texts.act}
        </button>
      </form>
      {congress.rehearsal ? <RehearsalSheets congressId={congress.id} busy={busy} onUse={(sheet) => void enter(sheet)} /> : null}
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
