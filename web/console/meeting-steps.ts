import { checkMethod } from '#shared/domain/method.ts';
import type { DayFacts } from './day-facts.ts';
import { type DayStep, type Missing, type Progress, type StepKind, DONE, TO_COME, inHand, waiting } from './step.ts';

type Rule = { readonly kind: StepKind; readonly progress: (facts: DayFacts) => Progress };

const PREPARATION: readonly Rule[] = [
  { kind: 'projects', progress: projects },
  { kind: 'roll', progress: roll },
  { kind: 'method', progress: method },
  { kind: 'scrutineers', progress: scrutineers },
  { kind: 'letters', progress: letters },
];

const ADOPTION: readonly Rule[] = [
  { kind: 'check-in', progress: checkIn },
  { kind: 'adopt-method', progress: adoptMethod },
  { kind: 'adopt-scrutineers', progress: adoptScrutineers },
];

/** What is made ready before the meeting; several of these may be in hand at the same time. */
export function preparationSteps(facts: DayFacts): readonly DayStep[] {
  return PREPARATION.map((rule) => toStep(rule, facts));
}

/** Check-in and the two shows of hands. */
export function adoptionSteps(facts: DayFacts): readonly DayStep[] {
  return ADOPTION.map((rule) => toStep(rule, facts));
}

function toStep({ kind, progress }: Rule, facts: DayFacts): DayStep {
  return { id: kind, kind, round: null, ...progress(facts) };
}

function projects({ congress, projects: have }: DayFacts): Progress {
  const need = congress.method.places + 1;
  return have >= need ? DONE : inHand('add-projects', { why: 'projects-few', have, need });
}

function roll({ delegates }: DayFacts): Progress {
  return delegates.length > 0 ? DONE : inHand('import-roll', { why: 'roll-empty' });
}

function method({ congress, projects: candidates }: DayFacts): Progress {
  const checked = checkMethod(congress.method, candidates);
  if (checked.ok) return DONE;
  // With too few projects the step before says what to do; the method itself is not at fault.
  if (checked.reason === 'places-not-below-candidates') return TO_COME;
  return inHand('change-method', { why: 'method-unfit' });
}

function scrutineers({ congress, scrutineers: named, delegates }: DayFacts): Progress {
  if (delegates.length === 0) return TO_COME;
  const seated = named.filter((one) => !one.alternate);
  const need = congress.method.box.n;
  const missing: Missing[] = [];
  if (seated.length < need) missing.push({ why: 'scrutineers-few', have: seated.length, need });
  if (!seated.some((one) => one.chief)) missing.push({ why: 'chief-unnamed' });
  if (missing.length > 0) return inHand('name-scrutineers', ...missing);
  const enrolled = seated.filter((one) => one.enrolled).length;
  if (enrolled < seated.length) {
    return waiting('scrutineers', 'hand-invitations', { why: 'keys-not-made', have: enrolled, need: seated.length });
  }
  return DONE;
}

function letters(facts: DayFacts): Progress {
  if (facts.delegates.length === 0) return TO_COME;
  const missing = lettersUnmade(facts);
  return missing.length > 0 ? inHand('make-letters', ...missing) : DONE;
}

/** Delegates without a letter that works; the manifest of a round needs one for each. */
export function lettersUnmade({ delegates }: DayFacts): readonly Missing[] {
  const have = delegates.filter((delegate) => delegate.letter === 'made').length;
  return have === delegates.length ? [] : [{ why: 'letters-unmade', have, need: delegates.length }];
}

function checkIn({ delegates, quorum, congress }: DayFacts): Progress {
  if (delegates.length === 0) return TO_COME;
  // Arrivals go on until the last close; the step is done as soon as the meeting may go on.
  if (quorum.met || isOver(congress.state)) return DONE;
  const have = delegates.filter((delegate) => delegate.attendance === 'present').length;
  return inHand('check-in', { why: 'quorum-short', have, need: quorum.needed });
}

function adoptMethod(facts: DayFacts): Progress {
  if (isAdopted(facts, 'method')) return DONE;
  const ready = projects(facts).state === 'done' && method(facts).state === 'done' && facts.delegates.length > 0;
  if (!ready) return { ...TO_COME, missing: [{ why: 'preparation-first' }] };
  return inHand('adopt-method', ...notCarried(facts, 'method'));
}

function adoptScrutineers(facts: DayFacts): Progress {
  if (isAdopted(facts, 'scrutineers')) return DONE;
  if (!isAdopted(facts, 'method')) return TO_COME;
  const named = scrutineers(facts);
  if (named.state !== 'done') return { ...TO_COME, missing: named.missing };
  return inHand('adopt-scrutineers', ...notCarried(facts, 'scrutineers'));
}

function isAdopted({ congress, adoptions }: DayFacts, subject: 'method' | 'scrutineers'): boolean {
  return congress.state !== 'preparing' || (latest(adoptions, subject)?.carried ?? false);
}

function notCarried({ adoptions }: DayFacts, subject: 'method' | 'scrutineers'): readonly Missing[] {
  if (latest(adoptions, subject) === undefined) return [];
  return [{ why: subject === 'method' ? 'method-not-carried' : 'scrutineers-not-carried' }];
}

function latest(adoptions: DayFacts['adoptions'], subject: 'method' | 'scrutineers') {
  return adoptions.findLast((one) => one.subject === subject);
}

function isOver(state: DayFacts['congress']['state']): boolean {
  return state === 'decided' || state === 'published';
}
