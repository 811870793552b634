import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { MOST_COLUMNS } from './sheet.ts';
import type { SheetRead, SheetRow } from './sheet.ts';

const record = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });
type Record = z.infer<typeof record>;
/** Characters that no text of an office program holds: a picture or a program with another name. */
const BINARY = new RegExp('[\\u0000-\\u0008\\u000E-\\u001A\\u001C-\\u001F]');
const PDF = '%PDF-';
/** A title may stand above the lines that show the separator. */
const SEPARATOR_WITHIN_LINES = 12;

/** A text table: the separator is the comma, or the tab or semicolon where the first lines have more of it. */
export function readCsv(file: Uint8Array, mostRows: number): SheetRead {
  const text = decode(file);
  if (text === null) return { ok: false, why: file.includes(0) ? 'not-a-sheet' : 'unknown-characters' };
  if (text.trim() === '') return { ok: false, why: 'empty' };
  if (BINARY.test(text) || text.startsWith(PDF)) return { ok: false, why: 'not-a-sheet' };
  if (/^\s*</.test(text)) return { ok: false, why: 'web-page' };
  try {
    const delimiter = separatorOf(text);
    const parsed: unknown = parse(formulasQuoted(text, delimiter), {
      trim: true, skip_empty_lines: true, relax_column_count: true, info: true, to: mostRows + 1, delimiter,
    });
    const filled = z.array(record).parse(parsed).filter((row) => row.record.some((cell) => cell.trim() !== ''));
    const wider = filled.some((row) => row.record.slice(MOST_COLUMNS).some((cell) => cell.trim() !== ''));
    return { ok: true, sheet: { format: 'csv', name: null, hiddenSheets: [], otherSheets: [], rows: filled.map(rowOf), wider } };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, why: 'quotes', line: typeof error['lines'] === 'number' ? error['lines'] : 1 };
  }
}

/** An office program that opens the text takes what begins with = for a formula. */
function rowOf({ record: cells, info }: Record): SheetRow {
  const texts = cells.slice(0, MOST_COLUMNS).map((cell) => cell.trim());
  const formulas = texts.flatMap((text, column) => (text.startsWith('=') ? [[column, 'formula'] as const] : []));
  return { line: info.lines, cells: texts, hidden: false, flaws: new Map(formulas) };
}

/** No cell of a table is longer; a line of nothing but quotes is no formula. */
const LONGEST_FORMULA = 4_000;

/**
 * Quotes cells such as ="001", a spreadsheet's own trick for keeping zeros, which stand bare in the text: they are read as
 * the formulas that they are, and every other quote stays as strict as before. Quoted cells are passed over whole.
 */
function formulasQuoted(text: string, delimiter: string): string {
  const bare = new RegExp(`"[^"]*"|(?<=^|[${delimiter}\\r\\n])[ \\t]*(=(?:"[^"\\r\\n]*"|[^"${delimiter}\\r\\n]){1,${LONGEST_FORMULA}})`, 'g');
  return text.replace(bare, (all, formula: string | undefined) => (formula?.includes('"') === true ? `"${formula.trimEnd().replaceAll('"', '""')}"` : all));
}

/** UTF-16 by its mark, else UTF-8 where it is that throughout, else GB18030, which Chinese offices' programs still write. */
function decode(file: Uint8Array): string | null {
  const [first, second] = file;
  const encodings = first === 0xff && second === 0xfe ? ['utf-16le'] : first === 0xfe && second === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      // the next one
    }
  }
  return null;
}

function separatorOf(text: string): string {
  const lines = text.slice(0, 64 * 1024).split(/\r\n|\r|\n/, SEPARATOR_WITHIN_LINES);
  const count = (separator: string) => lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0);
  return [',', '\t', ';'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
