import { dayTexts } from '#web/text/console.day.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { comingRound } from './coming-round.ts';

/** Which round it will be, why it is held, and among what. */
export function ComingRoundFacts() {
  const texts = useTexts(roundTexts);
  const kinds = useTexts(dayTexts).roundKinds;
  const { day } = useConsole();
  const round = comingRound(day);
  if (round === null) return null;
  const candidates = day.congress.projects.filter(({ number }) => round.candidates.includes(number));
  return (
    <>
      <p>
        <strong>{texts.coming.name(round.number, kinds[round.kind])}</strong> {texts.places(round.places, round.candidates.length)}
      </p>
      <p>{texts.coming.why[round.kind]}</p>
      <ol>
        {candidates.map((project) => (
          <li key={project.id} value={project.number}>{project.title}</li>
        ))}
      </ol>
    </>
  );
}
