import type { z } from 'zod';
import type { enterRuling as enterRulingEndpoint } from '#shared/contract/round.ts';
import { voidRound } from '#shared/domain/round-void.ts';
import { ALLOWED } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import type { Transaction } from '../../db/client.ts';
import { forgetMarks } from '../../db/printed.repository.ts';
import { dropCapsules } from '../../db/roll-entry.repository.ts';
import type { RoundRecord, RulingRecord } from '../../db/round-record.ts';
import { changeRound } from '../../db/round.repository.ts';
import * as rulings from '../../db/ruling.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound, scrutineerOf } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { effectiveRuling } from '../../round/facts.ts';
import { checkOutcomeRuling, writeOutcome } from '../../round/outcome.ts';
import { rulingDocument } from '../../round/ruling-document.ts';
import { isRulingSigned } from '../../round/signature.ts';

type NewRuling = z.infer<typeof enterRulingEndpoint.body>;

/** The chair's ruling as the clerk enters it; it waits for the chief scrutineer's signature. */
export function enterRuling(deps: Deps, caller: SignedInCaller, roundId: string, ruling: NewRuling): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const checked = checkRuling(round, ruling);
    if (!checked.ok) return checked;
    const document = rulingDocument(round, ruling);
    const added = await rulings.addRuling(tx, { roundId, ...ruling, document });
    return added.ok ? { ok: true, act: `enter ruling (${ruling.kind})` as const, detail: `${ruling.by}: ${ruling.text}` } : added;
  });
}

export function withdrawRuling(deps: Deps, caller: SignedInCaller, roundId: string, rulingId: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const found = waiting(round, rulingId);
    if (!found.ok) return found;
    await rulings.withdrawRuling(tx, rulingId);
    return { ok: true, act: `withdraw ruling (${found.ruling.kind})` as const, detail: found.ruling.text };
  });
}

/** The chief signs: the ruling takes effect in the same transaction. */
export function signRuling(deps: Deps, caller: SignedInCaller, roundId: string, rulingId: string, sig: string): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const signer = scrutineerOf(round, caller);
    if (!signer.ok) return signer;
    if (!signer.scrutineer.chief) return refuse('forbidden');
    const found = waiting(round, rulingId);
    if (!found.ok) return found;
    const { ruling } = found;
    if (!(await isRulingSigned(signer.scrutineer, ruling.document, sig))) return refuse('bad-signature', { field: 'sig' });
    const effect = ruling.kind === 'void' ? await voidByRuling(tx, round, ruling) : await decideByRuling(tx, round, ruling);
    if (!effect.ok) return effect;
    await rulings.signRuling(tx, rulingId, new Uint8Array(Buffer.from(sig, 'base64url')));
    return { ok: true, act: `sign ruling (${ruling.kind})` as const, detail: ruling.text };
  });
}

/** What can be known before the chief signs is said to the clerk at once. */
function checkRuling(round: RoundRecord, ruling: NewRuling): Verdict {
  if (ruling.kind === 'void') return voidMove(round, ruling);
  if (round.state !== 'tallied') return refuse('ruling-not-expected', { figures: { state: round.state } });
  if (effectiveRuling(round) !== null) return refuse('ruling-not-expected');
  return checkOutcomeRuling(round, ruling);
}

function voidMove(round: RoundRecord, ruling: NewRuling | RulingRecord) {
  return voidRound(round.state, { ruling, chiefSigned: true, openingStarted: round.openingSet !== null });
}

async function voidByRuling(tx: Transaction, round: RoundRecord, ruling: RulingRecord): Promise<Verdict> {
  const moved = voidMove(round, ruling);
  if (!moved.ok) return moved;
  await dropCapsules(tx, round.id);
  await forgetMarks(tx, round.id);
  await changeRound(tx, round.id, { state: moved.state, voidedAt: new Date(), closesAt: null });
  return ALLOWED;
}

async function decideByRuling(tx: Transaction, round: RoundRecord, ruling: RulingRecord): Promise<Verdict> {
  const checked = checkRuling(round, { ...ruling, selected: [...ruling.selected] });
  return checked.ok ? writeOutcome(tx, round, ruling) : checked;
}

function waiting(round: RoundRecord, rulingId: string): { readonly ok: true; readonly ruling: RulingRecord } | Refusal {
  const ruling = round.rulings.find((one) => one.id === rulingId);
  if (ruling === undefined) return refuse('not-found');
  return ruling.effectiveAt === null ? { ok: true, ruling } : refuse('already-signed');
}
