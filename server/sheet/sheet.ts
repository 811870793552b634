import { z } from 'zod';

/** Why a cell cannot be taken at its word. */
export const FLAWS = [
  'formula', // worked out by a formula: never evaluated here
  'merged', // part of merged cells
  'error', // shows #N/A, #REF! and the like
] as const;

const sheetRow = z.object({
  /** As the office program numbers it, from 1; in a text file the line. */
  line: z.int(),
  /** Trimmed; an empty cell is ''. */
  cells: z.array(z.string()),
  /** Hidden in the program, by hand or by a filter. */
  hidden: z.boolean(),
  /** Column, from 0 -> its flaw; columns that are not named are sound. */
  flaws: z.map(z.int(), z.enum(FLAWS)),
});

/**
 * A table that somebody made in an office program, as its reader would see it: texts in rows, and what of it cannot be
 * taken at its word.
 */
export const sheet = z.object({
  format: z.enum(['xlsx', 'csv']),
  /** Name of the sheet that was read; null for a text file. */
  name: z.nullable(z.string()),
  /** Rows in which something stands; one more than asked for where there are more. */
  rows: z.array(sheetRow),
  hiddenSheets: z.array(z.string()),
  /** Visible sheets that were not read. */
  otherSheets: z.array(z.string()),
  /** Something stands right of the last column that is read. */
  wider: z.boolean(),
});
export type Sheet = z.infer<typeof sheet>;
export type SheetRow = Sheet['rows'][number];

/** Why a file cannot be read as a table at all. */
export const UNREADABLE = [
  'empty',
  'not-a-sheet',
  'web-page', // HTML or XML under the name of a spreadsheet, as many programs export it
  'old-excel', // .xls and .et: another format
  'locked', // encrypted with a password
  'damaged',
  'too-large-inside', // a small file that unfolds to a large one, or takes too long to read
  'no-visible-sheet',
  'quotes',
  'unknown-characters',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

export const sheetRead = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), sheet }),
  z.object({ ok: z.literal(false), why: z.enum(UNREADABLE), line: z.optional(z.int()) }),
]);
export type SheetRead = z.infer<typeof sheetRead>;

/** No office's table is wider; thousands of columns are somebody's trick, or formats without content. */
export const MOST_COLUMNS = 100;
