import { useState } from 'react';
import { keyPrinted } from '#shared/contract/printed.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { call } from '#web/api/client.ts';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { RefusalLine } from '../refusal-line.tsx';
import { type Sheets, forgetDraft, keepDraft, readDraft } from './keying-draft.ts';
import { type Candidate, MarkBoxes } from './mark-boxes.tsx';
import { PrintedSheet } from './printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from './use-printed.ts';

type Props = { readonly desk: PrintedDesk; readonly round: RoundDetail; readonly token: string; readonly candidates: readonly Candidate[] };

/** After gate 1: how far the keying is, and the form for whoever may still key. */
export function KeyingSheet(props: Props) {
  const texts = useTexts({ zh, en }).keying;
  const { keying } = props.desk.view;
  const mayKey = !keying.keyedByMe && keying.keyers.length < 2;
  return (
    <PrintedSheet title={texts.title} what={texts.what}>
      {keying.few ? <p className="notice">{texts.few}</p> : null}
      <div role="status">
        {keying.keyers.length === 0 ? null : <p>{texts.keyers(keying.keyers.map(({ name }) => name).join('、'))}</p>}
        {keying.keyedByMe && !keying.complete ? <p>{texts.mine}</p> : null}
        {keying.complete ? <p>{keying.open.length === 0 ? texts.agreed : texts.open(keying.open.join('、'))}</p> : null}
      </div>
      {mayKey ? <KeyingForm {...props} /> : null}
    </PrintedSheet>
  );
}

function KeyingForm({ desk, round, token, candidates }: Props) {
  const texts = useTexts({ zh, en }).keying;
  const { wanted } = desk.view.keying;
  const [sheets, setSheets] = useState<Sheets>(() => readDraft(round.id, wanted));
  const [at, setAt] = useState(0);
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  const sheet = sheets[at] ?? { marks: [], doubtful: false };
  const change = (next: Sheets[number]) => {
    const changed = sheets.with(at, next);
    setSheets(changed);
    keepDraft(round.id, changed);
  };
  const handIn = async () => {
    const done = await act(() => call(keyPrinted, { params: { roundId: round.id }, body: { sheets } }, token));
    if (done) forgetDraft(round.id);
  };
  return (
    <>
      <h3>{texts.sheet(at + 1, wanted)}</h3>
      <MarkBoxes legend={texts.marks} candidates={candidates} marks={sheet.marks} onChange={(marks) => change({ ...sheet, marks })} />
      <label className="printed-check">
        <input type="checkbox" checked={sheet.doubtful} onChange={(event) => change({ ...sheet, doubtful: event.target.checked })} />
        <span>{texts.doubtful}</span>
      </label>
      <RefusalLine refusal={refusal} />
      <div className="printed-acts">
        <button type="button" className="button button-quiet" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {texts.back}
        </button>
        {at + 1 < wanted ? (
          <button type="button" className="button" onClick={() => setAt(at + 1)}>
            {texts.next}
          </button>
        ) : (
          <button type="button" className="button" disabled={busy} onClick={() => void handIn()}>
            {texts.act(wanted)}
          </button>
        )}
      </div>
    </>
  );
}
