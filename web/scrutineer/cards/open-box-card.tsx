import { readUtf8 } from '#shared/ballot-paper/bytes.ts';
import { type RoundDetail, postBoard } from '#shared/contract/round.ts';
import { call } from '../../api/client.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { useDesk } from '../desk-context.ts';
import { Figures } from '../figures.tsx';
import { OpeningStageView } from '../opening-stage.tsx';
import { handOver } from '../round-keys.ts';
import { RoundCard } from '../round-card.tsx';
import { signatureOn } from '../sign-files.ts';
import { useDeskAct } from '../use-desk-act.ts';
import { useOpening } from '../use-opening.ts';

/** One scrutineer opens the box in the browser and posts the board with the first signature. */
export function OpenBoxCard({ round }: { readonly round: RoundDetail }) {
  const { open: texts, release } = useTexts({ zh, en });
  const desk = useDesk();
  const { keys, token, me } = desk;
  const { stage, start } = useOpening(round);
  const { act, busy, refusal } = useDeskAct();
  const post = async (bytes: Uint8Array) => {
    const { sig } = await signatureOn(keys, { file: 'board', bytes });
    return call(postBoard, { params: { roundId: round.id }, body: { board: readUtf8(bytes) ?? '', sig } }, token);
  };
  return (
    <RoundCard round={round} title={texts.title} vouch={texts.vouch}>
      <Figures
        figures={[
          { label: texts.figures.size, value: round.treeHead?.size ?? 0 },
          { label: texts.figures.keys, value: (round.openingSet ?? round.released).length },
          { label: texts.figures.needed, value: `${round.threshold.t} / ${round.threshold.n}` },
        ]}
      />
      {round.openingSet !== null && stage.kind === 'ready' ? <p className="notice">{texts.started}</p> : null}
      <OpeningStageView stage={stage} act={texts.act} onOpen={() => void start()}>
        {(opened) => (
          <>
            <p className="quiet">{texts.secret}</p>
            <RefusalLine refusal={refusal} />
            <p className="card-acts">
              <button type="button" className="button" disabled={busy} onClick={() => void act(() => post(opened.board))}>
                {texts.post}
              </button>
            </p>
          </>
        )}
      </OpeningStageView>
      {!round.released.includes(me.position) && stage.kind === 'ready' && stage.refusal !== null ? (
        // A key of the set turned out useless, and mine can take its place.
        <button type="button" className="button" disabled={busy} onClick={() => void act(() => handOver(desk, round))}>
          {release.act}
        </button>
      ) : null}
    </RoundCard>
  );
}
