import { checkRegister, settleRegister } from '#shared/domain/printed.ts';
import type { PrintedRegister } from '#shared/domain/printed.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { countReceived } from '../../db/box.repository.ts';
import type { Transaction } from '../../db/client.ts';
import { addTotal, countPrinted, putCount, readCounts } from '../../db/printed.repository.ts';
import { countIssued } from '../../db/roll-entry.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { changeRound } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { writeCountReport, writeTreeHead } from '../../round/closing-files.ts';
import { actOnPrinted, personOf } from './act.ts';
import type { Shown } from './act.ts';

/**
 * One person's count of the printed ballots, folded, after the close. When two people, one of them a scrutineer, found
 * the same, the count report is written with one sum of box and returned ballots. Refuses wrong-round-state,
 * no-printed, register-contradicts, scrutineer-needed.
 */
export function countPrintedBallots(deps: Deps, caller: SignedInCaller, roundId: string, register: PrintedRegister): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const found = personOf(round, caller);
    if (!found.ok) return found;
    if (round.state !== 'closed') return refuse('wrong-round-state', { figures: { state: round.state } });
    const issued = await countPrinted(tx, roundId);
    if (issued === 0 || round.countReport !== null) return refuse('no-printed');
    const checked = checkRegister(register, issued);
    if (!checked.ok) return checked;
    const entry = { ...register, by: found.person };
    const settled = settleRegister(entry, await readCounts(tx, roundId));
    if (!settled.ok) return settled;
    await putCount(tx, roundId, { ...entry, name: caller.name });
    if (settled.with === null) return { ok: true, act: 'count printed ballots', detail: 'entered' };
    const countedBy = (await readCounts(tx, roundId)).filter(({ by }) => by.id === caller.id || by.id === settled.with?.by.id).map(({ name }) => name);
    await addTotal(tx, { roundId, issued, ...register, countedBy });
    await report(tx, deps, round, register.returned);
    const { printed, spoiled, unused, returned } = register;
    const numbers = `${String(printed)} printed, ${String(issued)} issued, ${String(spoiled)} spoiled, ${String(unused)} unused, ${String(returned)} returned`;
    return { ok: true, act: 'count printed ballots', detail: `${numbers}; agreed by ${countedBy.join(', ')}` };
  });
}

/** None came back: nothing is keyed, and the tree head is made at once. */
async function report(tx: Transaction, deps: Deps, round: RoundRecord, returned: number): Promise<void> {
  const received = (await countReceived(deps.boxSql, round.id)) + returned;
  const { document, numbers } = await writeCountReport(tx, round, { issued: await countIssued(tx, round.id), received });
  await changeRound(tx, round.id, { countReport: document });
  if (returned === 0) await writeTreeHead(tx, deps, round, numbers);
}
