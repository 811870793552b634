import { type RefObject, useEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import type { RoundDetail } from '#shared/contract/round.ts';
import { dayTexts } from '#web/text/console.day.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from './console-context.ts';
import { stepInHand } from './day-steps.ts';
import { StepMark, markOf } from './step-mark.tsx';
import type { DayStep } from './step.ts';

const PREPARATION = ['projects', 'roll', 'method', 'scrutineers', 'letters'];

/** The day as a list of steps: done, in hand, to come; each a link to its page. */
export function Rail() {
  const { steps, day } = useConsole();
  const texts = useTexts(dayTexts);
  const now = stepInHand(steps)?.id;
  const done = steps.filter((step) => step.state === 'done').length;
  const nav = useRef<HTMLElement>(null);
  useKeptInSight(nav, now);
  return (
    <nav ref={nav} className="rail" aria-label={texts.rail}>
      <p className="rail-progress">
        <span>{texts.progress(done, steps.length)}</span>
        <progress aria-label={texts.rail} max={steps.length} value={done} />
      </p>
      {groupsOf(steps).map((group) => (
        <section key={group.name}>
          <h2>{titleOf(group, day.rounds, texts)}</h2>
          <ol>
            {group.steps.map((step) => (
              <RailStep key={step.id} step={step} now={step.id === now} />
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}

function RailStep({ step, now }: { readonly step: DayStep; readonly now: boolean }) {
  const { congressId } = useConsole();
  const texts = useTexts(dayTexts);
  return (
    <li className={`rail-step rail-${step.state}`} aria-current={now ? 'step' : undefined}>
      <NavLink to={`/console/${congressId}/step/${step.id}`}>
        <StepMark mark={markOf(step)} />
        <span className="rail-name">{texts.steps[step.kind]}</span>
        <span className="rail-state">
          {texts.states[step.state]}
          {step.waitingFor === null ? null : ` ${texts.waitedFor[step.waitingFor]}`}
        </span>
      </NavLink>
    </li>
  );
}

/** A rail longer than the window scrolls to the step in hand; the page itself does not move. */
function useKeptInSight(nav: RefObject<HTMLElement | null>, now: string | undefined): void {
  useEffect(() => {
    const box = nav.current?.closest('.console-side');
    const step = nav.current?.querySelector("[aria-current='step']");
    if (box == null || step == null || box.scrollHeight <= box.clientHeight) return;
    box.scrollBy(0, step.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2);
  }, [nav, now]);
}

type Group = { readonly name: string; readonly round: number | null; readonly steps: DayStep[] };

function groupsOf(steps: readonly DayStep[]): readonly Group[] {
  const groups: Group[] = [];
  for (const step of steps) {
    const name = groupName(step);
    const last = groups.at(-1);
    if (last?.name === name) last.steps.push(step);
    else groups.push({ name, round: step.round, steps: [step] });
  }
  return groups;
}

function groupName(step: DayStep): string {
  if (step.round !== null) return `round-${step.round}`;
  if (step.kind === 'publish') return 'after';
  return PREPARATION.includes(step.kind) ? 'prepare' : 'meeting';
}

function titleOf(group: Group, rounds: readonly RoundDetail[], texts: typeof dayTexts.zh): string {
  if (group.round !== null) {
    const kind = rounds.find((round) => round.number === group.round)?.kind;
    return texts.groups.round(group.round, kind === undefined || kind === 'first' ? '' : texts.roundKinds[kind]);
  }
  if (group.name === 'after') return texts.groups.after;
  return group.name === 'prepare' ? texts.groups.prepare : texts.groups.meeting;
}
