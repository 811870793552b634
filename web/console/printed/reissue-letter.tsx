import { useState } from 'react';
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
import { makeLetters } from '../letters/letter-batch.ts';
import { LocalOriginNotice } from '../local-origin-notice.tsx';
import { offerInRehearsal } from '../letters/pending-batch.tsx';
import { Printing } from '../letters/printing.tsx';
import { type ReissuedLetter, endReissue, keepReissue, useReissue } from '../letters/reissue-work.ts';
import { FoundDelegates } from './found-delegates.tsx';

/** One letter made anew after arming: in this page's memory until it is printed and cleared. */
export function ReissueLetter({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).reissue;
  const { congressId, token, rehearsal } = useConsole();
  const [reason, setReason] = useState('');
  const held = useReissue(congressId);
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  const ask = async (delegate: Delegate) => {
    if (busy) return;
    const [fresh] = await makeLetters(congressId, [delegate], () => undefined);
    if (fresh === undefined) return;
    const body = { delegateId: delegate.id, pk: fresh.pk, reason };
    const asked = call(askReissue, { params: { roundId: round.id }, body }, token);
    await act(() => asked);
    const answer = await asked;
    // What was sent and not answered may have arrived, and the chief may sign it: its secret must not be lost.
    if (!answer.ok && answer.error.code !== 'unreachable') {
      fresh.secret.fill(0);
      return;
    }
    if (rehearsal) await offerInRehearsal({ letters: [fresh] }, congressId, token);
    keepReissue(congressId, { letters: [fresh], kind: rehearsal ? 'rehearsal' : 'real' });
    setReason('');
  };
  return (
    <PrintedSheet title={texts.title} what={texts.what}>
      {desk.view.reissued === 0 ? null : <p role="status">{texts.count(desk.view.reissued)}</p>}
      <LocalOriginNotice />
      {held === null ? null : <MadeLetter held={held} onClear={() => endReissue(congressId)} />}
      <label className="field">
        <span>{texts.reason}</span>
        <input autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <RefusalLine refusal={refusal} />
      <FoundDelegates>
        {(delegate) => (
          <button type="button" className="button" disabled={busy || reason.trim() === '' || held !== null} onClick={() => void ask(delegate)}>
            {texts.ask(delegate.name)}
          </button>
        )}
      </FoundDelegates>
    </PrintedSheet>
  );
}

function MadeLetter({ held: { letters, kind }, onClear }: { readonly held: ReissuedLetter; readonly onClear: () => void }) {
  const texts = useTexts({ zh, en }).reissue;
  const [letter] = letters;
  const [printed, setPrinted] = useState(false);
  return (
    <section className="printed-letter" aria-label={texts.made(letter.delegate.name)}>
      <p>{texts.made(letter.delegate.name)}</p>
      <Printing letters={letters} kind={kind} label={texts.print(letter.delegate.name)} printed={printed} onPrint={() => setPrinted(true)} />
      <button type="button" className={printed ? 'button' : 'button button-quiet'} onClick={onClear}>
        {texts.wipe}
      </button>
    </section>
  );
}
