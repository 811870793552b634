import { useState } from 'react';
import { type Keeping, askDeletion, confirmDeletion, withdrawDeletion } from '#shared/contract/archive.ts';
import { keepingTexts } from '#web/text/console.keeping.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** The deletion by two people: who may ask and from when, what waits for the second one. */
export function DeletionPanel({ keeping }: { readonly keeping: Keeping }) {
  const texts = useTexts(keepingTexts).deletion;
  const { deletion, deletable, due } = keeping;
  return (
    <section aria-labelledby="deletion-title">
      <h2 id="deletion-title">{texts.title}</h2>
      <p>{texts.what}</p>
      {deletion !== null ? <Asked deletion={deletion} archived={keeping.archive !== null} /> : deletable ? <Ask archived={keeping.archive !== null} /> : <p className="notice">{due === null ? texts.unpublished : texts.notBefore(due)}</p>}
    </section>
  );
}

function Ask({ archived }: { readonly archived: boolean }) {
  const texts = useTexts(keepingTexts).deletion;
  const { congressId } = useConsole();
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const { act, busy, refusal } = useAct(askDeletion);
  return (
    <>
      {archived ? null : <p className="notice">{texts.noArchive}</p>}
      <TextField label={texts.reason} value={reason} max={500} onChange={setReason} />
      <TextField label={texts.password} value={password} secret="current" max={200} onChange={setPassword} />
      <ConfirmedAct
        label={texts.ask}
        says={texts.askSays}
        yes={texts.askYes}
        busy={busy}
        disabled={reason.trim() === '' || password === ''}
        onYes={() => void act({ params: { congressId }, body: { reason, password } })}
      />
      <RefusalNotice refusal={refusal} />
    </>
  );
}

type AskedProps = { readonly deletion: NonNullable<Keeping['deletion']>; readonly archived: boolean };

function Asked({ deletion, archived }: AskedProps) {
  const texts = useTexts(keepingTexts).deletion;
  const { language } = useLanguage();
  const { congressId } = useConsole();
  const withdrawing = useAct(withdrawDeletion);
  return (
    <>
      <p role="status">{texts.asked(deletion.askedBy, new Date(deletion.askedAt).toLocaleString(language), deletion.reason)}</p>
      {deletion.mine ? <p>{texts.waits}</p> : <Confirm archived={archived} />}
      <ConfirmedAct quiet label={texts.withdraw} says={texts.withdrawSays} yes={texts.withdrawYes} busy={withdrawing.busy} onYes={() => void withdrawing.act({ params: { congressId } })} />
      <RefusalNotice refusal={withdrawing.refusal} />
    </>
  );
}

function Confirm({ archived }: { readonly archived: boolean }) {
  const texts = useTexts(keepingTexts).deletion;
  const { congressId } = useConsole();
  const [password, setPassword] = useState('');
  const { act, busy, refusal } = useAct(confirmDeletion);
  return (
    <>
      {archived ? null : <p className="notice">{texts.noArchive}</p>}
      <TextField label={texts.password} value={password} secret="current" max={200} onChange={setPassword} />
      <ConfirmedAct label={texts.confirm} says={texts.confirmSays} yes={texts.confirmYes} busy={busy} disabled={password === ''} onYes={() => void act({ params: { congressId }, body: { password } })} />
      <RefusalNotice refusal={refusal} />
    </>
  );
}
