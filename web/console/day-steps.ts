import type { DayFacts } from './day-facts.ts';
import { adoptionSteps, preparationSteps } from './meeting-steps.ts';
import { roundSteps, upcomingRoundSteps } from './round-steps.ts';
import { type DayStep, type Progress, DONE, TO_COME, inHand } from './step.ts';

/**
 * The clerk's whole day as one list, from what the server says and nothing else: every step with its state,
 * what is missing and why, and the one act that moves it on. Before the first round is prepared its steps
 * stand there to come; a tie, a shortfall or a void round adds the next round's steps.
 */
export function daySteps(facts: DayFacts): readonly DayStep[] {
  return [
    ...preparationSteps(facts),
    ...adoptionSteps(facts),
    ...facts.rounds.flatMap((round) => roundSteps(round, facts)),
    ...upcomingRoundSteps(facts),
    { id: 'publish', kind: 'publish', round: null, ...publication(facts) },
  ];
}

/**
 * The step the clerk should look at now: the first that is not done and not to come; on a finished day, the last.
 * Once the meeting has adopted, what is left over from the preparation no longer draws the clerk away.
 */
export function stepInHand(steps: readonly DayStep[]): DayStep | undefined {
  const active = steps.filter((step) => step.state === 'in-hand' || step.state === 'waiting');
  return active.find((step) => step.round !== null || step.kind === 'publish') ?? active[0] ?? steps.at(-1);
}

function publication({ congress }: DayFacts): Progress {
  if (congress.state === 'published') return DONE;
  if (congress.state === 'decided') return inHand('publish');
  return TO_COME;
}
