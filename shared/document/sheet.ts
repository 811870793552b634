import type { Cell, Document, Table } from './model.ts';
import { widthOf } from './width.ts';

/** A sheet of a spreadsheet: name, header row, rows; every cell a text or a number, empty where null. */
export type Sheet = { readonly name: string; readonly head: readonly string[]; readonly widths: readonly number[]; readonly rows: readonly (readonly Cell[])[] };

/** What a spreadsheet shows of a document: a sheet for every table, and one that says what document it is. */
export function sheetsOf(document: Document): readonly Sheet[] {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const sheets = tables.map(tableSheet);
  return named([...sheets, aboutSheet(document)], document.rehearsal);
}

const SHORTEST = 6;
const LONGEST = 60;

function tableSheet({ columns, rows, name }: Table): Sheet {
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.only !== 'page');
  const cells = rows.map((row) => shown.map(({ index }) => row[index] ?? null));
  const head = shown.map(({ column }) => column.title.replace('\n', ''));
  const widths = head.map((title, at) => Math.max(...[title, ...cells.map((row) => row[at] ?? '')].map((cell) => widthOf(String(cell)))));
  return { name, head, widths: widths.map((width) => Math.min(LONGEST, Math.max(SHORTEST, width + 2))), rows: cells };
}

function aboutSheet({ meeting, title, subtitle, rehearsal, foot, blocks }: Document): Sheet {
  const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
  const rows: (readonly [string, string])[] = [
    ['会议', meeting],
    ['文书', title],
    ...(subtitle === null ? [] : [['轮次', subtitle] as const]),
    ...(rehearsal ? [['演练', '不作正式文书使用'] as const] : []),
    ...facts.map(({ label, value }) => [label, value] as const),
    ...(foot.fingerprint === null ? [] : [['本轮指纹', foot.fingerprint] as const]),
    ...(foot.hash === null ? [] : [[foot.hash.label, foot.hash.value] as const]),
    ...foot.more.map(({ label, value }) => [label, value] as const),
  ];
  return { name: '说明', head: ['项目', '内容'], widths: [20, 70], rows };
}

/** Excel takes 31 characters without []:*?/\ as a name, once in a file. */
function named(sheets: readonly Sheet[], rehearsal: boolean): readonly Sheet[] {
  const used = new Set<string>();
  return sheets.map((sheet, index) => {
    const plain = `${rehearsal ? '演练 ' : ''}${sheet.name.replace(/[[\]:*?/\\]/g, ' ')}`.slice(0, 28);
    const name = used.has(plain) ? `${plain} ${index + 1}` : plain;
    used.add(name);
    return { ...sheet, name };
  });
}
