import { useState } from 'react';
import { type Keeping, askDeletion, confirmDeletion, withdrawDeletion } from '#shared/contract/archive.ts';
import { keepingTexts } from '#web/text/console.keeping.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

type Props = { readonly keeping: Keeping };

/** The deletion by two people: who may ask and from when, what waits for the second one. */
export function DeletionPanel({ keeping }: Props) {
  const texts = useTexts(keepingTexts).deletion;
  const { deletion, deletable } = keeping;
  return (
    <section aria-labelledby="deletion-title">
      <h2 id="deletion-title">{texts.title}</h2>
      <p>{texts.what}</p>
      {deletable ? null : <NotNow keeping={keeping} />}
      {deletion !== null ? <Asked keeping={keeping} deletion={deletion} /> : deletable ? <Ask keeping={keeping} /> : null}
    </section>
  );
}

function NotNow({ keeping: { underWay, due } }: Props) {
  const texts = useTexts(keepingTexts).deletion;
  return <p className="notice">{underWay ? texts.underWay : texts.notBefore(due ?? '')}</p>;
}

/** What is lost for good, where no archive holds it. */
function Unkept({ keeping: { archive, publishedAt, due } }: Props) {
  const texts = useTexts(keepingTexts).deletion;
  if (archive !== null) return null;
  return (
    <>
      {publishedAt === null && due === null ? <p>{texts.nothingVoted}</p> : null}
      <p className="notice">{publishedAt === null ? texts.neverArchived : texts.noArchive}</p>
    </>
  );
}

function Ask({ keeping }: Props) {
  const texts = useTexts(keepingTexts).deletion;
  const { congressId } = useConsole();
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const { act, busy, refusal } = useAct(askDeletion);
  return (
    <>
      <Unkept keeping={keeping} />
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

type AskedProps = Props & { readonly deletion: NonNullable<Keeping['deletion']> };

function Asked({ keeping, deletion }: AskedProps) {
  const texts = useTexts(keepingTexts).deletion;
  const { language } = useLanguage();
  const { congressId } = useConsole();
  const withdrawing = useAct(withdrawDeletion);
  return (
    <>
      <p role="status">{texts.asked(deletion.askedBy, new Date(deletion.askedAt).toLocaleString(language), deletion.reason)}</p>
      {deletion.mine ? <p>{texts.waits}</p> : <Confirm key={deletion.askedAt} keeping={keeping} deletion={deletion} />}
      <ConfirmedAct quiet label={texts.withdraw} says={texts.withdrawSays} yes={texts.withdrawYes} busy={withdrawing.busy} onYes={() => void withdrawing.act({ params: { congressId } })} />
      <RefusalNotice refusal={withdrawing.refusal} />
    </>
  );
}

function Confirm({ keeping, deletion: { askedAt } }: AskedProps) {
  const texts = useTexts(keepingTexts).deletion;
  const { congressId } = useConsole();
  const [password, setPassword] = useState('');
  const { act, busy, refusal } = useAct(confirmDeletion);
  return (
    <>
      <Unkept keeping={keeping} />
      <TextField label={texts.password} value={password} secret="current" max={200} onChange={setPassword} />
      <ConfirmedAct label={texts.confirm} says={texts.confirmSays} yes={texts.confirmYes} busy={busy} disabled={password === ''} onYes={() => void act({ params: { congressId }, body: { password, askedAt } })} />
      <RefusalNotice refusal={refusal} />
    </>
  );
}
