import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Stop } from '../check-list.tsx';
import { useDesk } from '../desk-context.ts';
import { OpeningStageView } from '../opening-stage.tsx';
import { RoundCard } from '../round-card.tsx';
import { SignActs } from '../sign-acts.tsx';
import { signFiles } from '../sign-files.ts';
import { useOpening } from '../use-opening.ts';

/** Another scrutineer opens the box independently; only a board with the same bytes can be signed. */
export function ReopenBoxCard({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).reopen;
  const { stage, start } = useOpening(round);
  return (
    <RoundCard round={round} title={texts.title} vouch={texts.vouch}>
      <OpeningStageView stage={stage} act={texts.act} onOpen={() => void start()}>
        {({ board }) => <Compared round={round} board={board} />}
      </OpeningStageView>
      {stage.kind === 'ready' ? <SignActs round={round} gate="board" sign={null} /> : null}
    </RoundCard>
  );
}

function Compared({ round, board }: { readonly round: RoundDetail; readonly board: Uint8Array }) {
  const texts = useTexts({ zh, en }).reopen;
  const desk = useDesk();
  const same = toHex(sha256(board)) === round.board?.hash;
  const sign = { act: texts.sign, run: () => signFiles(desk, round.id, [{ file: 'board', bytes: board }]) };
  return (
    <>
      {same ? <p className="found" role="status">✓ {texts.same}</p> : <Stop title={texts.differsTitle} text={texts.differs} />}
      <SignActs round={round} gate="board" sign={same ? sign : null} found={same ? '' : texts.differsReason} />
    </>
  );
}
