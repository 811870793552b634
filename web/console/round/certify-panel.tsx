import type { RoundDetail } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { Signers } from './signers.tsx';
import { TallyTable } from './tally-table.tsx';

/** Gate 2: who has signed the outcome. */
export function CertifyPanel({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts);
  const { outcome } = round;
  if (outcome === null) return null;
  return (
    <section className="panel">
      <p>{round.state === 'certified' ? texts.certify.done : texts.certify.what}</p>
      {outcome.certifiedBy === null ? null : <p>{texts.outcome.certifiedBy(outcome.certifiedBy)}</p>}
      <Signers signedBy={outcome.signedBy} need={round.threshold.t} declines={round.declines.filter((one) => one.gate === 'outcome')} />
      <TallyTable outcome={outcome} />
    </section>
  );
}
