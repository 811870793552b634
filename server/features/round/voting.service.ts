import { countNotDrawn, inHallAt } from '#shared/domain/attendance.ts';
import { COUNTDOWN_SECONDS, callOff, startCountdown } from '#shared/domain/round-close.ts';
import { checkHeadCount, open, takeOpeningBack as takeBack } from '#shared/domain/round-open.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { countReceived, takeBoxOpeningBack } from '../../db/box.repository.ts';
import type { Transaction } from '../../db/client.ts';
import { readDrawn } from '../../db/roll-entry.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { changeRound, isOtherRoundOpen } from '../../db/round.repository.ts';
import { readStays } from '../../db/stay.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound, scrutineerOf } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';

/** The heads in the hall as the chief counted them, before opening. Refuses forbidden to the other scrutineers. */
export function enterHeadCount(
  deps: Deps,
  caller: SignedInCaller,
  roundId: string,
  { headCount, reason }: { headCount: number; reason: string | null },
): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const found = scrutineerOf(round, caller);
    if (!found.ok) return found;
    if (!found.scrutineer.chief) return refuse('forbidden');
    if (round.state !== 'armed') return refuse('wrong-round-state', { figures: { state: round.state } });
    const inHall = await delegatesInHall(tx, round);
    const checked = checkHeadCount({ counted: headCount, reason }, inHall.size);
    if (!checked.ok) return checked;
    await changeRound(tx, roundId, { headCount, headCountReason: reason });
    return { ok: true, act: 'enter head count', detail: `${String(headCount)} heads${reason === null ? '' : `, ${reason}`}` };
  });
}

/** Voting opens; the box follows after the commit. */
export function openRound(deps: Deps, caller: SignedInCaller, roundId: string, confirmedNotDrawn: number | null): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const now = new Date();
    const inHall = await delegatesInHall(tx, round);
    const moved = open(round.state, {
      now: now.getTime(),
      armedAt: round.armedAt?.getTime() ?? now.getTime(),
      congress: round.congress.state,
      otherRoundOpen: await isOtherRoundOpen(tx, round.congress.id, roundId),
      quorum: round.congress.method.quorum,
      summoned: round.summoned ?? 0,
      present: inHall.size,
      headCount: round.headCount === null ? null : { counted: round.headCount, reason: round.headCountReason },
      notDrawn: countNotDrawn(inHall, await readDrawn(tx, roundId)),
      confirmedNotDrawn,
    });
    if (!moved.ok) return moved;
    await changeRound(tx, roundId, { state: moved.state, openedAt: now });
    return { ok: true, act: 'open round', detail: `${String(inHall.size)} of ${String(round.summoned)} present` };
  });
}

/** The box says last whether a ballot came in: it is shut first, and a failure after that is repaired from the round's state. */
export function takeOpeningBack(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const received = await countReceived(deps.boxSql, roundId);
    const moved = takeBack(round.state, received);
    if (!moved.ok) return moved;
    if (!(await takeBoxOpeningBack(deps.boxSql, roundId))) return refuse('already-received');
    await changeRound(tx, roundId, { state: moved.state, openedAt: null, closesAt: null });
    return { ok: true, act: 'take opening back', detail: 'nothing was received' };
  });
}

export function startClosing(deps: Deps, caller: SignedInCaller, roundId: string, seconds: number | undefined): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const length = { seconds: seconds ?? COUNTDOWN_SECONDS, rehearsal: round.congress.rehearsal };
    const moved = startCountdown(round.state, clock(round), length);
    if (!moved.ok) return moved;
    await changeRound(tx, roundId, { closesAt: instant(moved.closesAt) });
    return { ok: true, act: 'start countdown', detail: `${String(length.seconds)} s` };
  });
}

export function callOffClosing(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const moved = callOff(round.state, clock(round));
    if (!moved.ok) return moved;
    await changeRound(tx, roundId, { closesAt: instant(moved.closesAt) });
    return { ok: true, act: 'call countdown off', detail: 'voting goes on' };
  });
}

async function delegatesInHall(tx: Transaction, round: RoundRecord): Promise<ReadonlySet<string>> {
  return inHallAt(await readStays(tx, round.congress.id), Date.now());
}

function clock(round: RoundRecord): { now: number; closesAt: number | null } {
  return { now: Date.now(), closesAt: round.closesAt?.getTime() ?? null };
}

function instant(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
