import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import type { FileSignature } from '#shared/ballot-paper/signed-file.ts';
import { inHallAt } from '#shared/domain/attendance.ts';
import type { Gate, GateFacts } from '#shared/domain/certification.ts';
import type { Handle } from '../db/client.ts';
import type { RoundRecord, SignedFile } from '../db/round-record.ts';
import { readStays } from '../db/stay.repository.ts';

/** Hex SHA-256 of a file of the round as it stands; null while there is none. */
export function fileHash(round: RoundRecord, file: SignedFile): string | null {
  switch (file) {
    case 'manifest':
      return round.manifest?.hash ?? null;
    case 'count':
      return round.countReport === null ? null : toHex(sha256(utf8(round.countReport)));
    case 'sth':
      return round.treeHead?.hash ?? null;
    case 'board':
      return round.board?.hash ?? null;
    case 'outcome':
      return round.outcome?.hash ?? null;
  }
}

/** Manifest numbers of those whose signatures lie on the file as it stands, in the order of signing. */
export function signedBy(round: RoundRecord, file: SignedFile): readonly number[] {
  const hash = fileHash(round, file);
  return round.signatures.filter((one) => one.file === file && one.hash === hash).map((one) => one.position);
}

/** Every scrutineer's signature on a file as it stands, in the order of signing. */
export function standingSignatures(round: RoundRecord): RoundRecord['signatures'] {
  return round.signatures.filter((one) => one.hash === fileHash(round, one.file));
}

/** The signatures on the file as it stands, by manifest number. */
export function fileSignatures(round: RoundRecord, file: SignedFile): readonly FileSignature[] {
  const hash = fileHash(round, file);
  return round.signatures
    .filter((one) => one.file === file && one.hash === hash)
    .map((one) => ({ i: one.position, sig: new Uint8Array(one.sig) }))
    .sort((a, b) => a.i - b.i);
}

/** The tally clerk's certification of the outcome as it stands; null while there is none. */
export function certifiedBy(round: RoundRecord): string | null {
  return round.certifications.find((one) => one.hash === round.outcome?.hash)?.by ?? null;
}

/** What a gate asks: who is there, who signed, who declined. */
export async function gateFacts(db: Handle, round: RoundRecord, gate: Gate): Promise<GateFacts> {
  const inHall = inHallAt(await readStays(db, round.congress.id), Date.now());
  const positions = (of: RoundRecord['scrutineers']) => of.map((one) => one.position);
  return {
    signatures: round.congress.method.signatures,
    t: round.congress.method.box.t,
    chief: round.scrutineers.find((one) => one.chief)?.position ?? 0,
    scrutineers: positions(round.scrutineers),
    present: positions(round.scrutineers.filter((one) => inHall.has(one.delegateId))),
    signedBy: signedBy(round, gate),
    declines: round.declines.filter((one) => one.gate === gate),
    tallyClerkCertified: certifiedBy(round) !== null,
  };
}

/** A ruling that waits for the chief's signature. */
export function pendingRuling(round: RoundRecord) {
  return round.rulings.find((ruling) => ruling.effectiveAt === null) ?? null;
}

/** The ruling on a tie or a shortfall that has taken effect. */
export function effectiveRuling(round: RoundRecord) {
  return round.rulings.find((ruling) => ruling.kind !== 'void' && ruling.effectiveAt !== null) ?? null;
}
