import { type RoundDetail, discardManifest, makeManifest } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { RoundFacts } from './round-facts.tsx';
import { Signers } from './signers.tsx';
import { roundCameTo } from './round-now.ts';

/** Arming: the manifest is made here and signed by the scrutineers on their devices. */
export function ArmPanel({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).arm;
  const making = useAct(makeManifest, roundCameTo(round.id, ({ manifest }) => manifest !== null));
  const discarding = useAct(discardManifest);
  const input = { params: { roundId: round.id } };
  const mayDiscard = round.manifest !== null && round.issued === 0 && (round.state === 'prepared' || round.state === 'armed');
  return (
    <section className="panel">
      <RoundFacts round={round} />
      {round.manifest === null ? (
        <ConfirmedAct label={texts.make} says={texts.makeSays} yes={texts.makeYes} busy={making.busy} onYes={() => making.act(input)} />
      ) : (
        <>
          <p>{round.state === 'prepared' ? texts.waiting : texts.signed}</p>
          <Signers signedBy={round.manifest.signedBy} need={round.threshold.t} declines={round.declines.filter(({ gate }) => gate === 'manifest')} />
        </>
      )}
      {mayDiscard ? (
        <ConfirmedAct
          quiet
          label={texts.discard}
          says={texts.discardSays}
          yes={texts.discardYes}
          busy={discarding.busy}
          onYes={() => discarding.act(input)}
        />
      ) : null}
      <RefusalNotice refusal={making.refusal ?? discarding.refusal} />
    </section>
  );
}
