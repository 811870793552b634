import { z } from 'zod/mini';
import { congressId } from '../ids.ts';
import { projectInput } from './congress.ts';
import { endpoint } from './endpoint.ts';
import { count, hash } from './field.ts';
import { delegate, delegateNumber } from './roll.ts';

/** The largest file that is taken, in bytes: what it is, its content says, not its name. */
export const SHEET_FILE_BYTES = 8 * 1024 * 1024;
/** A file as base64 (RFC 4648 section 4, with padding). */
export const sheetFile = z.string().check(z.maxLength(Math.ceil(SHEET_FILE_BYTES / 3) * 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'base64'));
const inCongress = z.object({ congressId });

/** What a problem is about: a column that is read, or the table as a whole. */
export const sheetProblem = z.object({
  /** Row as the office program numbers it, from 1. */
  line: z.int(),
  /** Letters of the column; null where the whole row or file is meant. */
  column: z.nullable(z.string()),
  field: z.string(),
  /** A warning is shown and keeps nothing back. */
  warning: z.boolean(),
  message: z.object({ zh: z.string(), en: z.string() }),
});
export type SheetProblem = z.infer<typeof sheetProblem>;

const source = z.object({
  format: z.enum(['xlsx', 'csv']),
  /** The sheet that was read, in a workbook. */
  sheet: z.nullable(z.string()),
  /** Headers that were understood, as they stand in the file, by field. */
  columns: z.record(z.string(), z.string()),
  /** Headers that were left aside. */
  ignored: z.array(z.string()),
  /** Rows that were read below the header. */
  rows: count,
});
export type SheetSource = z.infer<typeof source>;

const rollLine = z.object({ number: delegateNumber, name: z.string(), delegation: z.string() });
const inFile = { line: z.int() };

export const rollPreview = z.object({
  source,
  /** In the order of the rows. Anything but warnings keeps the whole file back. */
  problems: z.array(sheetProblem),
  added: z.array(z.extend(rollLine, inFile)),
  changed: z.array(z.object({ ...inFile, before: rollLine, after: rollLine })),
  same: count,
  /** On the roll, not in the file: they stay unless they are struck. */
  missing: z.array(z.extend(rollLine, { letter: delegate.shape.letter, attendance: delegate.shape.attendance, scrutineer: z.boolean() })),
  /** Hex SHA-256 of what the import would do to the roll as it is now. */
  plan: hash,
});
export type RollPreview = z.infer<typeof rollPreview>;

export const previewRoll = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/delegates/import/preview',
  who: ['clerk'],
  summary: 'What a roll file (.xlsx or CSV, at most 8 MiB) would change, and every problem with its row; nothing is written',
  params: inCongress,
  body: z.object({ file: sheetFile }),
  response: rollPreview,
});

export const importRoll = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/delegates/import',
  who: ['clerk'],
  summary: 'Carries out what was previewed, all or nothing; refuses a file with problems, and a roll that changed since',
  params: inCongress,
  body: z.object({ file: sheetFile, plan: hash, strikeMissing: z.boolean() }),
  response: z.object({ added: count, changed: count, struck: count }),
});

export const projectsPreview = z.object({
  source,
  problems: z.array(sheetProblem),
  /** What the file holds, in official order. */
  projects: z.array(z.object({ ...inFile, change: z.enum(['added', 'changed', 'same']), project: projectInput })),
  /** Candidates that stand there and not in the file, told apart by number: they are removed. */
  removed: z.array(z.object({ number: z.int(), title: z.string() })),
  plan: hash,
});
export type ProjectsPreview = z.infer<typeof projectsPreview>;

export const previewProjects = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/projects/import/preview',
  who: ['clerk'],
  summary: 'What a file of candidate projects holds, and every problem with its row; nothing is written',
  params: inCongress,
  body: z.object({ file: sheetFile }),
  response: projectsPreview,
});

export const importProjects = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/projects/import',
  who: ['clerk'],
  summary: 'Puts the projects of the file in place of those that stand there, all or nothing; refuses projects that changed since the preview',
  params: inCongress,
  body: z.object({ file: sheetFile, plan: hash }),
  response: z.object({ projects: count }),
});

export const sheetTemplate = endpoint({
  method: 'GET',
  path: '/api/templates/:template',
  who: ['public'],
  summary: 'An empty .xlsx with the header that an import reads, in Chinese or, with ?language=en, in English',
  params: z.object({ template: z.enum(['roll.xlsx', 'projects.xlsx']) }),
  query: z.object({ language: z.optional(z.enum(['zh', 'en'])) }),
  response: 'file',
});
