import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import { readCongress } from '#shared/contract/congress.ts';
import type { Answer } from '#shared/contract/endpoint.ts';
import { readScreen } from '#shared/contract/publication.ts';
import { listDelegates } from '#shared/contract/roll.ts';
import { listRounds } from '#shared/contract/round.ts';
import { listScrutineers } from '#shared/contract/scrutineer.ts';
import type { CallError } from '#web/api/client.ts';
import { useCongressEvents } from '#web/api/events.ts';
import { useAnswer } from '#web/api/use-answer.ts';
import { type Hall, hallOf } from './hall.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Everything the console shows of one congress, as the server last said it. */
export type Day = {
  readonly congress: Answer<typeof readCongress>;
  readonly screen: Answer<typeof readScreen>;
  readonly delegates: Answer<typeof listDelegates>;
  readonly scrutineers: Answer<typeof listScrutineers>;
  readonly rounds: z.output<typeof listRounds.response>;
  readonly hall: Hall;
  /** Milliseconds by which the server's clock is ahead of this computer's. */
  readonly clockAhead: number;
  /** When the oldest part of it was read, by this computer's clock. */
  readonly readAt: number;
};

export type DayQuery = { readonly day: Day | null; readonly error: CallError | null; readonly connected: boolean };

const TOPICS = ['congress', 'roll', 'attendance', 'scrutineers', 'round'] as const;
/** Papers and ballots move often and change figures only: the roll is not fetched again for them. */
const FIGURE_TOPICS = ['papers', 'received'] as const;

/** Reads the day and reads it again whenever something of the congress changed. */
export function useDayQuery(congressId: string, token: string): DayQuery {
  const queries = useQueryClient();
  const params = { params: { congressId } };
  const congress = useAnswer(['congress', congressId, 'facts'], readCongress, params, token);
  const screen = useAnswer(['congress', congressId, 'screen'], readScreen, params, token);
  const delegates = useAnswer(['congress', congressId, 'delegates'], listDelegates, params, token);
  const scrutineers = useAnswer(['congress', congressId, 'scrutineers'], listScrutineers, params, token);
  const rounds = useAnswer(['congress', congressId, 'rounds'], listRounds, params, token);
  const refresh = useMemo(() => oneAtATime(() => refreshCongress(queries, congressId)), [queries, congressId]);
  const refreshFigures = useMemo(
    () => oneAtATime(() => queries.invalidateQueries({ queryKey: ['congress', congressId, 'rounds'] })),
    [queries, congressId],
  );
  const { connected } = useCongressEvents(congressId, TOPICS, refresh);
  useCongressEvents(congressId, FIGURE_TOPICS, refreshFigures);
  const parts = [congress, screen, delegates, scrutineers, rounds];
  const errors = parts.map((part) => part.error).filter((one) => one !== null);
  // Whoever is signed out hears that first: of a congress that was deleted the other parts say only that it is not there.
  const error = errors.find(({ code }) => code === 'not-signed-in') ?? errors[0] ?? null;
  if (!congress.value || !screen.value || !delegates.value || !scrutineers.value || !rounds.value) {
    return { day: null, error, connected };
  }
  const day: Day = {
    congress: congress.value,
    screen: screen.value,
    delegates: delegates.value,
    scrutineers: scrutineers.value,
    rounds: rounds.value.toSorted((a, b) => a.number - b.number),
    hall: hallOf(delegates.value, congress.value.method),
    clockAhead: Date.parse(screen.value.now) - screen.at,
    readAt: Math.min(...parts.map((part) => part.at)),
  };
  return { day, error, connected };
}

/** Fetches everything of a congress again, after an act or an event. */
export function refreshCongress(queries: QueryClient, congressId: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['congress', congressId] });
}
