import type { Scrutineer } from '#shared/contract/scrutineer.ts';
import type { Project } from '#shared/contract/congress.ts';
import type { Congress } from '../../db/congress.repository.ts';

/** The text of the method (票选办法) that hands are raised for: rules, candidates and size of the roll. JSON, UTF-8. */
export function methodText({ id, title, place, year, profile, method }: Congress, candidates: readonly Project[], summoned: number): string {
  const options = candidates.map((candidate) => ({ number: candidate.number, title: candidate.title }));
  return JSON.stringify({ congress: { id, title, place, year, profile }, method, candidates: options, summoned });
}

/** The list of scrutineers (监票人名单) with the key codes that are read out. JSON, UTF-8. */
export function scrutineersText({ id }: Congress, scrutineers: readonly Scrutineer[]): string {
  const list = scrutineers.map(({ position, name, delegateNumber, chief, alternate, sign, keyCode }) => ({
    position, name, delegateNumber, chief, alternate, sign, keyCode,
  }));
  return JSON.stringify({ congress: { id }, scrutineers: list });
}
