import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SignedIn } from '#shared/contract/account.ts';
import { type CongressSummary, type Project, readCongress } from '#shared/contract/congress.ts';
import { listRounds } from '#shared/contract/round.ts';
import { listScrutineers } from '#shared/contract/scrutineer.ts';
import { call } from '../api/client.ts';
import { useCongressEvents } from '../api/events.ts';
import { PartLoading } from '../components/page-loading.tsx';
import { RefusalLine } from '../components/refusal-line.tsx';
import { AlternateCard } from './cards/alternate-card.tsx';
import { DeskContext } from './desk-context.ts';
import { DeskView } from './desk-view.tsx';
import { type Keys, signIn } from './keys.ts';
import { forgetRoot } from './root-store.ts';

type Congress = CongressSummary & { readonly projects: readonly Project[] };
type Props = {
  readonly congress: Congress;
  readonly keys: Keys;
  readonly session: SignedIn | null;
  readonly keep: (session: SignedIn) => void;
  readonly forget: () => void;
  /** The congress was deleted. */
  readonly onGone: () => void;
};

const POLL_MS = 15_000;

/** Reads the day for a signed-in scrutineer and follows it; signs in again by itself while the keys are in hand. */
export function DeskLoader({ keys, session, keep, forget, onGone, congress }: Props) {
  const { congressId } = keys;
  const token = session?.token ?? null;
  const again = useQuery({
    queryKey: ['scrutineer', 'sign-in', congressId],
    queryFn: async () => {
      const answer = await signIn(keys);
      if (answer.ok) keep(answer.session);
      return answer;
    },
    enabled: token === null,
    refetchInterval: POLL_MS,
    gcTime: 0,
  });
  const refusal = again.data?.ok === false ? again.data.refusal : null;

  const day = useQuery({
    queryKey: ['scrutineer', 'day', congressId, token],
    queryFn: () => readDay(congressId, token ?? ''),
    enabled: token !== null,
    refetchInterval: POLL_MS,
  });
  const { connected } = useCongressEvents(congressId, ['congress', 'round', 'scrutineers', 'attendance', 'papers'], () => day.refetch());
  const over = useEffectEvent((code: string) => {
    if (code === 'not-signed-in') forget();
    if (code === 'congress-unknown') onGone();
  });
  const fault = day.data?.ok === false ? day.data.error : null;
  useEffect(() => {
    if (fault !== null) over(fault.code);
  }, [fault]);
  const decided = day.data?.ok === true && (day.data.value.congress.state === 'decided' || day.data.value.congress.state === 'published');
  useEffect(() => {
    // From here on the page's memory is enough: nothing of the day needs the root again after a reload.
    if (decided) forgetRoot(congressId);
  }, [decided, congressId]);

  // What was read last stays while the connection is away.
  const [last, setLast] = useState<Day | null>(null);
  if (day.data?.ok === true && day.data.value !== last) setLast(day.data.value);
  if (session === null || last === null) {
    const said = refusal ?? fault;
    return said === null ? <PartLoading /> : <section className="sheet sheet-narrow"><RefusalLine refusal={said} /></section>;
  }
  const mine = last.scrutineers.find(({ id }) => id === session.who.id);
  if (mine?.position == null) return <AlternateCard name={session.who.name} title={congress.title} />;
  const me = { position: mine.position, chief: mine.chief, name: mine.name };
  return (
    <DeskContext value={{ ...last, me, keys, token: session.token, refresh: () => day.refetch() }}>
      <DeskView fault={fault} connected={connected} />
    </DeskContext>
  );
}

async function readDay(congressId: string, token: string) {
  const params = { congressId };
  const [congress, rounds, scrutineers] = await Promise.all([
    call(readCongress, { params }),
    call(listRounds, { params }, token),
    call(listScrutineers, { params }, token),
  ]);
  // A congress that was deleted signs everyone out; that it is gone is what there is to say.
  if (!congress.ok) return congress;
  if (!rounds.ok) return rounds;
  if (!scrutineers.ok) return scrutineers;
  return { ok: true as const, value: { congress: congress.value, rounds: rounds.value, scrutineers: scrutineers.value } };
}
type Day = Extract<Awaited<ReturnType<typeof readDay>>, { ok: true }>['value'];
