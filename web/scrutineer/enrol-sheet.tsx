import { useState } from 'react';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { foldTyped } from '#shared/ballot-paper/crockford.ts';
import { codeOf, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { keyCode } from '#shared/ballot-paper/scrutineer.ts';
import { enrol } from '#shared/contract/account.ts';
import type { Refusal } from '#shared/error-code.ts';
import { type CallError, call } from '../api/client.ts';
import { keepSession } from '../api/session.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/enrol.en.ts';
import { zh } from '../text/enrol.zh.ts';
import { Card } from './card.tsx';
import { forgetDraft, keepDraft, readDraft } from './enrol-draft.ts';
import type { Offer } from './enrol-page.tsx';
import { KeySheet } from './key-sheet.tsx';
import { type Keys, publicKeys, signIn, type SignInResult } from './keys.ts';
import { keepRoot, markKeyHeld } from './root-store.ts';
import { useStepName } from './use-step-name.ts';

type Props = { readonly invitation: string; readonly offer: Offer; readonly keys: Keys };

/** Sheet, proof from the paper, then the public keys are handed in; the root stays here. */
export function EnrolSheet({ invitation, offer, keys }: Props) {
  const [stage, setStage] = useState<'sheet' | 'proof' | 'done'>(() => (readDraft()?.proving === true ? 'proof' : 'sheet'));
  const kind = offer.rehearsal ? 'rehearsal' : 'real';
  const groups = codeOf(keys.root, kind).match(/.{4}/g) ?? [];
  const goTo = (next: 'sheet' | 'proof') => {
    keepDraft({ invitation, code: scannedCode(keys.root, kind), proving: next === 'proof' });
    setStage(next);
  };
  const hand = async (): Promise<CallError | Refusal | null> => {
    const answer = await handIn(invitation, offer, keys);
    if (!answer.ok) return answer.refusal;
    keepRoot(offer.congressId, keys.root, kind);
    if (!offer.rehearsal) markKeyHeld(offer.congressId, toBase64url(keys.sign.publicKey));
    forgetDraft();
    keepSession(answer.session);
    setStage('done');
    return null;
  };
  if (stage === 'done') return <Done congressId={offer.congressId} code={keyCode(keys.sign.publicKey)} />;
  if (stage === 'proof') return <Proof groups={groups} onBack={() => goTo('sheet')} onProven={hand} />;
  return <KeySheet offer={offer} groups={groups} keyCode={keyCode(keys.sign.publicKey)} onPrinted={() => goTo('proof')} />;
}

/** Hands the public keys in. An answer that was lost on the way: the invitation is used, and these very keys can sign in. */
async function handIn(invitation: string, offer: Offer, keys: Keys): Promise<SignInResult> {
  const answer = await call(enrol, { body: { invitation, ...(await publicKeys(keys, offer.roundIds)) } });
  if (answer.ok) return { ok: true, session: answer.value };
  if (answer.error.code !== 'invitation-used') return { ok: false, refusal: answer.error };
  const signedIn = await signIn(keys);
  return signedIn.ok ? signedIn : { ok: false, refusal: answer.error };
}

type ProofProps = { readonly groups: readonly string[]; readonly onBack: () => void; readonly onProven: () => Promise<CallError | Refusal | null> };

function Proof({ groups, onBack, onProven }: ProofProps) {
  const texts = useTexts({ zh, en });
  const step = useStepName();
  const [asked] = useState(() => Math.floor(Math.random() * groups.length));
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | Refusal | null>(null);
  const check = async () => {
    const right = foldTyped(typed) === groups[asked];
    setWrong(!right);
    if (!right) return;
    setBusy(true);
    setRefusal(await onProven());
    setBusy(false);
  };
  return (
    <Card title={texts.proofTitle(asked + 1)} over={step(4)}>
      <p>{texts.proofText}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <label className="field proof-field">
          <span>{texts.proofField(asked + 1)}</span>
          <input className="code-input" autoComplete="off" spellCheck={false} maxLength={8} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {wrong ? <p className="notice" role="alert">{texts.proofWrong}</p> : null}
        <p className="quiet">{texts.handText}</p>
        <RefusalLine refusal={refusal} />
        <p className="card-acts">
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
  const texts = useTexts({ zh, en });
  const step = useStepName();
  return (
    <Card key="done" title={texts.done} over={step(5)}>
      <p className="large-code">
        <code>{code}</code>
      </p>
      <p>{texts.doneText(code)}</p>
      <p>{texts.doneNext}</p>
      <p className="card-acts">
        <a className="button" href={`/scrutineer/${congressId}`}>
          {texts.toDesk}
        </a>
      </p>
    </Card>
  );
}
