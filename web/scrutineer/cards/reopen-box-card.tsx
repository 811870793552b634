import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Card } from '../card.tsx';
import { DeclineForm } from '../decline-form.tsx';
import { useDesk } from '../desk-context.ts';
import { OpeningStageView } from '../opening-stage.tsx';
import { signFiles } from '../sign-files.ts';
import { useDeskAct } from '../use-desk-act.ts';
import { useOpening } from '../use-opening.ts';

/** Another scrutineer opens the box independently; only a board with the same bytes can be signed. */
export function ReopenBoxCard({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).reopen;
  const desk = useDesk();
  const { stage, open } = useOpening(round);
  const { act, busy, refusal } = useDeskAct();
  return (
    <Card title={texts.title} vouch={texts.vouch}>
      <OpeningStageView stage={stage} act={texts.act} onOpen={() => void open()}>
        {({ board }) =>
          toHex(sha256(board)) === round.board?.hash ? (
            <>
              <p className="vouch" role="status">{texts.same}</p>
              <RefusalLine refusal={refusal} />
              <button type="button" className="button" disabled={busy} onClick={() => void act(() => signFiles(desk, round.id, [{ file: 'board', bytes: board }]))}>
                {texts.sign}
              </button>
            </>
          ) : (
            <p className="notice" role="alert">{texts.differs}</p>
          )
        }
      </OpeningStageView>
      <DeclineForm roundId={round.id} gate="board" />
    </Card>
  );
}
