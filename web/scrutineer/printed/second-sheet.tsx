import type { RoundDetail } from '#shared/contract/round.ts';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from '#web/components/printed/use-printed.ts';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useDesk } from '../desk-context.ts';
import { signAsSecond } from './stamp-ballots.ts';

/** The second signature: as many papers as printed ballots were counted and keyed. */
export function SecondSheet({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).second;
  const scrutineer = useDesk();
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  const { made } = desk.view.papers;
  return (
    <PrintedSheet title={texts.title} vouch={texts.vouch(made)}>
      <RefusalLine refusal={refusal} />
      <button type="button" className="button" disabled={busy || made !== desk.view.keying.wanted} onClick={() => void act(() => signAsSecond(scrutineer, round))}>
        {texts.act(made)}
      </button>
    </PrintedSheet>
  );
}
