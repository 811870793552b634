import writeXlsxFile from 'write-excel-file/node';
import type { Cell as SheetCell } from 'write-excel-file/node';
import type { Cell, Document } from '#shared/document/model.ts';
import { sheetsOf } from '#shared/document/sheet.ts';

const FONT = '宋体';

/**
 * The tables of the document as a workbook: header row frozen, numbers as numbers. Everything else is a text cell
 * with the text format, so that nothing a person typed (=, +, -, @) is ever a formula, not even when it is edited.
 */
export async function xlsxOf(document: Document): Promise<Buffer> {
  const sheets = sheetsOf(document).map(({ name, head, widths, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    // For whoever prints it all the same: a wide table lies on its side.
    ...(wide(widths) ? { orientation: 'landscape' as const } : {}),
    columns: widths.map((width) => ({ width })),
    data: [head.map(headCell), ...rows.map((row) => row.map(sheetCell))],
  }));
  return writeXlsxFile(sheets, { fontFamily: FONT, fontSize: 11 }).toBuffer();
}

/** Widths of Latin digits that an upright page has room for. */
const UPRIGHT = 85;

function wide(widths: readonly number[]): boolean {
  return widths.reduce((sum, width) => sum + width, 0) > UPRIGHT;
}

function headCell(title: string): SheetCell {
  return { value: title, type: String, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, backgroundColor: '#f2f2f2' };
}

function sheetCell(cell: Cell): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
  return { value: cell, type: String, format: '@', wrap: true, alignVertical: 'top' };
}
