import type { RoundDetail } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { RulingList } from './ruling-form.tsx';

export function VoidedPanel({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts);
  return (
    <section className="panel">
      <p>{texts.voided}</p>
      <RulingList round={round} kinds={['void']} />
    </section>
  );
}
