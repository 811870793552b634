import { useQuery } from '@tanstack/react-query';
import type { RoundDetail } from '#shared/contract/round.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Card } from '../card.tsx';
import { DeclineForm } from '../decline-form.tsx';
import { useDesk } from '../desk-context.ts';
import { Figures } from '../figures.tsx';
import { OutcomeTable } from '../outcome-table.tsx';
import { type Recomputed, recomputeOutcome } from '../recompute.ts';
import { signFiles } from '../sign-files.ts';
import { useDeskAct } from '../use-desk-act.ts';

/** Gate 2: the outcome computed again by this page, compared with the result sheet, signed after the tally clerk. */
export function Gate2Card({ round }: { readonly round: RoundDetail }) {
  const all = useTexts({ zh, en });
  const texts = all.gate2;
  const desk = useDesk();
  const recomputed = useQuery({
    queryKey: ['scrutineer', 'outcome', round.id, round.outcome?.hash],
    queryFn: () => recomputeOutcome(desk, round),
    staleTime: Infinity,
  });
  const { data } = recomputed;
  return (
    <Card title={texts.title} vouch={texts.vouch}>
      {round.outcome?.certifiedBy == null ? null : <p>{texts.certifiedBy(round.outcome.certifiedBy)}</p>}
      {data === undefined ? <p role="status">{texts.compute}</p> : null}
      {data?.ok === false ? (
        <>
          <RefusalLine refusal={data.refusal} />
          <p>
            <button type="button" className="button" onClick={() => void recomputed.refetch()}>
              {all.again}
            </button>
          </p>
        </>
      ) : null}
      {data?.ok === true ? <Outcome round={round} recomputed={data} /> : null}
      <DeclineForm roundId={round.id} gate="outcome" />
    </Card>
  );
}

function Outcome({ round, recomputed }: { readonly round: RoundDetail; readonly recomputed: Extract<Recomputed, { ok: true }> }) {
  const texts = useTexts({ zh, en }).gate2;
  const desk = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const { file, tally, bytes, same } = recomputed;
  return (
    <>
      <Figures
        figures={[
          { label: texts.figures.places, value: file.places },
          { label: texts.figures.valid, value: tally.valid },
          { label: texts.figures.abstained, value: tally.abstained },
          { label: texts.figures.invalid, value: tally.invalid },
        ]}
      />
      <OutcomeTable file={file} projects={desk.congress.projects} label={texts.title} />
      {file.ruling === null ? null : (
        <p className="notice">
          {file.ruling.by}：{file.ruling.text}
        </p>
      )}
      {round.objections.length === 0 ? null : (
        <>
          <h2>{texts.objections}</h2>
          <ul>
            {round.objections.map((one) => (
              <li key={one.enteredAt}>
                {one.by}：{one.text}
              </li>
            ))}
          </ul>
        </>
      )}
      {same ? (
        <>
          <p className="vouch" role="status">{texts.same}</p>
          <RefusalLine refusal={refusal} />
          <button type="button" className="button" disabled={busy} onClick={() => void act(() => signFiles(desk, round.id, [{ file: 'outcome', bytes }]))}>
            {texts.act}
          </button>
        </>
      ) : (
        <p className="notice" role="alert">{texts.differs}</p>
      )}
    </>
  );
}
