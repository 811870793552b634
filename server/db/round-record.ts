import { z } from 'zod';
import { method } from '#shared/contract/congress.ts';
import type { RoundSummary, profile } from '#shared/contract/congress.ts';
import type { signedFile } from '#shared/contract/round.ts';
import type { CongressState } from '#shared/domain/congress.ts';
import type { HandCount } from '#shared/domain/hand-count.ts';
import type { Method } from '#shared/domain/method.ts';
import type { RoundKind } from '#shared/domain/next-round.ts';
import type { PrintedRegister } from '#shared/domain/printed.ts';
import type { RoundState } from '#shared/domain/round.ts';
import type { Prisma } from './generated/client.ts';
import { roundSummary } from './round-summary.ts';

/** Everything about a round that its acts and its view ask for, ballots apart. */
export type RoundRecord = {
  readonly id: string;
  /** As everyone may see it. */
  readonly summary: RoundSummary;
  readonly number: number;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly parent: { readonly id: string; readonly outcomeHash: string | null } | null;
  /** Texts of the certified outcomes of the chain before this round, the first round's first. */
  readonly earlierOutcomes: readonly string[];
  readonly places: number;
  readonly candidates: readonly number[];
  readonly manifest: { readonly document: string; readonly hash: string } | null;
  readonly summoned: number | null;
  readonly armedAt: Date | null;
  readonly headCount: number | null;
  readonly headCountReason: string | null;
  readonly openedAt: Date | null;
  readonly closesAt: Date | null;
  readonly closedAt: Date | null;
  readonly countReport: string | null;
  readonly certifiedAt: Date | null;
  /** Fixed when opening started; null before. */
  readonly openingSet: readonly number[] | null;
  readonly congress: CongressRecord;
  readonly scrutineers: readonly ScrutineerRecord[];
  readonly signatures: readonly SignatureRecord[];
  readonly certifications: readonly { readonly hash: string; readonly by: string }[];
  readonly declines: readonly DeclineRecord[];
  readonly rulings: readonly RulingRecord[];
  readonly objections: readonly { readonly by: string; readonly text: string; readonly enteredAt: Date }[];
  readonly treeHead: { readonly document: string; readonly hash: string; readonly size: number; readonly serverSignature: Uint8Array } | null;
  /** Manifest numbers of those whose keys lie here for the others. */
  readonly released: readonly number[];
  readonly board: { readonly id: string; readonly document: string; readonly hash: string } | null;
  readonly outcome: { readonly document: string; readonly hash: string; readonly final: boolean } | null;
  /** What the hall counted by hand; null for a round with a box. */
  readonly handCount: HandCount | null;
  /** The register of printed ballots on which two people agreed; null before, and where there are none. */
  readonly printedTotal: (PrintedRegister & { readonly issued: number; readonly countedBy: readonly string[] }) | null;
};

export type CongressRecord = {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly year: number;
  readonly profile: z.infer<typeof profile>;
  readonly rehearsal: boolean;
  readonly state: CongressState;
  readonly method: Method;
  /** Adoptions that stand. */
  readonly methodAdopted: boolean;
  readonly scrutineersAdopted: boolean;
};

/** A scrutineer with a number on the manifest. */
export type ScrutineerRecord = {
  readonly id: string;
  readonly delegateId: string;
  readonly position: number;
  readonly name: string;
  readonly chief: boolean;
  readonly sign: Uint8Array | null;
  /** Public box key of this round with its signature. */
  readonly box: { readonly key: Uint8Array; readonly sig: Uint8Array } | null;
};

export type SignedFile = z.infer<typeof signedFile>;
export type SignatureRecord = {
  readonly file: SignedFile;
  readonly hash: string;
  readonly position: number;
  readonly sig: Uint8Array;
  readonly at: Date;
};
export type DeclineRecord = {
  readonly gate: SignedFile;
  readonly position: number;
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
};
export type RulingRecord = {
  readonly id: string;
  readonly kind: 'void' | 'tie' | 'shortfall';
  readonly text: string;
  readonly by: string;
  readonly reason: string;
  readonly selected: readonly number[];
  readonly document: string;
  readonly enteredAt: Date;
  readonly effectiveAt: Date | null;
};

const CONGRESS_PARTS = {
  adoptions: { where: { carried: true, supersededAt: null } },
  scrutineers: { where: { position: { not: null } }, orderBy: { position: 'asc' }, include: { delegate: true, boxKeys: true } },
} satisfies Prisma.CongressInclude;

/** What a round is read with. */
export const ROUND_PARTS = {
  parent: { include: { outcome: { select: { hash: true } } } },
  congress: { include: CONGRESS_PARTS },
  certifications: { orderBy: { signedAt: 'asc' }, include: { scrutineer: { select: { position: true } } } },
  declines: { orderBy: { declinedAt: 'asc' }, include: { scrutineer: { include: { delegate: true } } } },
  rulings: { where: { withdrawnAt: null }, orderBy: { enteredAt: 'asc' } },
  objections: { orderBy: { enteredAt: 'asc' } },
  treeHead: true,
  releases: { select: { fromPosition: true } },
  boards: { where: { withdrawnAt: null } },
  outcome: true,
  printedTotal: true,
} satisfies Prisma.RoundInclude;

export type RoundRow = Prisma.RoundGetPayload<{ include: typeof ROUND_PARTS }>;

const handCount = z.object({
  issued: z.int(),
  received: z.int(),
  abstained: z.int(),
  invalid: z.int(),
  counts: z.array(z.object({ number: z.int(), votes: z.int() })),
});

/** The record of a row; stored JSON is parsed, never trusted. */
export function roundRecord(row: RoundRow, rounds: readonly ChainLink[]): RoundRecord {
  const { manifest, manifestHash } = row;
  return {
    ...row,
    summary: roundSummary(row),
    kind: row.kind === 'second_round' ? 'second-round' : row.kind,
    parent: row.parent === null ? null : { id: row.parent.id, outcomeHash: row.parent.outcome?.hash ?? null },
    earlierOutcomes: chainBefore(row.parentId, rounds),
    manifest: manifest === null || manifestHash === null ? null : { document: manifest, hash: manifestHash },
    openingSet: row.openingStartedAt === null ? null : row.openingSet,
    congress: congressRecord(row.congress),
    scrutineers: row.congress.scrutineers.flatMap((one) => scrutineerRecord(one, row.id)),
    signatures: row.certifications.flatMap(signatureRecord),
    certifications: row.certifications.filter((one) => one.accountId !== null).map(({ hash, signedBy }) => ({ hash, by: signedBy })),
    declines: row.declines.map(({ gate, reason, scrutineer, declinedAt }) => ({
      gate,
      reason,
      at: declinedAt,
      position: scrutineer.position ?? 0,
      name: scrutineer.delegate.name,
    })),
    released: [...new Set(row.releases.map((release) => release.fromPosition))].sort((a, b) => a - b),
    board: row.boards[0] ?? null,
    handCount: row.handCount === null ? null : handCount.parse(row.handCount),
  };
}

/** A round as a link of the chain that parents make. */
export type ChainLink = { readonly id: string; readonly parentId: string | null; readonly outcome: { readonly document: string } | null };

function chainBefore(parentId: string | null, rounds: readonly ChainLink[]): string[] {
  const parent = rounds.find((round) => round.id === parentId);
  if (parent === undefined) return [];
  return [...chainBefore(parent.parentId, rounds), ...(parent.outcome === null ? [] : [parent.outcome.document])];
}

function congressRecord(row: RoundRow['congress']): CongressRecord {
  const adopted = new Set(row.adoptions.map((adoption) => adoption.subject));
  return {
    ...row,
    method: method.parse(row.method),
    methodAdopted: adopted.has('method'),
    scrutineersAdopted: adopted.has('scrutineers'),
  };
}

function scrutineerRecord(row: RoundRow['congress']['scrutineers'][number], roundId: string): ScrutineerRecord[] {
  if (row.position === null) return [];
  const key = row.boxKeys.find((one) => one.roundId === roundId);
  const { id, delegateId, position, chief, sign } = row;
  return [{ id, delegateId, position, chief, sign, name: row.delegate.name, box: key === undefined ? null : { key: key.box, sig: key.sig } }];
}

function signatureRecord(row: RoundRow['certifications'][number]): SignatureRecord[] {
  const position = row.scrutineer?.position ?? null;
  if (position === null || row.sig === null) return [];
  return [{ file: row.file, hash: row.hash, position, sig: row.sig, at: row.signedAt }];
}
