import type { Transaction } from './client.ts';
import type { SignedFile } from './round-record.ts';

export type NewSignature = {
  readonly roundId: string;
  readonly file: SignedFile;
  readonly hash: string;
  readonly scrutineerId: string;
  readonly sig: Uint8Array<ArrayBuffer>;
  readonly signedBy: string;
};

/** A scrutineer's signature, never changed; signing the same bytes again adds nothing. */
export async function addSignature(tx: Transaction, signature: NewSignature): Promise<void> {
  await tx.certification.createMany({ data: [signature], skipDuplicates: true });
}

/** The tally clerk's certification of an outcome. */
export async function addCertification(
  tx: Transaction,
  certification: { readonly roundId: string; readonly hash: string; readonly accountId: string; readonly signedBy: string },
): Promise<void> {
  await tx.certification.create({ data: { ...certification, file: 'outcome' } });
}

/** A decline takes the place of an earlier one of the same scrutineer at the same gate. */
export async function putDecline(
  tx: Transaction,
  decline: { readonly roundId: string; readonly gate: SignedFile; readonly scrutineerId: string; readonly reason: string },
): Promise<void> {
  const { roundId, gate, scrutineerId, reason } = decline;
  await tx.decline.upsert({
    where: { roundId_gate_scrutineerId: { roundId, gate, scrutineerId } },
    create: decline,
    update: { reason, declinedAt: new Date() },
  });
}

/** Declines of a file that no longer stands; the audit log keeps them. */
export async function removeDeclines(tx: Transaction, roundId: string, gate: SignedFile): Promise<void> {
  await tx.decline.deleteMany({ where: { roundId, gate } });
}
