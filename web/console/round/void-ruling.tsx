import { ROUND_TRANSITIONS } from '#shared/domain/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { RulingForm, RulingList } from './ruling-form.tsx';

/** Voiding, offered folded away in the states that allow it and while nobody has begun to open the box. */
export function VoidRuling({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).ruling;
  const entered = round.rulings.some((ruling) => ruling.kind === 'void');
  if (entered) return <RulingList round={round} kinds={['void']} />;
  if (!ROUND_TRANSITIONS.voidRound.from.includes(round.state) || round.openingSet !== null) return null;
  return (
    <details className="void" open={round.countReport?.valid === false}>
      <summary>{texts.open}</summary>
      <p>{texts.voidWhat}</p>
      <RulingForm round={round} kind="void" text={texts.voidText} />
    </details>
  );
}
