import { transact } from '../db/client.ts';
import { closeBox, freezeBox, openBox, prepareBox, readBoxRound, removeBox, voidBox } from '../db/box.repository.ts';
import type { RoundRecord } from '../db/round-record.ts';
import { lockRound, readRoundsInHand } from '../db/round.repository.ts';
import type { Deps } from '../deps.ts';
import { destroyCapsuleKey, destroyRoundKeys, stampKey } from '../round-keys.ts';

/**
 * Brings box and keys in line with the round's state. The box may lie in another database, so an act
 * commits the round first and the box follows here (closing, freezing and taking the opening back go the
 * other way round); a crash in between is repaired by the next call. Under the round's lock, so that a
 * slow call never undoes a later act.
 */
export async function syncBox(deps: Deps, roundId: string): Promise<void> {
  await transact(deps.db, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (round !== null) await follow(deps, round);
    return { ok: true };
  });
}

/** At the start of a server, and now and then: every round in hand; one that fails keeps no other from it. */
export async function syncBoxStates(deps: Deps): Promise<void> {
  const failures: unknown[] = [];
  for (const roundId of await readRoundsInHand(deps.db)) {
    await syncBox(deps, roundId).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some boxes do not follow their rounds.');
}

async function follow(deps: Deps, round: RoundRecord): Promise<void> {
  const { boxSql, keys } = deps;
  switch (round.state) {
    case 'prepared':
      await removeBox(boxSql, round.id);
      if (round.manifest === null) await destroyRoundKeys(keys, round.id);
      return;
    case 'armed':
      return setUpBox(deps, round);
    case 'open':
      await setUpBox(deps, round);
      await openBox(boxSql, round.id);
      return;
    case 'closed':
    case 'confirmed':
      await closeBox(boxSql, round.id);
      return destroyCapsuleKey(keys, round.id);
    case 'frozen':
    case 'tallied':
    case 'certified':
      if ((await readBoxRound(boxSql, round.id))?.state === 'closed') await freezeBox(boxSql, round.id);
      return destroyRoundKeys(keys, round.id);
    case 'void':
      await voidBox(boxSql, round.id);
      return destroyRoundKeys(keys, round.id);
  }
}

async function setUpBox({ boxSql, keys }: Deps, round: RoundRecord): Promise<void> {
  if (round.manifest === null || (await readBoxRound(boxSql, round.id)) !== null) return;
  const stamp = await stampKey(keys, round.id);
  if (stamp === null) throw new Error(`The stamp key of round ${round.id} is gone.`);
  await prepareBox(boxSql, {
    roundId: round.id,
    manifestHash: Buffer.from(round.manifest.hash, 'hex'),
    paperKey: stamp.modulus,
    scrutineers: round.scrutineers.length,
    threshold: round.congress.method.box.t,
    options: round.candidates.length,
  });
}
