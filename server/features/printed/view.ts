import type { PrintedView } from '#shared/contract/printed.ts';
import { FEW_PRINTED, compareKeyings } from '#shared/domain/printed.ts';
import type { Keyed } from '#shared/domain/printed.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { countReissued, readWaitingRequests } from '../../db/chief-request.repository.ts';
import type { Handle } from '../../db/client.ts';
import { countPrinted, readCounts, readKeyings, readPapers, readSheetRulings } from '../../db/printed.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import type { Deps } from '../../deps.ts';
import { roundOf } from '../../round/act.ts';

/** How printed ballots and letters made anew stand; each sees of the counts and the keying only what is theirs. */
export async function viewPrinted({ db, ...deps }: Deps, caller: SignedInCaller, roundId: string): Promise<{ ok: true; value: PrintedView } | Refusal> {
  const found = await roundOf({ db, ...deps }, caller, roundId);
  if (!found.ok) return found;
  const { round } = found;
  const value = {
    issued: await countPrinted(db, roundId),
    reissued: await countReissued(db, roundId),
    requests: await requests(db, roundId),
    counting: await counting(db, round, caller),
    keying: await keying(db, round, caller),
    papers: await papers(db, roundId),
    inBox: round.printedTotal !== null && round.treeHead !== null,
  };
  return { ok: true, value };
}

async function requests(db: Handle, roundId: string): Promise<PrintedView['requests']> {
  const waiting = await readWaitingRequests(db, roundId);
  return waiting.map(({ id, kind, no, pk, reason, requestedBy, requestedAt, entry: { delegate } }) => ({
    id, kind, no, reason, requestedBy,
    pk: pk === null ? null : Buffer.from(pk).toString('base64url'),
    delegateNumber: delegate.number,
    name: delegate.name,
    requestedAt: requestedAt.toISOString(),
  }));
}

async function counting(db: Handle, round: RoundRecord, caller: SignedInCaller): Promise<PrintedView['counting']> {
  const counts = await readCounts(db, round.id);
  const mine = counts.find(({ by }) => by.id === caller.id);
  const total = round.printedTotal;
  return {
    mine: mine === undefined ? null : registerOf(mine),
    entered: counts.map(({ name }) => name),
    differs: total === null && counts.length > 1,
    settled: total === null ? null : { ...registerOf(total), issued: total.issued, countedBy: [...total.countedBy] },
  };
}

function registerOf({ printed, spoiled, unused, returned }: NonNullable<PrintedView['counting']['mine']>) {
  return { printed, spoiled, unused, returned };
}

async function keying(db: Handle, round: RoundRecord, caller: SignedInCaller): Promise<PrintedView['keying']> {
  const wanted = round.printedTotal?.returned ?? 0;
  const keyings = await readKeyings(db, round.id);
  const rulings = await readSheetRulings(db, round.id);
  const keyed = await readKeyed(db, round.id);
  return {
    wanted,
    few: wanted < FEW_PRINTED,
    keyers: keyings.map(({ name, by }) => ({ name, role: by.role })),
    keyedByMe: keyings.some(({ by }) => by.id === caller.id),
    complete: keyed !== null,
    open: keyed === null ? [] : [...keyed.open],
    rulings: rulings.map(({ sheet, valid, reason, ruledBy }) => ({ sheet, valid, reason, ruledBy })),
  };
}

/** Both keyings beside each other; null while one is missing. */
export async function readKeyed(db: Handle, roundId: string): Promise<Keyed | null> {
  const [first, second] = await readKeyings(db, roundId);
  if (first === undefined || second === undefined) return null;
  return compareKeyings(first.sheets, second.sheets, await readSheetRulings(db, roundId));
}

async function papers(db: Handle, roundId: string): Promise<PrintedView['papers']> {
  const made = await readPapers(db, roundId);
  const seconds = made.map(({ secondPosition }) => secondPosition);
  return { made: made.length, second: seconds.includes(null) ? null : (seconds[0] ?? null) };
}
