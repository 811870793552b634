import type { Delegate } from '#shared/contract/roll.ts';

/** The delegations of a roll in the order in which they first appear. */
export function delegationsOf(delegates: readonly Delegate[]): readonly string[] {
  return [...new Set(delegates.map((delegate) => delegate.delegation))];
}
