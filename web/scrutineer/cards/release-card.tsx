import type { RoundDetail } from '#shared/contract/round.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { useDesk } from '../desk-context.ts';
import { Figures } from '../figures.tsx';
import { handOver } from '../round-keys.ts';
import { RoundCard } from '../round-card.tsx';
import { useDeskAct } from '../use-desk-act.ts';

/** The key of this round, handed over to the other scrutineers; refused by this page before the tree head is signed. */
export function ReleaseCard({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).release;
  const desk = useDesk();
  const { act, busy, refusal } = useDeskAct();
  return (
    <RoundCard round={round} title={texts.title} vouch={texts.vouch}>
      <Figures
        figures={[
          { label: texts.figures.signed, value: round.treeHead?.signedBy.length ?? 0 },
          { label: texts.figures.released, value: round.released.length },
          { label: texts.figures.needed, value: `${round.threshold.t} / ${round.threshold.n}` },
        ]}
      />
      <p className="quiet">{texts.after}</p>
      <RefusalLine refusal={refusal} />
      <p className="card-acts">
        <button type="button" className="button" disabled={busy} onClick={() => void act(() => handOver(desk, round))}>
          {texts.act}
        </button>
      </p>
    </RoundCard>
  );
}
