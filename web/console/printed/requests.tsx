import { withdrawRequest } from '#shared/contract/printed.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { call } from '#web/api/client.ts';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from '#web/components/printed/use-printed.ts';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useConsole } from '../console-context.ts';

/** What waits for the chief scrutineer; it can be taken back until it is signed. */
export function Requests({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).requests;
  const { token } = useConsole();
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  const { requests } = desk.view;
  if (requests.length === 0) return null;
  return (
    <PrintedSheet title={texts.title}>
      <ul className="printed-list">
        {requests.map(({ id, kind, delegateNumber, name, reason }) => (
          <li key={id}>
            <p>{texts.line(texts.kinds[kind], delegateNumber, name)}</p>
            {reason === null ? null : <p className="quiet">{texts.reason(reason)}</p>}
            <button type="button" className="button button-quiet" disabled={busy} onClick={() => void act(() => call(withdrawRequest, { params: { roundId: round.id, requestId: id } }, token))}>
              {texts.withdraw(name)}
            </button>
          </li>
        ))}
      </ul>
      <RefusalLine refusal={refusal} />
    </PrintedSheet>
  );
}
