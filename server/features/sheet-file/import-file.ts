import { createHash } from 'node:crypto';
import type { ErrorBody } from '#shared/contract/error.ts';
import type { SheetProblem, SheetSource } from '#shared/contract/sheet-file.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import type { Transaction } from '../../db/client.ts';
import { announceChange } from '../../db/event.repository.ts';
import { readSheetApart } from '../../sheet/read-apart.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { problem, unreadable } from '../../sheet/sheet-text.ts';
import { ROWS_ABOVE } from '../../sheet/table.ts';
import type { Table } from '../../sheet/table.ts';

/** A refusal that lists the rows it is about. */
export type RefusedFile = Refusal & { readonly rows?: NonNullable<ErrorBody['rows']> };
export type BadFile = 'bad-roll-file' | 'bad-project-file';

/** Longer lists are read by nobody, and a file of nothing but faults would make one of megabytes. */
const MOST_PROBLEMS = 1_000;

/** Reads an uploaded file, in base64. Refuses the code with the reason as its one row, and busy. */
export async function openFile(file: string, mostRows: number, code: BadFile): Promise<{ readonly ok: true; readonly sheet: Sheet } | RefusedFile> {
  const opened = await readSheetApart(new Uint8Array(Buffer.from(file, 'base64')), mostRows + ROWS_ABOVE);
  if (!opened.ok) return opened;
  const { read } = opened;
  if (read.ok) return { ok: true, sheet: read.sheet };
  return { ...refuse(code), rows: [rowOf(unreadable(read.why, read.line))] };
}

/** The refusal of a file that has anything but warnings. */
export function refuseBad(problems: readonly SheetProblem[], code: BadFile): RefusedFile | null {
  const bad = problems.filter(({ warning }) => !warning);
  if (bad.length === 0) return null;
  return { ...refuse(code, { figures: { rows: new Set(bad.map(({ line }) => line)).size } }), rows: shownProblems(bad).map(rowOf) };
}

function rowOf({ line, field, message }: SheetProblem): NonNullable<ErrorBody['rows']>[number] {
  return { line, field, message };
}

/** In the order of the rows, what keeps the file back before warnings where there are too many for one list. */
export function shownProblems(problems: readonly SheetProblem[]): SheetProblem[] {
  const byWeight = problems.toSorted((a, b) => Number(a.warning) - Number(b.warning) || a.line - b.line);
  const shown = byWeight.slice(0, MOST_PROBLEMS).toSorted((a, b) => a.line - b.line);
  const more = problems.length - shown.length;
  return more === 0 ? shown : [...shown, { ...problem({ line: shown.at(-1)?.line ?? 1, column: null }, 'file', 'more-problems', { more }), warning: byWeight[MOST_PROBLEMS]?.warning ?? true }];
}

export function sourceOf<F extends string>(sheet: Sheet, { columns, ignored, rows }: Table<F>): SheetSource {
  const headers = Object.fromEntries([...columns].map(([field, { header }]) => [field, header]));
  return { format: sheet.format, sheet: sheet.name, columns: headers, ignored: [...ignored], rows: rows.length };
}

/** Hex SHA-256: two previews with the same one would do the same. */
export function digestOf(plan: unknown): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

export async function tell(tx: Transaction, caller: SignedInCaller, act: 'roll imported' | 'projects imported', detail: string): Promise<void> {
  await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail });
  await announceChange(tx, caller.congressId, act === 'roll imported' ? 'roll' : 'congress');
}
