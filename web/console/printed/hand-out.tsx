import { useState } from 'react';
import { askPrinted } from '#shared/contract/printed.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { call } from '#web/api/client.ts';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from '#web/components/printed/use-printed.ts';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useConsole } from '../console-context.ts';
import { FoundDelegates } from './found-delegates.tsx';

/** Asks the chief scrutineer to sign that a delegate is handed a printed ballot. */
export function HandOut({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).handOut;
  const { token } = useConsole();
  const [told, setTold] = useState(false);
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  const ask = async (delegateId: string) => {
    const done = await act(() => call(askPrinted, { params: { roundId: round.id }, body: { delegateId, told } }, token));
    if (done) setTold(false);
  };
  return (
    <PrintedSheet title={texts.title} what={texts.what}>
      <label className="printed-check">
        <input type="checkbox" checked={told} onChange={(event) => setTold(event.target.checked)} />
        <span>{texts.told}</span>
      </label>
      <RefusalLine refusal={refusal} />
      <FoundDelegates>
        {({ id, name }) => (
          <button type="button" className="button" disabled={busy} onClick={() => void ask(id)}>
            {texts.ask(name)}
          </button>
        )}
      </FoundDelegates>
    </PrintedSheet>
  );
}
