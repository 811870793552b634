import { strToU8, zipSync } from 'fflate';

/** A cell: a text, a number, or its XML where a test wants something that no office program asks for. */
export type XlsxCell = string | number | null | { readonly xml: string };
export type XlsxSheet = {
  readonly name?: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly merges?: readonly string[];
  /** Rows, from 1, that are hidden. */
  readonly hiddenRows?: readonly number[];
};
export type XlsxOptions = { readonly styles?: string; readonly workbookProperties?: string; readonly parts?: Readonly<Record<string, string>> };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An .xlsx workbook with these sheets, as small as office programs open it. */
export function anXlsx(sheets: readonly XlsxSheet[], options: XlsxOptions = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': workbook(sheets, options.workbookProperties ?? ''),
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_sheet, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)])),
    ...(options.styles === undefined ? {} : { 'xl/styles.xml': options.styles }),
    ...options.parts,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** One visible sheet. */
export function aSheetOf(rows: XlsxSheet['rows'], more: Partial<XlsxSheet> = {}, options: XlsxOptions = {}): Uint8Array {
  return anXlsx([{ name: '名册', rows, ...more }], options);
}

function workbook(sheets: readonly XlsxSheet[], properties: string): string {
  const listed = sheets.map(({ name = '表', state = 'visible' }, index) => `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${listed.join('')}</sheets></workbook>`;
}

function worksheet({ rows, merges = [], hiddenRows = [] }: XlsxSheet): string {
  const shown = rows.map((cells, index) => {
    const line = index + 1;
    const hidden = hiddenRows.includes(line) ? ' hidden="1"' : '';
    return `<row r="${line}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${line}`)).join('')}</row>`;
  });
  const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${shown.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: XlsxCell, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${cell.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
  return cell.xml.replaceAll('REF', reference);
}
