import { useState } from 'react';
import { foldTyped } from '#shared/ballot-paper/crockford.ts';
import { codeOf } from '#shared/ballot-paper/secret-code.ts';
import { keyCode } from '#shared/ballot-paper/scrutineer.ts';
import { enrol } from '#shared/contract/account.ts';
import { type CallError, call } from '../api/client.ts';
import { keepSession } from '../api/session.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { Card } from './card.tsx';
import type { Offer } from './enrol-page.tsx';
import { KeySheet } from './key-sheet.tsx';
import { type Keys, publicKeys } from './keys.ts';
import { keepRoot, markKeyMade } from './root-store.ts';

type Props = { readonly invitation: string; readonly offer: Offer; readonly keys: Keys };

/** Sheet, proof from the paper, then the public keys are handed in; the root stays here. */
export function EnrolSheet({ invitation, offer, keys }: Props) {
  const [stage, setStage] = useState<'sheet' | 'proof' | 'done'>('sheet');
  const kind = offer.rehearsal ? 'rehearsal' : 'real';
  const groups = codeOf(keys.root, kind).match(/.{4}/g) ?? [];
  const hand = async (): Promise<CallError | null> => {
    const answer = await call(enrol, { body: { invitation, ...(await publicKeys(keys, offer.roundIds)) } });
    if (!answer.ok) return answer.error;
    markKeyMade(offer.congressId);
    keepRoot(offer.congressId, keys.root, kind);
    keepSession(answer.value);
    setStage('done');
    return null;
  };
  if (stage === 'done') return <Done congressId={offer.congressId} code={keyCode(keys.sign.publicKey)} />;
  if (stage === 'proof') return <Proof groups={groups} onBack={() => setStage('sheet')} onProven={hand} />;
  return <KeySheet offer={offer} groups={groups} keyCode={keyCode(keys.sign.publicKey)} onPrinted={() => setStage('proof')} />;
}

type ProofProps = { readonly groups: readonly string[]; readonly onBack: () => void; readonly onProven: () => Promise<CallError | null> };

function Proof({ groups, onBack, onProven }: ProofProps) {
  const texts = useTexts({ zh, en }).enrol;
  const [asked] = useState(() => Math.floor(Math.random() * groups.length));
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const check = async () => {
    const right = foldTyped(typed) === groups[asked];
    setWrong(!right);
    if (!right) return;
    setBusy(true);
    setRefusal(await onProven());
    setBusy(false);
  };
  return (
    <Card title={texts.proofTitle(asked + 1)}>
      <p>{texts.proofText}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <label className="field">
          <span>{texts.proofField(asked + 1)}</span>
          <input className="code-input" autoComplete="off" spellCheck={false} maxLength={8} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {wrong ? <p className="notice" role="alert">{texts.proofWrong}</p> : null}
        <p className="quiet">{texts.handText}</p>
        <RefusalLine refusal={refusal} />
        <p className="row">
          <button type="button" className="button button-quiet" onClick={onBack}>
            {texts.backToSheet}
          </button>
          <button type="submit" className="button" disabled={busy || typed.trim() === ''}>
            {texts.hand}
          </button>
        </p>
      </form>
    </Card>
  );
}

function Done({ congressId, code }: { readonly congressId: string; readonly code: string }) {
  const texts = useTexts({ zh, en }).enrol;
  return (
    <Card title={texts.done}>
      <p>{texts.doneText(code)}</p>
      <a className="button" href={`/scrutineer/${congressId}`}>
        {texts.toDesk}
      </a>
    </Card>
  );
}
