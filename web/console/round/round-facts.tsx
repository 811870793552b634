import type { RoundDetail } from '#shared/contract/round.ts';
import { Fingerprint } from '#web/components/fingerprint.tsx';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';

/** What the round is about: places, candidates by number and title, and the fingerprint once there is one. */
export function RoundFacts({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts);
  const { day } = useConsole();
  const candidates = day.congress.projects.filter((project) => round.candidates.includes(project.number));
  return (
    <section className="round-facts">
      <p>{texts.places(round.places, round.candidates.length)}</p>
      <ol className="candidates">
        {candidates.map((project) => (
          <li key={project.id} value={project.number}>
            {project.title}
          </li>
        ))}
      </ol>
      {round.manifest === null ? null : <Fingerprint characters={round.manifest.fingerprint} />}
    </section>
  );
}
