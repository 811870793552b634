import type { CongressState } from './congress.ts';
import { type Verdict, demand, firstRefusal } from './verdict.ts';

/** Months for which a congress is kept after its publication. Logs are kept six months at least (网络安全法, art. 21). */
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

/** Another time of keeping. Once published it can only be lengthened: nobody brings the day of deletion nearer. Refuses retention-shorter. */
export function checkRetention(state: CongressState, from: number, to: number): Verdict {
  return demand(state !== 'published' || to >= from, 'retention-shorter', { field: 'months', figures: { months: from } });
}

/**
 * Whether a congress can be deleted. A rehearsal at once, so that the act can be practised; a real congress from its
 * due day on, never before. Refuses not-published, retention-running with the day.
 */
export function checkDeletion(facts: { readonly state: CongressState; readonly rehearsal: boolean; readonly due: Day | null; readonly today: Day }): Verdict {
  const { state, rehearsal, due, today } = facts;
  return firstRefusal(
    demand(state === 'published' && due !== null, 'not-published'),
    demand(rehearsal || (due !== null && today >= due), 'retention-running', { figures: { day: due ?? '' } }),
  );
}

/** The second signature is another person's. Refuses deletion-unasked, second-person-needed. */
export function checkSecondPerson(askedBy: string | null, secondId: string): Verdict {
  return firstRefusal(demand(askedBy !== null, 'deletion-unasked'), demand(askedBy !== secondId, 'second-person-needed'));
}
