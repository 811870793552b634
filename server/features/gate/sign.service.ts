import type { z } from 'zod';
import type { signFile } from '#shared/contract/round.ts';
import { demand, firstRefusal } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import type { Transaction } from '../../db/client.ts';
import type { RoundRecord, ScrutineerRecord } from '../../db/round-record.ts';
import { readRound } from '../../db/round.repository.ts';
import { addSignature } from '../../db/signature.repository.ts';
import type { Deps } from '../../deps.ts';
import { actOnRound, scrutineerOf } from '../../round/act.ts';
import type { Shown } from '../../round/act.ts';
import { fileHash, signedBy } from '../../round/facts.ts';
import { isFileSigned } from '../../round/signature.ts';
import { moveOn } from '../../round/move-on.ts';
import { checkSignable } from './signable.ts';

type Signature = z.infer<typeof signFile.body>['signatures'][number];

/** One or two files signed in one act: every signature is good and takes effect, or none does. */
export function signFiles(deps: Deps, caller: SignedInCaller, roundId: string, signatures: readonly Signature[]): Promise<Shown | Refusal> {
  return actOnRound(deps, caller, roundId, async (tx, round) => {
    const found = scrutineerOf(round, caller);
    if (!found.ok) return found;
    for (const signature of signatures) {
      const signed = await signOne(tx, roundId, found.scrutineer, signature);
      if (!signed.ok) return signed;
    }
    return { ok: true, act: 'sign', detail: signatures.map(({ file, hash }) => `${file} ${hash}`).join(', ') };
  });
}

async function signOne(tx: Transaction, roundId: string, signer: ScrutineerRecord, signature: Signature): Promise<{ ok: true } | Refusal> {
  // Read again for each file: the one before may have moved the round on.
  const round = await readRound(tx, roundId);
  if (round === null) return refuse('round-unknown');
  const checked = firstRefusal(checkSignable(round, signature.file), await checkSignature(round, signer, signature));
  if (!checked.ok) return checked;
  await addSignature(tx, {
    roundId,
    file: signature.file,
    hash: signature.hash,
    scrutineerId: signer.id,
    sig: new Uint8Array(Buffer.from(signature.sig, 'base64url')),
    signedBy: signer.name,
  });
  return moveOn(tx, roundId, signature.file);
}

/** The right bytes, not signed before, by this scrutineer's own key. */
async function checkSignature(round: RoundRecord, signer: ScrutineerRecord, { file, hash, sig }: Signature): Promise<Verdict> {
  if (fileHash(round, file) !== hash) return refuse('bad-signature', { field: 'hash' });
  if (signedBy(round, file).includes(signer.position)) return refuse('already-signed');
  return demand(await isFileSigned(round, signer, file, sig), 'bad-signature', { field: 'sig' });
}
