import { type ComponentType, useEffect, useRef } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import type { RoundDetail } from '#shared/contract/round.ts';
import { dayTexts } from '#web/text/console.day.ts';
import { useTexts } from '#web/text/language.ts';
import { CheckInPanel } from './check-in/check-in-panel.tsx';
import { useConsole } from './console-context.ts';
import { stepInHand } from './day-steps.ts';
import { LettersPanel } from './letters/letters-panel.tsx';
import { AdoptMethodPanel, AdoptScrutineersPanel } from './prepare/adopt-panel.tsx';
import { MethodPanel } from './prepare/method-panel.tsx';
import { ProjectsPanel } from './prepare/projects-panel.tsx';
import { RollPanel } from './prepare/roll-panel.tsx';
import { ScrutineersPanel } from './prepare/scrutineers-panel.tsx';
import { PrintedPanel } from './printed/printed-panel.tsx';
import { ArmPanel } from './round/arm-panel.tsx';
import { CertifyPanel } from './round/certify-panel.tsx';
import { CountPanel } from './round/count-panel.tsx';
import { FreezePanel } from './round/freeze-panel.tsx';
import { OpenPanel } from './round/open-panel.tsx';
import { OutcomePanel } from './round/outcome-panel.tsx';
import { PrepareRoundPanel } from './round/prepare-round-panel.tsx';
import { PublishPanel } from './round/publish-panel.tsx';
import { Reopenings } from './round/reopenings.tsx';
import { SimulatePanel } from './round/simulate-panel.tsx';
import { UnsealPanel } from './round/unseal-panel.tsx';
import { VoidedPanel } from './round/voided-panel.tsx';
import { VotePanel } from './round/vote-panel.tsx';
import { StepMark, markOf } from './step-mark.tsx';
import type { DayStep, Missing, StepKind } from './step.ts';

type MeetingKind = Extract<
  StepKind,
  'projects' | 'roll' | 'method' | 'scrutineers' | 'letters' | 'check-in' | 'adopt-method' | 'adopt-scrutineers' | 'publish'
>;

const MEETING_PANELS: Record<MeetingKind, ComponentType> = {
  projects: ProjectsPanel, roll: RollPanel, method: MethodPanel, scrutineers: ScrutineersPanel, letters: LettersPanel,
  'check-in': CheckInPanel, 'adopt-method': AdoptMethodPanel, 'adopt-scrutineers': AdoptScrutineersPanel, publish: PublishPanel,
};

const ROUND_PANELS: Record<Exclude<StepKind, MeetingKind>, ComponentType<{ round: RoundDetail }>> = {
  arm: ArmPanel, open: OpenPanel, vote: VotePanel, count: CountPanel, freeze: FreezePanel, unseal: UnsealPanel,
  outcome: OutcomePanel, certify: CertifyPanel, void: VoidedPanel,
};

/** Steps of a round where the other delegates of a rehearsal have something to do; the desk has its own place for them. */
const SIMULATED: readonly StepKind[] = ['open', 'vote'];

/** The chosen step: its state, what is missing and why, and its acts. */
export function StepPage() {
  const { stepId } = useParams();
  const { steps, congressId, rehearsal, day } = useConsole();
  const step = steps.find((one) => one.id === stepId);
  useFollowedDay(step);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no cleanup.
    window.scrollTo(0, 0);
  }, [stepId]);
  if (step === undefined) return <Navigate replace to={`/console/${congressId}`} />;
  const round = day.rounds.find((one) => one.number === step.round);
  const waitingRound = day.rounds.find((one) => one.reopenings.length > 0);
  const simulated = rehearsal && SIMULATED.includes(step.kind) && step.state !== 'to-come';
  return (
    <>
      <NowNotice step={step} />
      {waitingRound === undefined ? null : <Reopenings round={waitingRound} />}
      <StepHead step={step} />
      <PrintedPanel round={day.rounds.at(-1)} />
      <Panel key={step.id} step={step} round={round} />
      {simulated ? <SimulatePanel key={`simulate-${step.id}`} kind={step.kind} /> : null}
    </>
  );
}

function Panel({ step, round }: { readonly step: DayStep; readonly round: RoundDetail | undefined }) {
  const texts = useTexts(dayTexts);
  if (isMeetingKind(step.kind)) {
    const MeetingPanel = MEETING_PANELS[step.kind];
    return <MeetingPanel />;
  }
  if (round === undefined) return step.kind === 'arm' ? <PrepareRoundPanel step={step} /> : <p className="quiet">{texts.toCome}</p>;
  if (step.state === 'to-come') return <p className="quiet">{texts.toCome}</p>;
  const RoundPanel = ROUND_PANELS[step.kind];
  return <RoundPanel round={round} />;
}

function StepHead({ step }: { readonly step: DayStep }) {
  const texts = useTexts(dayTexts);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Keyboard and reader start at the step that was opened, unless a field of it has taken the focus already.
    if (!(document.activeElement instanceof HTMLInputElement)) title.current?.focus();
  }, [step.id]);
  return (
    <div className="step-head">
      <h1 ref={title} tabIndex={-1}>
        {step.round === null ? null : <small>{texts.groups.round(step.round, '')}</small>}
        {texts.steps[step.kind]}
      </h1>
      <p className={`step-state step-state-${step.state}`}>
        <StepMark mark={markOf(step)} />
        <span>
          {texts.states[step.state]}
          {step.waitingFor === null ? null : ` ${texts.waitedFor[step.waitingFor]}`}
        </span>
        {step.waitingFor === null ? null : <small>{texts.waitHints[step.waitingFor]}</small>}
      </p>
      {step.missing.length === 0 ? null : (
        <ul className="missing">
          {step.missing.map((missing) => (
            <MissingLine key={missing.why} missing={missing} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Why the step cannot go on yet; where it counts up to something, how far it is. */
function MissingLine({ missing }: { readonly missing: Missing }) {
  const texts = useTexts(dayTexts);
  const { why, have, need } = missing;
  return (
    <li>
      <span id={`missing-${why}`}>{texts.missing[why](missing)}</span>
      {have === undefined || need === undefined || need === 0 ? null : <progress aria-labelledby={`missing-${why}`} max={need} value={Math.min(have, need)} />}
    </li>
  );
}

/** Looking at another step than the one in hand: says where the day is and leads there. */
function NowNotice({ step }: { readonly step: DayStep }) {
  const { steps, congressId } = useConsole();
  const texts = useTexts(dayTexts);
  const now = stepInHand(steps);
  if (now === undefined || now.id === step.id || now.state === 'done') return null;
  return (
    <p className="now-notice">
      {texts.nowInHand(texts.steps[now.kind])} <Link to={`/console/${congressId}/step/${now.id}`}>{texts.goToStepInHand}</Link>
    </p>
  );
}

/** Within a round the page goes on with the day by itself; a desk that checks people in is never pulled away. */
function useFollowedDay(shown: DayStep | undefined): void {
  const { steps, congressId } = useConsole();
  const navigate = useNavigate();
  const now = stepInHand(steps)?.id;
  const before = useRef(now);
  useEffect(() => {
    const wasInHand = before.current === shown?.id;
    const follows = shown !== undefined && (shown.round !== null || shown.kind.startsWith('adopt'));
    if (now !== before.current && wasInHand && follows) void navigate(`/console/${congressId}/step/${now ?? ''}`, { replace: true });
    before.current = now;
  }, [now, shown, navigate, congressId]);
}

function isMeetingKind(kind: StepKind): kind is MeetingKind {
  return kind in MEETING_PANELS;
}
