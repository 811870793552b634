import type { SheetRead } from './sheet.ts';
import { numberFormat } from './number-format.ts';
import type { NumberFormat } from './number-format.ts';
import { readXlsxRows } from './xlsx-rows.ts';
import { localName, walkXml } from './xml-walk.ts';
import { Damaged, Locked, TooLargeInside, openZip } from './zip.ts';
import type { Zip } from './zip.ts';

const WORKBOOK = 'xl/workbook.xml';

type Entry = { readonly name: string; readonly target: string; readonly hidden: boolean };

/**
 * The first visible sheet of an .xlsx workbook (ECMA-376, SpreadsheetML). Nothing in it is evaluated or fetched; only
 * the parts that say what cells show are unfolded, together to no more than `mostBytes`.
 */
export function readXlsx(file: Uint8Array, mostRows: number, mostBytes: number): SheetRead {
  try {
    const zip = openZip(file, mostBytes);
    return zip.has(WORKBOOK) ? readWorkbook(zip, mostRows) : { ok: false, why: zip.has('EncryptedPackage') ? 'locked' : 'not-a-sheet' };
  } catch (error) {
    if (error instanceof TooLargeInside) return { ok: false, why: 'too-large-inside' };
    if (error instanceof Locked) return { ok: false, why: 'locked' };
    if (error instanceof Damaged) return { ok: false, why: 'damaged' };
    throw error;
  }
}

function readWorkbook(zip: Zip, mostRows: number): SheetRead {
  const { sheets, from1904 } = readSheetList(zip);
  const [first, ...others] = sheets.filter(({ hidden }) => !hidden);
  if (first === undefined) return { ok: false, why: 'no-visible-sheet' };
  const part = zip.read(first.target);
  if (part === null) return { ok: false, why: 'damaged' };
  const { rows, wider } = readXlsxRows(part, { strings: readSharedStrings(zip), formats: readFormats(zip), from1904 }, mostRows);
  const hiddenSheets = sheets.filter(({ hidden }) => hidden).map(({ name }) => name);
  return { ok: true, sheet: { format: 'xlsx', name: first.name, rows, hiddenSheets, otherSheets: others.map(({ name }) => name), wider } };
}

function readSheetList(zip: Zip): { readonly sheets: readonly Entry[]; readonly from1904: boolean } {
  const targets = new Map<string, string>();
  walkXml(zip.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Entry[] = [];
  let from1904 = false;
  walkXml(zip.read(WORKBOOK), {
    open: (element, attributes) => {
      const { name = '', state = 'visible', date1904 = '0' } = attributes;
      if (element === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      // The reference to the part is the one attribute `id` with a prefix, r: as a rule.
      const id = Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === 'id')?.[1] ?? '';
      if (element === 'sheet') sheets.push({ name, target: targets.get(id) ?? '', hidden: state !== 'visible' });
    },
  });
  return { sheets, from1904 };
}

/** Texts that cells point to; phonetic hints (rPh) are no part of them. */
function readSharedStrings(zip: Zip): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inHint = false;
  walkXml(zip.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inHint = true;
      inText = name === 't';
    },
    text: (piece) => {
      if (inText && !inHint) text += piece;
    },
    close: (name) => {
      if (name === 'rPh') inHint = false;
      if (name === 't') inText = false;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

/** Style number of a cell -> its number format, where that changes what is read. */
function readFormats(zip: Zip): ReadonlyMap<number, NumberFormat> {
  const codes = new Map<string, string>();
  const formats = new Map<number, NumberFormat>();
  let inCells = false;
  let style = 0;
  walkXml(zip.read('xl/styles.xml'), {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(numFmtId, formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = numberFormat(Number(numFmtId), codes.get(numFmtId));
      if (format !== null) formats.set(style, format);
      style += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
