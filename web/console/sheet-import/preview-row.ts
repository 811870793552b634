import type { SheetProblem, SheetSource } from '#shared/contract/sheet-file.ts';
import type { Language } from '#web/text/language.ts';

export const ROW_KINDS = ['problem', 'warning', 'missing', 'changed', 'added', 'same'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** One line of what a file would do, or of what is wrong with it. */
export type PreviewRow = {
  readonly key: string;
  readonly kind: RowKind;
  /** Row of the file and letters of the column; null where it is not about one. */
  readonly line: number | null;
  readonly column: string | null;
  /** Whom or what it is about. */
  readonly what: string;
  readonly says: string;
};

/** What keeps the file back first, then what to look at, then what would be done. */
export function inOrder(rows: readonly PreviewRow[]): readonly PreviewRow[] {
  return rows.toSorted((a, b) => ROW_KINDS.indexOf(a.kind) - ROW_KINDS.indexOf(b.kind) || (a.line ?? 0) - (b.line ?? 0));
}

export function problemRows(problems: readonly SheetProblem[], source: SheetSource, language: Language): readonly PreviewRow[] {
  return problems.map(({ line, column, field, warning, message }, index) => ({
    key: `problem-${String(index)}`, kind: warning ? 'warning' : 'problem', line, column, what: source.columns[field] ?? '', says: message[language],
  }));
}

export function countOf(rows: readonly PreviewRow[], kind: RowKind): number {
  return rows.filter((row) => row.kind === kind).length;
}
