import { useState } from 'react';
import type { Delegate } from '#shared/contract/roll.ts';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { LocalOriginNotice } from '../local-origin-notice.tsx';
import { DelegationTable } from './delegation-table.tsx';
import { LayoutChoice } from './layout-choice.tsx';
import { LetterRegister } from './letter-register.tsx';
import { endLetters, startLetters, useLetterWork } from './letter-work.ts';
import { PendingBatch } from './pending-batch.tsx';

/** Credential letters: made here, printed, and only their public keys registered; below, where each of them is. */
export function LettersPanel() {
  const texts = useTexts(letterTexts);
  const { congressId, rehearsal, day } = useConsole();
  const work = useLetterWork(congressId);
  const [note, setNote] = useState('');
  const made = day.delegates.filter((one) => one.letter === 'made').length;
  const make = (delegation: string, delegates: readonly Delegate[]) => {
    setNote('');
    return startLetters({ congressId, delegation, delegates, kind: rehearsal ? 'rehearsal' : 'real' });
  };
  const finish = (registered: number | null) => {
    endLetters(congressId);
    setNote(registered === null ? '' : texts.registered(registered));
  };
  const anew = (delegation: string, delegates: readonly Delegate[]) => {
    endLetters(congressId);
    return make(delegation, delegates);
  };
  return (
    <section className="panel">
      <p>{texts.what}</p>
      {rehearsal ? <p className="notice">{texts.seeded}</p> : null}
      <LocalOriginNotice />
      <p role="status">{note}</p>
      {work === null ? (
        <>
          <LayoutChoice />
          {day.delegates.length === 0 ? null : (
            <p className="letters-all">
              {texts.all(made, day.delegates.length)} <progress aria-label={texts.title} max={day.delegates.length} value={made} />
            </p>
          )}
          <DelegationTable onMake={make} />
        </>
      ) : null}
      {work?.state === 'making' ? (
        <p role="status">
          {texts.making(work.delegation, work.done, work.of)}
          <progress aria-label={texts.title} max={work.of} value={work.done} />
        </p>
      ) : null}
      {work?.state === 'pending' ? (
        <PendingBatch batch={work.batch} onDone={finish} onAnew={() => anew(work.batch.delegation, work.batch.letters.map(({ delegate }) => delegate))} />
      ) : null}
      <LetterRegister onMake={work === null ? make : null} />
    </section>
  );
}
