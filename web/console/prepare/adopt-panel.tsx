import { useState } from 'react';
import { adopt } from '#shared/contract/congress.ts';
import { isCarried } from '#shared/domain/adoption.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { NumberField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { BackToPreparing } from './back-to-preparing.tsx';
import { ScrutineerTable } from './scrutineer-table.tsx';

type Subject = 'method' | 'scrutineers';

export function AdoptMethodPanel() {
  return (
    <section className="panel">
      <AdoptionVote subject="method" />
      <BackToPreparing />
    </section>
  );
}

export function AdoptScrutineersPanel() {
  return (
    <section className="panel">
      <ScrutineerTable onInvite={() => undefined} />
      <AdoptionVote subject="scrutineers" />
    </section>
  );
}

/** A show of hands, its earlier results, and the entry of a new one while it is due. */
function AdoptionVote({ subject }: { readonly subject: Subject }) {
  const texts = useTexts(prepareTexts).adoption;
  const { day, steps } = useConsole();
  const step = steps.find((one) => one.kind === `adopt-${subject}`);
  return (
    <>
      <p>{texts[subject].what}</p>
      {day.screen.adoptions
        .filter((one) => one.subject === subject)
        .map((one) => (
          <p key={one.adoptedAt}>
            <strong>{one.carried ? texts.carried : texts.notCarried}</strong>：{texts.result(one.votesFor, one.votesAgainst, one.votesAbstain)}
            <br />
            <span className="quiet">
              {texts.hash} <code>{one.hash.slice(0, 16)}</code>
            </span>
          </p>
        ))}
      {step?.state === 'in-hand' ? <HandsForm subject={subject} /> : null}
    </>
  );
}

function HandsForm({ subject }: { readonly subject: Subject }) {
  const texts = useTexts(prepareTexts).adoption;
  const { congressId, day } = useConsole();
  const { present, quorum } = day.hall;
  const [votesFor, setFor] = useState<number | null>(null);
  const [votesAgainst, setAgainst] = useState<number | null>(0);
  const [votesAbstain, setAbstain] = useState<number | null>(0);
  const { act, busy, refusal } = useAct(adopt);
  const body = { subject, votesFor: votesFor ?? 0, votesAgainst: votesAgainst ?? 0, votesAbstain: votesAbstain ?? 0 };
  const sum = body.votesFor + body.votesAgainst + body.votesAbstain;
  return (
    <section aria-label={texts[subject].title}>
      {quorum.met ? null : <p className="notice">{texts.quorumShort}</p>}
      <div className="form-grid">
        <NumberField label={texts.votesFor} value={votesFor} onChange={setFor} />
        <NumberField label={texts.votesAgainst} value={votesAgainst} onChange={setAgainst} />
        <NumberField label={texts.votesAbstain} value={votesAbstain} onChange={setAbstain} />
      </div>
      {sum > present ? <p className="notice" role="alert">{texts.tooMany(sum, present)}</p> : <p className="quiet">{texts.sum(sum, present)}</p>}
      <ConfirmedAct
        label={texts.enter[subject]}
        says={
          <>
            <p>
              <strong>{texts.result(body.votesFor, body.votesAgainst, body.votesAbstain)}</strong>
            </p>
            <p>{isCarried(body) ? texts.confirm[subject] : texts.confirmLost}</p>
          </>
        }
        yes={texts.confirmYes}
        busy={busy}
        disabled={votesFor === null || sum > present}
        onYes={() => act({ params: { congressId }, body })}
      />
      <RefusalNotice refusal={refusal} />
    </section>
  );
}
