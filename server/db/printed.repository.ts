import { z } from 'zod';
import type { CountEntry, KeyedSheet, Person, PrintedRegister, SheetRuling } from '#shared/domain/printed.ts';
import type { Database, Handle, Transaction } from './client.ts';

/** Printed ballots: handed out, counted folded, keyed, and the blinded papers that stand for them. */

/** Printed ballots that were handed out in a round. */
export async function countPrinted(db: Handle, roundId: string): Promise<number> {
  return db.paperIssue.count({ where: { roundId, printed: true } });
}

/** The one paper of a delegate in a round: false where one was drawn or handed out already. */
export async function insertPrintedIssue(
  tx: Transaction,
  issue: { readonly roundId: string; readonly no: number; readonly sig: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const { count } = await tx.paperIssue.createMany({ data: [{ ...issue, printed: true }], skipDuplicates: true });
  return count === 1;
}

export type NamedCount = CountEntry & { readonly name: string };

export async function readCounts(db: Handle, roundId: string): Promise<readonly NamedCount[]> {
  const rows = await db.printedCount.findMany({ where: { roundId }, orderBy: { name: 'asc' } });
  return rows.map(({ personId, role, name, printed, spoiled, unused, returned }) => ({
    by: { id: personId, role }, name, printed, spoiled, unused, returned,
  }));
}

/** A person's numbers take the place of those entered before. */
export async function putCount(tx: Transaction, roundId: string, { by, name, printed, spoiled, unused, returned }: NamedCount): Promise<void> {
  const numbers = { role: by.role, name, printed, spoiled, unused, returned };
  await tx.printedCount.upsert({
    where: { roundId_personId: { roundId, personId: by.id } },
    create: { roundId, personId: by.id, ...numbers },
    update: numbers,
  });
}

/** The register on which two people agreed. */
export async function addTotal(
  tx: Transaction,
  total: PrintedRegister & { readonly roundId: string; readonly issued: number; readonly countedBy: string[] },
): Promise<void> {
  await tx.printedTotal.create({ data: total });
}

const keyedSheets = z.array(z.object({ marks: z.array(z.int()), doubtful: z.boolean() }));

export type Keying = { readonly by: Person; readonly name: string; readonly sheets: readonly KeyedSheet[] };

/** At most two, by their place. */
export async function readKeyings(db: Handle, roundId: string): Promise<readonly Keying[]> {
  const rows = await db.printedKeying.findMany({ where: { roundId }, orderBy: { place: 'asc' } });
  return rows.map(({ personId, role, name, sheets }) => ({ by: { id: personId, role }, name, sheets: keyedSheets.parse(sheets) }));
}

/** The first or second keying, or the first one again by the same person. */
export async function putKeying(tx: Transaction, roundId: string, place: 1 | 2, { by, name, sheets }: Keying): Promise<void> {
  const data = { role: by.role, name, place, sheets: sheets.map((sheet) => ({ marks: [...sheet.marks], doubtful: sheet.doubtful })) };
  await tx.printedKeying.upsert({
    where: { roundId_personId: { roundId, personId: by.id } },
    create: { roundId, personId: by.id, ...data },
    update: data,
  });
}

/** The pile is keyed again from the start. */
export async function removeKeyings(tx: Transaction, roundId: string): Promise<void> {
  await tx.printedKeying.deleteMany({ where: { roundId } });
  await tx.printedRuling.deleteMany({ where: { roundId } });
  await tx.printedPaper.deleteMany({ where: { roundId } });
}

export type NamedRuling = SheetRuling & { readonly reason: string; readonly ruledBy: string };

export async function readSheetRulings(db: Handle, roundId: string): Promise<readonly NamedRuling[]> {
  return db.printedRuling.findMany({
    where: { roundId },
    orderBy: { sheet: 'asc' },
    select: { sheet: true, valid: true, marks: true, reason: true, ruledBy: true },
  });
}

export async function putSheetRuling(tx: Transaction, roundId: string, { sheet, valid, marks, reason, ruledBy }: NamedRuling): Promise<void> {
  const data = { valid, marks: [...marks], reason, ruledBy };
  await tx.printedRuling.upsert({ where: { roundId_sheet: { roundId, sheet } }, create: { roundId, sheet, ...data }, update: data });
}

/**
 * What was keyed is the sub-total of the few who used paper: it goes when the box is frozen, and with a void round.
 * The rulings stay with their reasons, without the marks.
 */
export async function forgetMarks(tx: Transaction, roundId: string): Promise<void> {
  await tx.printedKeying.deleteMany({ where: { roundId } });
  await tx.printedRuling.updateMany({ where: { roundId }, data: { marks: [] } });
}

/** Deleted rows stay on the disk until they are swept; outside of any transaction. */
export async function sweepMarks(db: Database): Promise<void> {
  await db.$executeRaw`VACUUM printed_keying, printed_ruling`;
}

export type PrintedPaper = {
  /** 384 bytes */
  readonly blindedMessage: Uint8Array;
  readonly chiefSig: Uint8Array;
  readonly secondPosition: number | null;
  readonly secondSig: Uint8Array | null;
};

/** In ascending order of the blinded message, which says nothing of the pile. */
export async function readPapers(db: Handle, roundId: string): Promise<readonly PrintedPaper[]> {
  return db.printedPaper.findMany({
    where: { roundId },
    orderBy: { blindedMessage: 'asc' },
    select: { blindedMessage: true, chiefSig: true, secondPosition: true, secondSig: true },
  });
}

export type NewPaper = { readonly blindedMessage: Uint8Array<ArrayBuffer>; readonly chiefSig: Uint8Array<ArrayBuffer> };

/** Papers made anew take the place of those before, with their signatures. */
export async function replacePapers(tx: Transaction, roundId: string, papers: readonly NewPaper[]): Promise<void> {
  await tx.printedPaper.deleteMany({ where: { roundId } });
  await tx.printedPaper.createMany({ data: papers.map((paper) => ({ ...paper, roundId })) });
}

export async function signPaper(
  tx: Transaction,
  roundId: string,
  blindedMessage: Uint8Array<ArrayBuffer>,
  by: { readonly secondPosition: number; readonly secondSig: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await tx.printedPaper.update({ where: { roundId_blindedMessage: { roundId, blindedMessage } }, data: by });
}
