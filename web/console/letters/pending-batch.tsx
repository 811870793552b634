import { Button } from 'antd';
import { useState } from 'react';
import { scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { keepRehearsalLetters } from '#shared/contract/rehearsal.ts';
import { registerLetters } from '#shared/contract/roll.ts';
import { call } from '#web/api/client.ts';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import type { LetterBatch } from './letter-batch.ts';
import { Printing } from './printing.tsx';

type Props = { readonly batch: LetterBatch; readonly onDone: (registered: number | null) => void; readonly onAnew: () => unknown };

/** Print, look the print over, then register; a jammed print is made anew. On screen the letters are never shown. */
export function PendingBatch({ batch, onDone, onAnew }: Props) {
  const texts = useTexts(letterTexts);
  const { congressId, token } = useConsole();
  const { act, busy, refusal } = useAct(registerLetters);
  const [printed, setPrinted] = useState(false);
  const params = { congressId };
  const register = async () => {
    const result = await act({ params, body: { letters: batch.letters.map(({ delegate, pk }) => ({ delegateId: delegate.id, pk })) } });
    if (result?.ok !== true) return;
    if (batch.kind === 'rehearsal') await offerInRehearsal(batch, congressId, token);
    onDone(result.value.registered);
  };
  return (
    <section className="notice" aria-label={batch.delegation}>
      <p>{texts.waiting(batch.delegation, batch.letters.length)}</p>
      <Printing letters={batch.letters} kind={batch.kind} label={texts.print} printed={printed} onPrint={() => setPrinted(true)} />
      <div className="row letters-confirm">
        <ConfirmedAct quiet={!printed} label={texts.confirmPrint} says={texts.confirmWhat} yes={texts.confirmYes} busy={busy} onYes={register} />
        <ConfirmedAct quiet label={texts.anew} says={texts.anewSays} yes={texts.anewYes} onYes={onAnew} />
        <Button onClick={() => onDone(null)}>{texts.discard}</Button>
      </div>
      <RefusalNotice refusal={refusal} />
    </section>
  );
}

/** In a rehearsal secrets protect nothing: its delegates may take the new letters with one touch. A real one's never leave this page. */
export async function offerInRehearsal({ letters }: Pick<LetterBatch, 'letters'>, congressId: string, token: string): Promise<void> {
  const codes = letters.map(({ delegate, secret }) => ({ delegateId: delegate.id, code: scannedCode(secret, 'rehearsal') }));
  await call(keepRehearsalLetters, { params: { congressId }, body: { letters: codes } }, token);
}
