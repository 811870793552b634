import pdfmake from 'pdfmake';
import virtualFs from 'pdfmake/js/virtual-fs.js';
import type { Content, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js';
import { REHEARSAL_MARK, footLines } from '#shared/document/foot.ts';
import type { Document } from '#shared/document/model.ts';
import { TITLE_SIZES, marginsOf, textWidthOf } from '#shared/document/page-layout.ts';
import { headingLines } from '#shared/document/title-lines.ts';
import { FontShelf, type ShelfFont, type Weight } from './font-shelf.ts';
import { FORM_LAYOUT, type Setting } from './pdf-blocks.ts';
import { type Loose, contentOf, watchedBreaks } from './pdf-flow.ts';
import { runsOf } from './text-runs.ts';

const MM = 72 / 25.4;
/** 三号 for what is read, 小四 and 五号 for forms. */
const SIZES = { text: { size: 16, leading: 1.25, tableSize: 12 }, form: { size: 12, leading: 1.15, tableSize: 10.5 } } as const;
/** 四号. */
const NUMBER_SIZE = 14;
const FAINT = '#555555';

/** The document as a PDF: A4, every glyph embedded, text selectable, language and title named. */
export async function pdfOf(document: Document, at: Date, shelf: FontShelf = new FontShelf()): Promise<Buffer> {
  return laidOut(document, at, shelf, new Set());
}

/** Lays it out again where signatures stood alone on a page; each time there are more that cannot. */
async function laidOut(document: Document, at: Date, shelf: FontShelf, loose: Loose): Promise<Buffer> {
  const found = new Set(loose);
  const definition = definitionOf(document, at, shelf, loose, found);
  offer(shelf.taken());
  const file = await pdfmake.createPdf(definition).getBuffer();
  return found.size === loose.size ? file : laidOut(document, at, shelf, found);
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

/** `found` takes up what stands alone on its page though it must not. */
function definitionOf(document: Document, at: Date, shelf: FontShelf, loose: Loose, found: Set<number>): TDocumentDefinitions {
  const mm = marginsOf(document);
  const margins = { left: mm.left * MM, top: mm.top * MM, right: mm.right * MM, bottom: mm.bottom * MM };
  const runs = (text: string, weight: Weight): Content => runsOf(text, weight, shelf).map((run) => ({ ...run }));
  let named = 0;
  const setting: Setting = { ...SIZES[document.kind], runs, name: () => `line-${(named += 1)}`, width: textWidthOf(document) * MM };
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
    content: [...titleOf(document, setting), ...contentOf(document.blocks, loose, setting)],
    pageBreakBefore: watchedBreaks(found),
  };
}

function titleOf(document: Document, { runs }: Setting): Content[] {
  const { subtitle, kind } = document;
  const [sizes, lines] = [TITLE_SIZES[kind], headingLines(document)];
  const below = (points: number): [number, number, number, number] => [0, 0, 0, points];
  return [
    { text: runs(lines.meeting.join('\n'), 700), fontSize: sizes.meeting, alignment: 'center', lineHeight: 1.1 },
    { text: runs(lines.title.join('\n'), 700), fontSize: sizes.title, alignment: 'center', lineHeight: 1.1, margin: below(subtitle === null ? 8 : 2) },
    ...(subtitle === null ? [] : [{ text: runs(subtitle, 400), fontSize: 14, alignment: 'center' as const, margin: below(8) }]),
  ];
}

function rehearsalMark({ runs }: Setting, top: number): Content {
  return { text: runs(REHEARSAL_MARK, 700), fontSize: 14, alignment: 'center', color: FAINT, margin: [0, top / 2 - 10, 0, 0] };
}

function footOf(document: Document, { runs }: Setting): Content {
  return { stack: footLines(document).map((line) => ({ text: runs(line, 400) })), alignment: 'center', fontSize: 7.5, color: FAINT, margin: [0, 4, 0, 0] };
}
