import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Block, Table } from '#shared/document/model.ts';
import { ROWS_ALONG, SHORT_ROWS, staysWith } from '#shared/document/page-flow.ts';
import { HEADING, type Setting, pdfBlock } from './pdf-blocks.ts';

/** The first line of signatures or a closing, by the place of its block. */
const KEPT = 'kept-';

/** Blocks, by their place, that would stand alone on a page without what is signed there. */
export type Loose = ReadonlySet<number>;
type Blocks = readonly Block[];

/**
 * Blocks as the content of a PDF. Signatures and a closing stay with the last lines of what is signed: for those that
 * a layout found `loose`, what stands before them begins the page with them.
 */
export function contentOf(blocks: Blocks, loose: Loose, setting: Setting): Content[] {
  return piecesOf(blocks).flatMap((piece, at, pieces) => {
    const next = pieces[at + 1];
    return next !== undefined && loose.has(next.from) ? overPage(piece, setting) : [laidOut(piece, setting)];
  });
}

/** Blocks that stand together; `from` is the place of the first one. */
type Piece = { readonly from: number; readonly blocks: Blocks };

/** A heading with what it heads, where that is no long table; remarks under a table with each other. */
function piecesOf(blocks: Blocks): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < blocks.length; ) {
    const size = sizeOf(blocks.slice(from));
    pieces.push({ from, blocks: blocks.slice(from, from + size) });
    from += size;
  }
  return pieces;
}

function sizeOf(blocks: Blocks): number {
  const [first, second] = blocks;
  if (first?.kind === 'heading' && (isShort(second) || second?.kind === 'facts')) return 2;
  const remarks = remarksIn(blocks.slice(first?.kind === 'heading' ? 1 : 0));
  return remarks + (first?.kind === 'heading' || remarks === 0 ? 1 : 0);
}

function remarksIn(blocks: Blocks): number {
  const end = blocks.findIndex((block) => !isRemark(block));
  return end === -1 ? blocks.length : end;
}

function isRemark(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.place === 'note';
}

function isShort(block: Block | undefined): boolean {
  return (block?.kind === 'table' && block.rows.length <= SHORT_ROWS) || block?.kind === 'writing';
}

function laidOut({ from, blocks }: Piece, setting: Setting): Content {
  const [first, second] = blocks;
  if (first === undefined) return [];
  if (second !== undefined) return { stack: blocks.map((block) => pdfBlock(block, setting)), unbreakable: isShort(second) || (first.kind === 'heading' && isRemark(second)) };
  return staysWith(first) ? pdfBlock(first, setting, `${KEPT}${from}`) : pdfBlock(first, setting);
}

/** The end of a long table, or all of what is short, at the top of the next page. */
function overPage(piece: Piece, setting: Setting): Content[] {
  const [block] = piece.blocks;
  if (block?.kind !== 'table' || block.rows.length <= SHORT_ROWS) return [{ stack: [laidOut(piece, setting)], pageBreak: 'before' }];
  const [start, end] = splitTable(block);
  return [pdfBlock(start, setting), { stack: [pdfBlock(end, setting)], pageBreak: 'before' }];
}

function splitTable(table: Table): readonly [Table, Table] {
  return [{ ...table, rows: table.rows.slice(0, -ROWS_ALONG) }, { ...table, caption: null, rows: table.rows.slice(-ROWS_ALONG) }];
}

type PageBreakBefore = NonNullable<TDocumentDefinitions['pageBreakBefore']>;

/** The library knows the page of a text inside what it moves as a whole only where the text has a name; what stands in the margins has none. */
function isNamed({ id }: { readonly id?: string | undefined }): boolean {
  return id !== undefined;
}

/** Sends a heading at the foot of a page over to what it heads, and notes in `found` what stands alone on its page. */
export function watchedBreaks(found: Set<number>): PageBreakBefore {
  return (node, { getFollowingNodesOnPage, getPreviousNodesOnPage }) => {
    if (node.id?.startsWith(KEPT) === true && !getPreviousNodesOnPage().some(isNamed)) found.add(Number(node.id.slice(KEPT.length)));
    return node.headlineLevel === HEADING && !getFollowingNodesOnPage().some(isNamed);
  };
}
