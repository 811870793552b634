import { type RoundDetail, freezeBox } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { Signers } from './signers.tsx';
import { VoidRuling } from './void-ruling.tsx';
import { roundCameTo } from './round-now.ts';

/** The box becomes read-only under a tree head that the scrutineers sign. */
export function FreezePanel({ round }: { readonly round: RoundDetail }) {
  const { freeze: texts, semicolon } = useTexts(roundTexts);
  const { act, busy, refusal } = useAct(freezeBox, roundCameTo(round.id, ({ state }) => state !== 'confirmed'));
  return (
    <section className="panel">
      {round.treeHead === null ? null : (
        <>
          <p>
            {texts.size} <strong>{round.treeHead.size}</strong>{semicolon}{texts.treeHead} <code>{round.treeHead.hash.slice(0, 16)}</code>
          </p>
          <Signers signedBy={round.treeHead.signedBy} need={round.threshold.t} />
        </>
      )}
      {round.state === 'confirmed' ? (
        <ConfirmedAct quiet={round.treeHead === null} label={texts.act} says={texts.says} yes={texts.yes} busy={busy} onYes={() => act({ params: { roundId: round.id } })} />
      ) : null}
      <RefusalNotice refusal={refusal} />
      <VoidRuling round={round} />
    </section>
  );
}
