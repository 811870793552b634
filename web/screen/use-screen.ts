import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readScreen } from '#shared/contract/publication.ts';
import { call } from '../api/client.ts';
import { useCongressEvents } from '../api/events.ts';
import { type Followed, follow } from './screen-follow.ts';

const WHILE_OPEN_MS = 4_000;
const OTHERWISE_MS = 10_000;
const STALE_MS = 15_000;
const TICK_MS = 250;

export type ScreenFeed = {
  readonly followed: Followed | null;
  /** The server's clock, milliseconds, running on between answers. */
  readonly serverNow: number;
  readonly stale: boolean;
  readonly fault: 'none' | 'unreachable' | 'congress-unknown';
};

/** The screen's view, fetched again on events and by the clock, never older than the one shown. */
export function useScreen(congressId: string): ScreenFeed {
  const queries = useQueryClient();
  const [feed, setFeed] = useState<{ followed: Followed; answeredAt: number } | null>(null);
  const [now, setNow] = useState(() => Date.now());
  const query = useQuery({
    queryKey: ['screen', congressId],
    queryFn: () => call(readScreen, { params: { congressId } }),
    refetchInterval: (of) => (of.state.data?.ok === true && of.state.data.value.congress.round?.state === 'open' ? WHILE_OPEN_MS : OTHERWISE_MS),
    refetchIntervalInBackground: true,
  });
  const { data, dataUpdatedAt } = query;
  const [taken, setTaken] = useState(0);
  if (data?.ok === true && dataUpdatedAt !== taken) {
    setTaken(dataUpdatedAt);
    setFeed({ followed: follow(feed?.followed ?? null, data.value), answeredAt: dataUpdatedAt });
  }
  useCongressEvents(congressId, ['congress', 'roll', 'attendance', 'scrutineers', 'round', 'papers', 'received'], () =>
    queries.invalidateQueries({ queryKey: ['screen', congressId] }),
  );
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const unknown = data?.ok === false && data.error.code === 'congress-unknown';
  if (feed === null) return { followed: null, serverNow: now, stale: false, fault: unknown ? 'congress-unknown' : data?.ok === false ? 'unreachable' : 'none' };
  const serverNow = Date.parse(feed.followed.view.now) + Math.max(0, now - feed.answeredAt);
  return { followed: feed.followed, serverNow, stale: now - feed.answeredAt > STALE_MS, fault: 'none' };
}
