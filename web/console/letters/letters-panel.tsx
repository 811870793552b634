import { useEffect, useRef, useState } from 'react';
import type { Delegate } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { DelegationTable } from './delegation-table.tsx';
import { type LetterBatch, makeLetters, wipe } from './letter-batch.ts';
import { PendingBatch } from './pending-batch.tsx';
import { SingleLetters } from './single-letters.tsx';

/** Credential letters: made here, printed, and only their public keys registered. */
export function LettersPanel() {
  const texts = useTexts(deskTexts).letters;
  const { congressId, rehearsal } = useConsole();
  const [batch, setBatch] = useBatch();
  const [note, setNote] = useState('');
  const make = async (delegation: string, delegates: readonly Delegate[]) => {
    setNote('');
    setBatch({ delegation, kind: rehearsal ? 'rehearsal' : 'real', letters: await makeLetters(congressId, delegates) });
  };
  const finish = (registered: number | null) => {
    setBatch(null);
    setNote(registered === null ? '' : texts.registered(registered));
  };
  return (
    <section className="panel">
      <p>{texts.what}</p>
      {rehearsal ? <p className="notice">{texts.seeded}</p> : null}
      <p role="status">{note}</p>
      {batch === null ? (
        <>
          <DelegationTable onMake={make} />
          <SingleLetters onMake={make} />
        </>
      ) : (
        <PendingBatch batch={batch} onDone={finish} />
      )}
    </section>
  );
}

/** A batch in memory. Its secrets are wiped when it is replaced and when the page goes; leaving asks first. */
function useBatch(): [LetterBatch | null, (batch: LetterBatch | null) => void] {
  const [batch, setBatch] = useState<LetterBatch | null>(null);
  const held = useRef<LetterBatch | null>(null);
  const change = (next: LetterBatch | null) => {
    if (held.current !== null) wipe(held.current);
    held.current = next;
    setBatch(next);
  };
  useEffect(
    () => () => {
      if (held.current !== null) wipe(held.current);
    },
    [],
  );
  useEffect(() => {
    if (batch === null) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [batch]);
  return [batch, change];
}
