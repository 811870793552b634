import type { Booth } from './use-booth.ts';

/** When the box closes, in milliseconds of this device's clock; null before the clerk has begun to close. */
export function closingAt({ state, clockOffset }: Booth): number | null {
  const round = state.view?.congress.round ?? null;
  if (round?.state !== 'open' || round.closesAt === null) return null;
  return Date.parse(round.closesAt) - clockOffset;
}
