import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { checkVoting } from '#shared/domain/congress.ts';
import { checkMarking } from '#shared/domain/method.ts';
import { firstRound } from '#shared/domain/next-round.ts';
import { discardManifest as discard } from '#shared/domain/round-arm.ts';
import { demand, firstRefusal } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import type { Transaction } from '../../db/client.ts';
import { readProjects } from '../../db/project.repository.ts';
import { addRollEntries, countIssued, readRollEntries, readRollKeys, removeRollEntries } from '../../db/roll-entry.repository.ts';
import type { NewRollEntry } from '../../db/roll-entry.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { removeDeclines } from '../../db/signature.repository.ts';
import { changeRound, readRound } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound, roundOf } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { writeManifest } from '../../round/manifest.ts';
import { fileSignatures } from '../../round/facts.ts';

/**
 * The signed description of a round: candidates, rule, method, roll and keys, as the same bytes for ever.
 * Keys are made under the round's lock, so that two clerks at once make one pair.
 */
export function makeManifest(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const checked = checkMakeable(round);
    if (!checked.ok) return checked;
    const roll = await takeRoll(tx, round);
    if (!roll.ok) return roll;
    const definition = await define(tx, round);
    const { document, hash } = await writeManifest(deps, { ...round, ...definition }, roll.entries, await readProjects(tx, round.congress.id));
    await addRollEntries(tx, roundId, roll.entries);
    await changeRound(tx, roundId, {
      ...definition,
      manifest: document,
      manifestHash: hash,
      manifestMadeAt: new Date(),
      summoned: roll.entries.length,
    });
    return { ok: true, act: 'make manifest', detail: `${hash}, roll of ${String(roll.entries.length)}` };
  });
}

function checkMakeable(round: RoundRecord): Verdict {
  const { congress } = round;
  return firstRefusal(
    demand(round.manifest === null, 'manifest-exists'),
    demand(round.state === 'prepared', 'wrong-round-state', { figures: { state: round.state } }),
    checkVoting(congress.state),
    demand(congress.methodAdopted, 'not-adopted', { field: 'method' }),
    demand(congress.scrutineersAdopted, 'not-adopted', { field: 'scrutineers' }),
    demand(round.scrutineers.some((one) => one.chief), 'chief-missing'),
    demand(round.scrutineers.every((one) => one.sign !== null && one.box !== null), 'scrutineer-keys-missing'),
    checkMarking(congress.method.marking),
  );
}

/** Everyone on the roll with a valid letter, numbered in the order of the letter keys. Refuses letters-missing with their number. */
async function takeRoll(tx: Transaction, round: RoundRecord): Promise<{ ok: true; entries: readonly NewRollEntry[] } | Refusal> {
  const delegates = await readRollKeys(tx, round.congress.id);
  const withLetter = delegates.flatMap(({ delegateId, pk }) => (pk === null ? [] : [{ delegateId, pk }]));
  const missing = delegates.length - withLetter.length;
  if (missing > 0) return refuse('letters-missing', { figures: { missing } });
  const sorted = withLetter.sort((a, b) => Buffer.compare(a.pk, b.pk));
  return { ok: true, entries: sorted.map((entry, index) => ({ ...entry, no: index + 1 })) };
}

/** A first round takes candidates and places as they were adopted last; a later one keeps what its parent left. */
async function define(tx: Transaction, round: RoundRecord): Promise<{ candidates: number[]; places: number }> {
  if (round.parent !== null) return { candidates: [...round.candidates], places: round.places };
  const projects = await readProjects(tx, round.congress.id);
  const first = firstRound(projects.map((project) => project.number), round.congress.method.places);
  return { candidates: [...first.candidates], places: first.places };
}

/** Taken back for a roll change while no paper is drawn; signatures on it and declines lapse, its keys go, its box too. */
export function discardManifest(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    if (round.manifest === null) return refuse('manifest-unsigned');
    const moved = discard(round.state, await countIssued(tx, roundId));
    if (!moved.ok) return moved;
    await removeRollEntries(tx, roundId);
    await removeDeclines(tx, roundId, 'manifest');
    await changeRound(tx, roundId, {
      state: moved.state,
      manifest: null,
      manifestHash: null,
      manifestMadeAt: null,
      summoned: null,
      armedAt: null,
      headCount: null,
      headCountReason: null,
    });
    return { ok: true, act: 'discard manifest', detail: round.manifest.hash };
  });
}

/** The exact bytes, for everyone. */
export async function showManifest(deps: Deps, roundId: string) {
  const round = await readRound(deps.db, roundId);
  if (round === null) return refuse('round-unknown');
  if (round.manifest === null) return refuse('round-not-armed');
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { ok: true as const, value: Buffer.from(round.manifest.document), headers };
}

export async function showManifestSignatures(deps: Deps, roundId: string) {
  const round = await readRound(deps.db, roundId);
  if (round === null) return refuse('round-unknown');
  return { ok: true as const, value: fileSignatures(round, 'manifest').map(({ i, sig }) => ({ i, sig: toBase64url(sig) })) };
}

/** The roll of the manifest with names, for the scrutineers who check its hash. */
export async function showRoll(deps: Deps, caller: SignedInCaller, roundId: string) {
  const found = await roundOf(deps, caller, roundId);
  if (!found.ok) return found;
  const entries = await readRollEntries(deps.db, roundId);
  const value = entries.map(({ no, pk, delegate }) => ({ no, pk: Buffer.from(pk).toString('base64url'), ...delegate }));
  return { ok: true as const, value };
}
