import { type RoundDetail, certify } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { Objections } from './objections.tsx';
import { RulingForm, RulingList } from './ruling-form.tsx';
import { TallyTable } from './tally-table.tsx';
import { roundCameTo } from './round-now.ts';

/** Objections, the outcome with whatever the chair must rule on, and the tally clerk's certification. */
export function OutcomePanel({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).outcome;
  const { outcome } = round;
  if (outcome === null) return <p role="status">{texts.pending}</p>;
  return (
    <section className="panel">
      {round.state === 'tallied' ? <p>{texts.provisional}</p> : null}
      <TallyTable outcome={outcome} />
      <p><strong>{texts.next[outcome.next]}</strong></p>
      <Objections round={round} />
      <RulingList round={round} kinds={['tie', 'shortfall']} />
      <RulingOffer round={round} />
      <CertifyAct round={round} />
    </section>
  );
}

function RulingOffer({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).ruling;
  const next = round.outcome?.next;
  if (round.state !== 'tallied' || isPending(round)) return null;
  if (next === 'ruling-tie') return <RulingForm round={round} kind="tie" text="" />;
  if (next === 'ruling-shortfall') return <RulingForm round={round} kind="shortfall" text={texts.shortfallText} />;
  if (next !== 'second-round') return null;
  return (
    <details>
      <summary>{texts.shortfallOpen}</summary>
      <RulingForm round={round} kind="shortfall" text={texts.shortfallText} />
    </details>
  );
}

function CertifyAct({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).outcome;
  const { clerk } = useConsole();
  const { act, busy, refusal } = useAct(certify, roundCameTo(round.id, ({ outcome }) => outcome?.certifiedBy != null));
  const { outcome } = round;
  if (outcome === null) return null;
  if (outcome.certifiedBy !== null) return <p>{texts.certifiedBy(outcome.certifiedBy)}</p>;
  const ruled = !outcome.next.startsWith('ruling') && !isPending(round);
  return (
    <>
      <ConfirmedAct
        label={texts.certify}
        says={texts.certifySays(clerk)}
        yes={texts.certifyYes}
        busy={busy}
        disabled={!ruled || round.state !== 'tallied'}
        onYes={() => act({ params: { roundId: round.id }, body: { hash: outcome.hash } })}
      />
      <RefusalNotice refusal={refusal} />
    </>
  );
}

function isPending(round: RoundDetail): boolean {
  return round.rulings.some((ruling) => ruling.kind !== 'void' && ruling.effectiveAt === null);
}
