import type { Method } from './method.ts';
import { type Verdict, demand, firstRefusal } from './verdict.ts';

/** A named scrutineer (监票人), the chief (总监票人), or an alternate, who holds no key until taking a place. */
export type Scrutineer = { readonly chief: boolean; readonly alternate: boolean; readonly enrolled: boolean };

/**
 * Whether the list can be adopted: one chief, who is no alternate, and as many places as the box has keys.
 * Refuses chief-missing, too-few-scrutineers, bad-threshold (more named than n). Source: 票选办法 box.
 */
export function checkScrutineers(scrutineers: readonly Scrutineer[], box: Method['box']): Verdict {
  const inPlace = scrutineers.filter((scrutineer) => !scrutineer.alternate);
  const figures = { named: inPlace.length, n: box.n };
  return firstRefusal(
    demand(inPlace.filter((scrutineer) => scrutineer.chief).length === 1, 'chief-missing'),
    demand(!scrutineers.some((scrutineer) => scrutineer.chief && scrutineer.alternate), 'chief-missing'),
    demand(inPlace.length >= box.n, 'too-few-scrutineers', { figures }),
    demand(inPlace.length === box.n, 'bad-threshold', { figures }),
  );
}

/** Every scrutineer in place has made keys. Refuses scrutineer-keys-missing with their number. */
export function checkKeys(scrutineers: readonly Scrutineer[]): Verdict {
  const missing = scrutineers.filter((scrutineer) => !scrutineer.alternate && !scrutineer.enrolled).length;
  return demand(missing === 0, 'scrutineer-keys-missing', { figures: { missing } });
}
