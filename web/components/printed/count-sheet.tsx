import { useState } from 'react';
import { countPrinted } from '#shared/contract/printed.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { call } from '#web/api/client.ts';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { RefusalLine } from '../refusal-line.tsx';
import { PrintedSheet } from './printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from './use-printed.ts';

const FIELDS = ['printed', 'spoiled', 'unused', 'returned'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;
const NOTHING: Typed = { printed: '', spoiled: '0', unused: '', returned: '' };

type Props = { readonly desk: PrintedDesk; readonly round: RoundDetail; readonly token: string };

/** After the close: one person's count of the printed ballots, folded; nobody sees the other's numbers. */
export function CountSheet({ desk, round, token }: Props) {
  const texts = useTexts({ zh, en }).count;
  const { counting, issued } = desk.view;
  const [typed, setTyped] = useState(NOTHING);
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  if (counting.settled !== null) return <Settled settled={counting.settled} />;
  const numbers = FIELDS.map((field) => (/^[0-9]{1,6}$/.test(typed[field]) ? Number(typed[field]) : null));
  const [printed = null, spoiled = null, unused = null, returned = null] = numbers;
  const enter = () => {
    if (printed === null || spoiled === null || unused === null || returned === null) return;
    void act(() => call(countPrinted, { params: { roundId: round.id }, body: { printed, spoiled, unused, returned } }, token));
  };
  return (
    <PrintedSheet title={texts.title} what={texts.what}>
      <p role="status">
        <Issued issued={issued} /> {counting.entered.length === 0 ? null : texts.entered(counting.entered.join('、'))}
      </p>
      {counting.differs ? <p className="notice" role="alert">{texts.differs}</p> : null}
      {counting.mine === null || counting.differs ? null : <p className="quiet">{texts.mine}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <div className="printed-numbers">
          {FIELDS.map((field) => (
            <label key={field} className="field">
              <span>{texts[field]}</span>
              <input inputMode="numeric" autoComplete="off" value={typed[field]} onChange={(event) => setTyped({ ...typed, [field]: event.target.value.trim() })} />
            </label>
          ))}
        </div>
        <RefusalLine refusal={refusal} />
        <button type="submit" className="button" disabled={busy || numbers.includes(null)}>
          {texts.act}
        </button>
      </form>
    </PrintedSheet>
  );
}

function Issued({ issued }: { readonly issued: number }) {
  return <>{useTexts({ zh, en }).issued(issued)}</>;
}

function Settled({ settled }: { readonly settled: NonNullable<PrintedDesk['view']['counting']['settled']> }) {
  const texts = useTexts({ zh, en }).count;
  const { printed, issued, spoiled, unused, returned, countedBy } = settled;
  return (
    <PrintedSheet title={texts.title}>
      <p>{texts.settled(printed, issued, spoiled, unused, returned)}</p>
      <p className="quiet">{texts.by(countedBy.join('、'))}</p>
    </PrintedSheet>
  );
}
