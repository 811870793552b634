import { useState } from 'react';
import type { RoundDetail } from '#shared/contract/round.ts';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from '#web/components/printed/use-printed.ts';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { type Desk, useDesk } from '../desk-context.ts';
import { type Prepared, finishBox, preparePapers, putInBox } from './stamp-ballots.ts';

/** The chief's browser makes the ballots: papers first, then, with the second signature, all into the box. */
export function StampSheet({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).stamp;
  const scrutineer = useDesk();
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const { act, busy, refusal } = usePrintedAct(() => Promise.all([desk.refetch(), scrutineer.refresh()]));
  const { keying, papers } = desk.view;
  const held = prepared !== null && papers.made > 0 ? prepared : null;
  return (
    <PrintedSheet title={texts.title} vouch={texts.vouch} what={texts.what}>
      {papers.made > 0 && held === null ? <p className="notice">{texts.lost}</p> : null}
      {held !== null && papers.second === null ? <p role="status">{texts.waits}</p> : null}
      <RefusalLine refusal={refusal} />
      {held === null ? (
        <button type="button" className="button" disabled={busy} onClick={() => void act(() => prepare(scrutineer, round, setPrepared))}>
          {texts.make(keying.wanted)}
        </button>
      ) : (
        <button type="button" className="button" disabled={busy || papers.second === null} onClick={() => void act(() => putInBox(scrutineer, round, held))}>
          {texts.put(keying.wanted)}
        </button>
      )}
    </PrintedSheet>
  );
}

/** Where the box holds the ballots already, an earlier answer was lost: only the rest is done. */
async function prepare(desk: Desk, round: RoundDetail, keep: (prepared: Prepared) => void) {
  const made = await preparePapers(desk, round);
  if (made.ok) {
    keep(made.prepared);
    return { ok: true as const, value: null };
  }
  return 'error' in made && made.error.code === 'busy' ? finishBox(desk, round) : made;
}
