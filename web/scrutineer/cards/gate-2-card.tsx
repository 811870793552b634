import { useQuery } from '@tanstack/react-query';
import type { RoundDetail } from '#shared/contract/round.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Stop } from '../check-list.tsx';
import { useDesk } from '../desk-context.ts';
import { Figures } from '../figures.tsx';
import { LookAgain } from '../look-again.tsx';
import { OutcomeTable } from '../outcome-table.tsx';
import { type Recomputed, recomputeOutcome } from '../recompute.ts';
import { RoundCard } from '../round-card.tsx';
import { RoundDocuments } from '../round-documents.tsx';
import { SignActs } from '../sign-acts.tsx';
import { signFiles } from '../sign-files.ts';

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
    <RoundCard round={round} title={texts.title} vouch={texts.vouch}>
      {data === undefined ? <p role="status">{texts.compute}</p> : null}
      {data?.ok === false ? (
        <>
          <RefusalLine refusal={data.refusal} />
          <p className="card-acts card-acts-one">
            <button type="button" className="button" onClick={() => void recomputed.refetch()}>
              {all.again}
            </button>
          </p>
          <SignActs round={round} gate="outcome" sign={null} />
        </>
      ) : null}
      {data?.ok === true ? <Outcome round={round} recomputed={data} onAgain={() => void recomputed.refetch()} /> : null}
    </RoundCard>
  );
}

type OutcomeProps = { readonly round: RoundDetail; readonly recomputed: Extract<Recomputed, { ok: true }>; readonly onAgain: () => void };

function Outcome({ round, recomputed, onAgain }: OutcomeProps) {
  const { gate2: texts, again } = useTexts({ zh, en });
  const desk = useDesk();
  const { file, tally, bytes, same } = recomputed;
  const sign = { act: texts.act, run: () => signFiles(desk, round.id, [{ file: 'outcome', bytes }]) };
  return (
    <>
      {same ? null : <Stop title={texts.differsTitle} text={texts.differs} />}
      {same ? null : <LookAgain act={again} onAgain={onAgain} />}
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
      <Objections round={round} />
      <RoundDocuments round={round} names={['result-sheet', 'invalid-ballots']} />
      {round.outcome?.certifiedBy == null ? null : <p>{texts.certifiedBy(round.outcome.certifiedBy)}</p>}
      {same ? <p className="found" role="status">✓ {texts.same}</p> : null}
      <SignActs round={round} gate="outcome" sign={same ? sign : null} found={same ? '' : texts.differsReason} />
    </>
  );
}

function Objections({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).gate2;
  if (round.objections.length === 0) return null;
  return (
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
  );
}
