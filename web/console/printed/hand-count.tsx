import { useState } from 'react';
import { countByHand } from '#shared/contract/printed.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { NumberField, TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

const FIELDS = ['issued', 'received', 'abstained', 'invalid'] as const;
type Numbers = Readonly<Record<(typeof FIELDS)[number], number | null>>;
const NOTHING: Numbers = { issued: null, received: null, abstained: 0, invalid: 0 };

/** Everything failed: the result that the hall counted by hand, entered once. */
export function HandCount({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).byHand;
  const { day } = useConsole();
  const candidates = day.congress.projects.filter(({ number }) => round.candidates.includes(number));
  const [numbers, setNumbers] = useState(NOTHING);
  const [votes, setVotes] = useState<Readonly<Record<number, number | null>>>({});
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct(countByHand);
  const { issued, received, abstained, invalid } = numbers;
  const counts = candidates.map(({ number }) => ({ number, votes: votes[number] ?? null }));
  const complete = counts.flatMap((row) => (row.votes === null ? [] : [{ number: row.number, votes: row.votes }]));
  const ready = complete.length === candidates.length && by.trim() !== '' && reason.trim() !== '';
  const enter = () => {
    if (issued === null || received === null || abstained === null || invalid === null) return;
    void act({ params: { roundId: round.id }, body: { issued, received, abstained, invalid, counts: complete, by, reason } });
  };
  return (
    <PrintedSheet title={texts.title} what={texts.what}>
      <div className="printed-numbers">
        {FIELDS.map((field) => (
          <NumberField key={field} label={texts[field]} value={numbers[field]} onChange={(value) => setNumbers({ ...numbers, [field]: value })} />
        ))}
      </div>
      <div className="printed-votes">
        {candidates.map(({ number, title }) => (
          <NumberField key={number} label={texts.votes(number, title)} value={votes[number] ?? null} onChange={(value) => setVotes({ ...votes, [number]: value })} />
        ))}
      </div>
      <TextField label={texts.by} value={by} max={60} onChange={setBy} />
      <TextField label={texts.reason} value={reason} max={500} rows={2} onChange={setReason} />
      <RefusalNotice refusal={refusal} />
      <ConfirmedAct quiet label={texts.act} says={texts.says} yes={texts.yes} ready={ready && issued !== null && received !== null} busy={busy} onYes={enter} />
    </PrintedSheet>
  );
}
