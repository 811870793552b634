import { AlignmentType, Document as WordDocument, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { REHEARSAL_MARK, footLines } from '#shared/document/foot.ts';
import type { Document } from '#shared/document/model.ts';
import { TITLE_SIZES, marginsOf, textWidthOf } from '#shared/document/page-layout.ts';
import { headingLines } from '#shared/document/title-lines.ts';
import { staysWith } from '#shared/document/page-flow.ts';
import { FONTS, docxBlock, halfPoints, paragraph, settingOf } from './docx-blocks.ts';

const TWIPS_PER_MM = 1440 / 25.4;
const twips = (mm: number) => Math.round(mm * TWIPS_PER_MM);
const A4 = { width: twips(210), height: twips(297) };
const FAINT = '555555';
/** 四号, in points; a point is 20 twips. */
const NUMBER_SIZE = 14;
const twipsOf = (points: number) => points * 20;

/** The document for a word processor, to be edited where an office has its own wording; figures and hashes are those of the record. */
export async function docxOf(document: Document): Promise<Buffer> {
  const { landscape } = document;
  const { left, top, right, bottom } = marginsOf(document);
  const margin = { left: twips(left), top: twips(top), right: twips(right), bottom: twips(bottom) };
  const setting = settingOf(document, twips(textWidthOf(document)));
  const word = new WordDocument({
    evenAndOddHeaderAndFooters: true,
    title: document.fileName,
    subject: document.title,
    creator: document.meeting,
    styles: { default: { document: { run: { font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FONTS.body }, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin } },
        headers: { default: headerOf(document), even: headerOf(document) },
        footers: { default: new Footer({ children: [pageNumber('odd'), ...footOf(document)] }), even: new Footer({ children: [pageNumber('even'), ...footOf(document)] }) },
        children: [...titleOf(document), ...document.blocks.flatMap((block, index) => docxBlock(block, setting, staysWith(document.blocks[index + 1])))],
      },
    ],
  });
  return Packer.toBuffer(word);
}

function titleOf(document: Document): Paragraph[] {
  const { subtitle, kind } = document;
  const [sizes, lines] = [TITLE_SIZES[kind], headingLines(document)];
  const look = { font: FONTS.title, alignment: AlignmentType.CENTER } as const;
  return [
    paragraph(lines.meeting.join('\n'), { ...look, size: sizes.meeting }),
    paragraph(lines.title.join('\n'), { ...look, size: sizes.title, after: subtitle === null ? 14 : 2 }),
    ...(subtitle === null ? [] : [paragraph(subtitle, { size: 14, alignment: AlignmentType.CENTER, after: 12 })]),
  ];
}

function rehearsalMark(): Paragraph {
  return paragraph(REHEARSAL_MARK, { font: FONTS.heading, size: 14, alignment: AlignmentType.CENTER });
}

function headerOf(document: Document): Header {
  return new Header({ children: document.rehearsal ? [rehearsalMark()] : [] });
}

/** — 1 — at the outer edge, one character in: odd pages right, even pages left (GB/T 9704). */
function pageNumber(page: 'odd' | 'even'): Paragraph {
  const place = page === 'odd' ? { alignment: AlignmentType.RIGHT, indent: { right: twipsOf(NUMBER_SIZE) } } : { alignment: AlignmentType.LEFT, indent: { left: twipsOf(NUMBER_SIZE) } };
  return new Paragraph({ ...place, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: halfPoints(NUMBER_SIZE) })] });
}

function footOf(document: Document): Paragraph[] {
  return footLines(document).map((text) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size: halfPoints(7.5), color: FAINT })] }));
}
