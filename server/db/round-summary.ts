import type { RoundSummary } from '#shared/contract/congress.ts';
import { fingerprint } from '#shared/ballot-paper/manifest.ts';
import type { Prisma } from './generated/client.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A round as everyone may see it. */
export function roundSummary(row: Prisma.RoundGetPayload<object>): RoundSummary {
  const { id, number, kind, state, places, candidates, manifestHash } = row;
  return {
    id,
    number,
    kind: kind === 'second_round' ? 'second-round' : kind,
    state,
    places,
    candidates,
    fingerprint: manifestHash === null ? null : fingerprint(Buffer.from(manifestHash, 'hex')),
    armedAt: iso(row.armedAt),
    openedAt: iso(row.openedAt),
    closesAt: iso(row.closesAt),
    closedAt: iso(row.closedAt),
    ...(row.handCount === null ? {} : { hand: true as const }),
  };
}
