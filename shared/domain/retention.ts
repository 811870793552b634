import { isSameName } from './person-name.ts';
import type { RoundState } from './round.ts';
import { type Verdict, demand, firstRefusal } from './verdict.ts';

/** Months for which a congress is kept. Logs are kept six months at least (网络安全法, art. 21). */
export const RETENTION = { usual: 12, fewest: 6, most: 120 } as const;

/** A day as YYYY-MM-DD; days compare as their texts do. */
type Day = string;

const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12];

/** The first day on which a congress that was published on `day` can be deleted: that day of the month, or its last. */
export function dueDay(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [dueYear, dueMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return [String(dueYear).padStart(4, '0'), ...[dueMonth, Math.min(date, daysIn(dueYear, dueMonth))].map((part) => String(part).padStart(2, '0'))].join('-');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return LONG_MONTHS.includes(month) ? 31 : 30;
}

/** What decides from which day on a congress can be deleted. */
export type KeptFacts = {
  readonly rehearsal: boolean;
  /** How long what was voted is kept. */
  readonly months: number;
  readonly publishedOn: Day | null;
  /** Day of the last act of the meeting; acts on accounts and on the keeping itself are none. */
  readonly lastActOn: Day;
  /** A paper was drawn or handed out, or a round was counted by hand. */
  readonly voted: boolean;
  readonly rounds: readonly RoundState[];
};

/**
 * The first day on which a congress can be deleted: its months after the publication; where somebody voted and nothing
 * was ever published, after the last act. Null where nobody voted: nothing is there that must be kept.
 */
export function keptUntil({ months, publishedOn, lastActOn, voted }: Pick<KeptFacts, 'months' | 'publishedOn' | 'lastActOn' | 'voted'>): Day | null {
  if (publishedOn !== null) return dueDay(publishedOn, months);
  return voted ? dueDay(lastActOn, months) : null;
}

/** From the arming to the opening of the box: what is under way is first brought to its end, or voided. */
const UNDER_WAY: readonly RoundState[] = ['armed', 'open', 'closed', 'confirmed', 'frozen'];

/** A congress with such a round stays. A round that is tallied can no longer be voided, and must not keep names for ever. */
export function isUnderWay(state: RoundState): boolean {
  return UNDER_WAY.includes(state);
}

/**
 * Whether a congress can be deleted, published or given up. Never while a round is under way; a rehearsal at once, so
 * that the act can be practised; a real congress in which somebody voted from its due day on. Refuses round-under-way,
 * retention-running with the day.
 */
export function checkDeletion(facts: KeptFacts, today: Day): Verdict {
  const due = keptUntil(facts);
  return firstRefusal(
    demand(!facts.rounds.some(isUnderWay), 'round-under-way'),
    demand(facts.rehearsal || due === null || today >= due, 'retention-running', { figures: { day: due ?? '' } }),
  );
}

/** Another time of keeping. Once it runs it can only be lengthened: nobody brings the day of deletion nearer. Refuses retention-shorter. */
export function checkRetention(due: Day | null, from: number, to: number): Verdict {
  return demand(due === null || to >= from, 'retention-shorter', { field: 'months', figures: { months: from } });
}

/** The first signature under a deletion; the instant, in milliseconds, tells one wish from the next. */
export type DeletionAsked = { readonly accountId: string; readonly askedBy: string; readonly askedAt: number };
/** Whoever gives the second one, and the instant of the wish that stood before them. */
export type SecondSignature = { readonly id: string; readonly name: string; readonly askedAt: number };

/**
 * The second signature is another person's, under the very wish that they read: one that was withdrawn and made anew,
 * with another reason, is another wish. Refuses deletion-unasked, second-person-needed.
 */
export function checkSecondPerson(asked: DeletionAsked | null, second: SecondSignature): Verdict {
  if (asked === null) return demand(false, 'deletion-unasked');
  return firstRefusal(
    demand(asked.accountId !== second.id && !isSameName(asked.askedBy, second.name), 'second-person-needed'),
    demand(asked.askedAt === second.askedAt, 'deletion-unasked'),
  );
}
