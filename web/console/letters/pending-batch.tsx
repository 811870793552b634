import { Button } from 'antd';
import { createPortal } from 'react-dom';
import { registerLetters } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import type { LetterBatch } from './letter-batch.ts';
import { LetterSheet } from './letter-sheet.tsx';

type Props = { readonly batch: LetterBatch; readonly onDone: (registered: number | null) => void };

/** Print, look the print over, then register. On screen the letters are never shown. */
export function PendingBatch({ batch, onDone }: Props) {
  const texts = useTexts(deskTexts).letters;
  const { congressId } = useConsole();
  const { act, busy, refusal } = useAct(registerLetters);
  const register = async () => {
    const letters = batch.letters.map(({ delegate, pk }) => ({ delegateId: delegate.id, pk }));
    const result = await act({ params: { congressId }, body: { letters } });
    if (result?.ok === true) onDone(result.value.registered);
  };
  return (
    <section className="notice" aria-label={batch.delegation}>
      <p>{texts.waiting(batch.delegation, batch.letters.length)}</p>
      <div className="row">
        <Button onClick={() => onDone(null)}>{texts.discard}</Button>
        <Button type="primary" onClick={() => window.print()}>
          {texts.print}
        </Button>
        <ConfirmedAct label={texts.confirmPrint} says={texts.confirmWhat} yes={texts.confirmYes} busy={busy} onYes={register} />
      </div>
      <RefusalNotice refusal={refusal} />
      {createPortal(
        <div className="letters">
          {batch.letters.map((letter) => (
            <LetterSheet key={letter.delegate.id} letter={letter} kind={batch.kind} />
          ))}
        </div>,
        document.body,
      )}
    </section>
  );
}
