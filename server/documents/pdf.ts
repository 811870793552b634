import pdfmake from 'pdfmake';
import virtualFs from 'pdfmake/js/virtual-fs.js';
import type { Content, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js';
import { REHEARSAL_MARK, footLines } from '#shared/document/foot.ts';
import type { Block, Document } from '#shared/document/model.ts';
import { FontShelf, type ShelfFont, type Weight } from './font-shelf.ts';
import { FORM_LAYOUT, type Setting, above, pdfBlock } from './pdf-blocks.ts';
import { runsOf } from './text-runs.ts';

const MM = 72 / 25.4;
const A4 = { short: 210 * MM, long: 297 * MM };
/** Top and left after GB/T 9704: 37 mm and 28 mm around a text of 156 mm; a landscape table takes what it needs. */
const MARGINS = {
  portrait: { left: 28 * MM, top: 37 * MM, right: 26 * MM, bottom: 35 * MM },
  landscape: { left: 22 * MM, top: 28 * MM, right: 22 * MM, bottom: 28 * MM },
} as const;
/** 三号 for what is read, 小四 and 五号 for forms. */
const SIZES = { text: { size: 16, leading: 1.25, tableSize: 12 }, form: { size: 12, leading: 1.15, tableSize: 10.5 } } as const;
/** 四号. */
const NUMBER_SIZE = 14;
const FAINT = '#555555';

/** The document as a PDF: A4, every glyph embedded, text selectable, language and title named. */
export async function pdfOf(document: Document, at: Date, shelf: FontShelf = new FontShelf()): Promise<Buffer> {
  const definition = definitionOf(document, at, shelf);
  offer(shelf.taken());
  return pdfmake.createPdf(definition).getBuffer();
}

/** The library reads fonts from its own files only; it may fetch nothing and open nothing of the machine. */
function offer(fonts: readonly ShelfFont[]): void {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const files = 'default' in virtualFs ? virtualFs.default : virtualFs;
  const dictionary: TFontDictionary = {};
  for (const { name, data } of fonts) {
    files.writeFileSync(name, data);
    dictionary[name] = { normal: name };
  }
  pdfmake.setFonts(dictionary);
  pdfmake.setTableLayouts({ form: FORM_LAYOUT });
}

function definitionOf(document: Document, at: Date, shelf: FontShelf): TDocumentDefinitions {
  const margins = document.landscape ? MARGINS.landscape : MARGINS.portrait;
  const runs = (text: string, weight: Weight): Content => runsOf(text, weight, shelf).map((run) => ({ ...run }));
  const page = document.landscape ? A4.long : A4.short;
  const setting: Setting = { ...SIZES[document.kind], runs, width: page - margins.left - margins.right };
  // Page numbers are set while the pages are laid out, when all fonts must be there.
  runs('— 0123456789', 400);
  const marks = footOf(document, setting);
  return {
    info: { title: document.fileName, author: document.meeting, subject: document.title, creator: '民生实事项目票决系统', creationDate: at },
    language: 'zh-CN',
    displayTitle: true,
    version: '1.7',
    pageSize: 'A4',
    pageOrientation: document.landscape ? 'landscape' : 'portrait',
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    defaultStyle: { font: runsOf('一', 400, shelf)[0]?.font ?? '' },
    ...(document.rehearsal ? { header: rehearsalMark(setting, margins.top) } : {}),
    // GB/T 9704: the page's number at the outer edge, one character in; odd pages right, even pages left.
    footer: (number) => [{ text: runs(`— ${number} —`, 400), alignment: number % 2 === 1 ? 'right' : 'left', fontSize: NUMBER_SIZE, margin: [margins.left + NUMBER_SIZE, 18, margins.right + NUMBER_SIZE, 0] }, marks],
    content: [...titleOf(document, setting), ...document.blocks.flatMap((block, index) => contentOf(document.blocks, index, block, setting))],
    // A heading at the foot of a page goes over to what it heads.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) => node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
  };
}

/** A table so short stays in one piece with its heading. */
const SHORT_ROWS = 4;

function contentOf(blocks: Document['blocks'], index: number, block: Block, setting: Setting): Content[] {
  const isShort = (one: Block | undefined) => one?.kind === 'table' && one.rows.length <= SHORT_ROWS;
  if (blocks[index - 1]?.kind === 'heading' && isShort(block)) return [];
  const next = blocks[index + 1];
  if (block.kind !== 'heading' || next === undefined || !isShort(next)) return [pdfBlock(block, setting)];
  return [{ stack: [pdfBlock(block, setting), pdfBlock(next, setting)], unbreakable: true }];
}

function titleOf({ meeting, title, subtitle, kind }: Document, { runs }: Setting): Content[] {
  const size = kind === 'text' ? 22 : 20;
  return [
    { text: runs(meeting, 700), fontSize: size - 4, alignment: 'center', lineHeight: 1.1 },
    { text: runs(title, 700), fontSize: size, alignment: 'center', lineHeight: 1.1, margin: [0, 0, 0, subtitle === null ? 14 : 2] },
    ...(subtitle === null ? [] : [{ text: runs(subtitle, 400), fontSize: 14, alignment: 'center' as const, margin: above(0, 12) }]),
  ];
}

function rehearsalMark({ runs }: Setting, top: number): Content {
  return { text: runs(REHEARSAL_MARK, 700), fontSize: 14, alignment: 'center', color: FAINT, margin: [0, top / 2 - 10, 0, 0] };
}

function footOf(document: Document, { runs }: Setting): Content {
  return { stack: footLines(document).map((line) => ({ text: runs(line, 400) })), alignment: 'center', fontSize: 7.5, color: FAINT, margin: [0, 4, 0, 0] };
}
