import { useState } from 'react';
import type { Delegate } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { DelegationTable } from './delegation-table.tsx';
import { endLetters, startLetters, useLetterWork } from './letter-work.ts';
import { PendingBatch } from './pending-batch.tsx';
import { SingleLetters } from './single-letters.tsx';

/** Credential letters: made here, printed, and only their public keys registered. */
export function LettersPanel() {
  const texts = useTexts(deskTexts).letters;
  const { congressId, rehearsal } = useConsole();
  const work = useLetterWork(congressId);
  const [note, setNote] = useState('');
  const make = (delegation: string, delegates: readonly Delegate[]) => {
    setNote('');
    return startLetters({ congressId, delegation, delegates, kind: rehearsal ? 'rehearsal' : 'real' });
  };
  const finish = (registered: number | null) => {
    endLetters(congressId);
    setNote(registered === null ? '' : texts.registered(registered));
  };
  return (
    <section className="panel">
      <p>{texts.what}</p>
      {rehearsal ? <p className="notice">{texts.seeded}</p> : null}
      <p role="status">{note}</p>
      {work === null ? (
        <>
          <DelegationTable onMake={make} />
          <SingleLetters onMake={make} />
        </>
      ) : null}
      {work?.state === 'making' ? (
        <p role="status">
          {texts.making(work.delegation, work.done, work.of)}
          <progress aria-label={texts.title} max={work.of} value={work.done} />
        </p>
      ) : null}
      {work?.state === 'pending' ? <PendingBatch batch={work.batch} onDone={finish} /> : null}
    </section>
  );
}
