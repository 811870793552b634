import { useEffect, useRef, useState } from 'react';
import { printedCode } from '#shared/ballot-paper/secret-code.ts';
import { askReissue } from '#shared/contract/printed.ts';
import type { Delegate } from '#shared/contract/roll.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { call } from '#web/api/client.ts';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from '#web/components/printed/use-printed.ts';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useConsole } from '../console-context.ts';
import { type Letter, makeLetters } from '../letters/letter-batch.ts';
import { FoundDelegates } from './found-delegates.tsx';

/** One letter made anew after arming: in this page's memory until it is printed and cleared. */
export function ReissueLetter({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).reissue;
  const { congressId, token } = useConsole();
  const [reason, setReason] = useState('');
  const [letter, setLetter] = useState<Letter | null>(null);
  const made = useRef<Letter | null>(null);
  useEffect(() => () => void made.current?.secret.fill(0), []);
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  const ask = async (delegate: Delegate) => {
    const [fresh] = await makeLetters(congressId, [delegate], () => undefined);
    if (fresh === undefined) return;
    const body = { delegateId: delegate.id, pk: fresh.pk, reason };
    const done = await act(() => call(askReissue, { params: { roundId: round.id }, body }, token));
    if (!done) {
      fresh.secret.fill(0);
      return;
    }
    made.current = fresh;
    setLetter(fresh);
    setReason('');
  };
  const clear = () => {
    letter?.secret.fill(0);
    setLetter(null);
  };
  return (
    <PrintedSheet title={texts.title} vouch={texts.what}>
      {desk.view.reissued === 0 ? null : <p role="status">{texts.count(desk.view.reissued)}</p>}
      {letter === null ? null : <MadeLetter letter={letter} onClear={clear} />}
      <label className="field">
        <span>{texts.reason}</span>
        <input autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <RefusalLine refusal={refusal} />
      <FoundDelegates>
        {(delegate) => (
          <button type="button" className="button" disabled={busy || reason.trim() === '' || letter !== null} onClick={() => void ask(delegate)}>
            {texts.ask(delegate.name)}
          </button>
        )}
      </FoundDelegates>
    </PrintedSheet>
  );
}

function MadeLetter({ letter, onClear }: { readonly letter: Letter; readonly onClear: () => void }) {
  const texts = useTexts({ zh, en }).reissue;
  const { rehearsal } = useConsole();
  return (
    <div className="printed-letter">
      <p>{texts.made(letter.delegate.name)}</p>
      <p>
        {texts.secret}: <code>{printedCode(letter.secret, rehearsal ? 'rehearsal' : 'real')}</code>
      </p>
      <button type="button" className="button button-quiet" onClick={onClear}>
        {texts.wipe}
      </button>
    </div>
  );
}
