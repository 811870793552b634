import type { Delegate } from '#shared/contract/roll.ts';

/** The delegates whose number, name or delegation contains what was typed; all of them for an empty search. */
export function findDelegates(delegates: readonly Delegate[], search: string): readonly Delegate[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return delegates;
  return delegates.filter((one) => [one.number, one.name, one.delegation].some((part) => part.toLowerCase().includes(wanted)));
}

/** The delegations of a roll in the order in which they first appear. */
export function delegationsOf(delegates: readonly Delegate[]): readonly string[] {
  return [...new Set(delegates.map((delegate) => delegate.delegation))];
}
