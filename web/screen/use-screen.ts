import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readScreen } from '#shared/contract/publication.ts';
import { call } from '../api/client.ts';
import { useCongressEvents } from '../api/events.ts';
import { type Followed, follow } from './screen-follow.ts';

const WHILE_OPEN_MS = 4_000;
const OTHERWISE_MS = 10_000;
/** Without an answer the screen asks again and again: the hall waits. */
const WHILE_AWAY_MS = 1_500;
/** What is older than this is not called current, whatever the connection looks like. */
const STALE_MS = 15_000;
/** With a connection that is known to be cut the word comes sooner. */
const STALE_WHEN_CUT_MS = 3_000;
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
  const { connected } = useCongressEvents(congressId, ['congress', 'roll', 'attendance', 'scrutineers', 'round', 'papers', 'received'], () =>
    queries.invalidateQueries({ queryKey: ['screen', congressId] }),
  );
  const query = useQuery({
    queryKey: ['screen', congressId],
    queryFn: () => call(readScreen, { params: { congressId } }),
    refetchInterval: ({ state: { data } }) => {
      if (data?.ok !== true || !connected) return WHILE_AWAY_MS;
      return data.value.congress.round?.state === 'open' ? WHILE_OPEN_MS : OTHERWISE_MS;
    },
    refetchIntervalInBackground: true,
  });
  const { data, dataUpdatedAt } = query;
  const [taken, setTaken] = useState(0);
  if (data?.ok === true && dataUpdatedAt !== taken) {
    setTaken(dataUpdatedAt);
    setFeed({ followed: follow(feed?.followed ?? null, data.value), answeredAt: dataUpdatedAt });
  }
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const unknown = data?.ok === false && data.error.code === 'congress-unknown';
  if (feed === null) return { followed: null, serverNow: now, stale: false, fault: unknown ? 'congress-unknown' : data?.ok === false ? 'unreachable' : 'none' };
  const age = Math.max(0, now - feed.answeredAt);
  const cut = !connected || data?.ok === false;
  const serverNow = Date.parse(feed.followed.view.now) + age;
  return { followed: feed.followed, serverNow, stale: age > (cut ? STALE_WHEN_CUT_MS : STALE_MS), fault: 'none' };
}
