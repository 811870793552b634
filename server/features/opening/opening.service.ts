import { checkRelease, openingSet } from '#shared/domain/opening-set.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { transact } from '../../db/client.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import { putReleases, readReleasesTo } from '../../db/opening.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { changeRound, lockRound } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { actorName } from '../../caller.ts';
import { actOnRound, roundOf, scrutineerOf } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';

type Release = { readonly to: number; readonly sealed: string };

/** The round's box key of one scrutineer, sealed to each of the others; the server only relays it. */
export function releaseKeys(deps: Deps, caller: SignedInCaller, roundId: string, releases: readonly Release[]): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const found = scrutineerOf(round, caller);
    if (!found.ok) return found;
    const { position } = found.scrutineer;
    if (round.state !== 'frozen') return refuse(isBefore(round) ? 'release-too-early' : 'wrong-round-state');
    const allowed = checkRelease(position, round.openingSet, round.board !== null);
    if (!allowed.ok) return allowed;
    if (!goesToTheOthers(round, position, releases)) return refuse('bad-release', { field: 'releases' });
    await putReleases(
      tx, roundId, position,
      releases.map(({ to, sealed }) => ({ toPosition: to, sealed: new Uint8Array(Buffer.from(sealed, 'base64url')) })),
    );
    return { ok: true, act: 'release key', detail: `scrutineer ${String(position)}` };
  });
}

function isBefore(round: RoundRecord): boolean {
  return ['prepared', 'armed', 'open', 'closed', 'confirmed'].includes(round.state);
}

/** Each other scrutineer exactly once. */
function goesToTheOthers(round: RoundRecord, position: number, releases: readonly Release[]): boolean {
  const others = round.scrutineers.map((one) => one.position).filter((other) => other !== position);
  const given = new Set(releases.map((release) => release.to));
  return releases.length === others.length && others.every((other) => given.has(other));
}

/** The keys sealed to the caller, and no others. */
export async function readReleases(deps: Deps, caller: SignedInCaller, roundId: string) {
  const found = await roundOf(deps, caller, roundId);
  if (!found.ok) return found;
  const me = scrutineerOf(found.round, caller);
  if (!me.ok) return me;
  const rows = await readReleasesTo(deps.db, roundId, me.scrutineer.position);
  const value = rows.map((row) => ({ from: row.fromPosition, sealed: Buffer.from(row.sealed).toString('base64url') }));
  return { ok: true as const, value };
}

type Started = { readonly ok: true; readonly value: { released: number[] } };

/**
 * Fixes the set of released keys; whoever opens later, after a dead laptop too, gets the same set, unless a
 * key `without` which it must do was found useless.
 */
export async function startOpening(deps: Deps, caller: SignedInCaller, roundId: string, without: readonly number[]): Promise<Started | Refusal> {
  return transact(deps.db, async (tx): Promise<Started | Refusal> => {
    const round = await lockRound(tx, roundId);
    if (round === null) return refuse('round-unknown');
    const found = round.congress.id === caller.congressId ? scrutineerOf(round, caller) : refuse('another-congress');
    if (!found.ok) return found;
    if (round.state !== 'frozen') return refuse('wrong-round-state', { figures: { state: round.state } });
    const { released: handedOver, openingSet: fixed } = round;
    const chosen = openingSet({ t: round.congress.method.box.t, released: handedOver, fixed, without, boardPosted: round.board !== null });
    if (!chosen.ok) return chosen;
    const released = [...chosen.set];
    if (chosen.set === fixed) return { ok: true, value: { released } };
    await changeRound(tx, roundId, { openingStartedAt: new Date(), openingSet: released });
    const left = without.length === 0 ? '' : `, without ${without.join(', ')} (key found useless)`;
    const detail = `round ${String(round.number)}: keys of ${released.join(', ')}${left}`;
    await writeAudit(tx, { congressId: round.congress.id, actor: actorName(caller), act: 'start opening', detail });
    await announceChange(tx, round.congress.id, 'round');
    return { ok: true, value: { released } };
  });
}
