import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { discardKeying, readSheets, ruleSheet } from '#shared/contract/printed.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { call } from '#web/api/client.ts';
import { type Candidate, MarkBoxes } from '#web/components/printed/mark-boxes.tsx';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from '#web/components/printed/use-printed.ts';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useDesk } from '../desk-context.ts';

type Props = { readonly desk: PrintedDesk; readonly round: RoundDetail; readonly candidates: readonly Candidate[] };

/** The chief's sheet: both keyings of every ballot that differs or is in doubt, and the rulings made. */
export function RuleSheet({ desk, round, candidates }: Props) {
  const texts = useTexts({ zh, en });
  const { token } = useDesk();
  const { keying } = desk.view;
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  if (keying.open.length === 0 && keying.rulings.length === 0) return null;
  return (
    <PrintedSheet title={texts.rule.title} vouch={texts.rule.vouch}>
      <ul>
        {keying.rulings.map(({ sheet, valid, reason }) => (
          <li key={sheet}>{texts.rule.done(sheet, texts.rule.verdicts[valid ? 'valid' : 'invalid'], reason)}</li>
        ))}
      </ul>
      {keying.open.map((sheet) => (
        <OneSheet key={sheet} desk={desk} round={round} candidates={candidates} sheet={sheet} />
      ))}
      <RefusalLine refusal={refusal} />
      <button type="button" className="button button-quiet" disabled={busy} onClick={() => void act(() => call(discardKeying, { params: { roundId: round.id } }, token))}>
        {texts.keying.again}
      </button>
    </PrintedSheet>
  );
}

function OneSheet({ desk, round, candidates, sheet }: Props & { readonly sheet: number }) {
  const texts = useTexts({ zh, en }).rule;
  const { token } = useDesk();
  const sheets = useQuery({ queryKey: ['printed', 'sheets', round.id, desk.view.keying.keyers], queryFn: () => call(readSheets, { params: { roundId: round.id } }, token) });
  const [valid, setValid] = useState<boolean | null>(null);
  const [marks, setMarks] = useState<number[]>([]);
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  const found = sheets.data?.ok === true ? sheets.data.value.find((one) => one.sheet === sheet) : undefined;
  if (found === undefined) return null;
  const rule = (verdict: boolean) => call(ruleSheet, { params: { roundId: round.id, sheet }, body: { valid: verdict, marks: verdict ? marks : [], reason } }, token);
  return (
    <fieldset>
      <legend>
        {texts.sheet(sheet)} · {texts.standing[found.standing]}
      </legend>
      {found.keyed.map((one, index) => (
        <p key={index}>{texts.keyed(one.by, one.marks.length === 0 ? texts.blank : one.marks.join('、'))}</p>
      ))}
      <label className="printed-check">
        <input type="radio" name={`verdict-${sheet}`} checked={valid === true} onChange={() => setValid(true)} />
        <span>{texts.valid}</span>
      </label>
      {valid === true ? <MarkBoxes legend={texts.marks} candidates={candidates} marks={marks} onChange={setMarks} /> : null}
      <label className="printed-check">
        <input type="radio" name={`verdict-${sheet}`} checked={valid === false} onChange={() => setValid(false)} />
        <span>{texts.invalid}</span>
      </label>
      <label className="field">
        <span>{texts.reason}</span>
        <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <RefusalLine refusal={refusal} />
      <button type="button" className="button" disabled={busy || valid === null || reason.trim() === ''} onClick={() => void act(() => rule(valid === true))}>
        {texts.act(sheet)}
      </button>
    </fieldset>
  );
}
