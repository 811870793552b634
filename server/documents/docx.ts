import { AlignmentType, Document as WordDocument, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { REHEARSAL_MARK, footWords } from '#shared/document/foot.ts';
import type { Document } from '#shared/document/model.ts';
import { FONTS, docxBlock, halfPoints, paragraph, settingOf } from './docx-blocks.ts';

const TWIPS_PER_MM = 1440 / 25.4;
const twips = (mm: number) => Math.round(mm * TWIPS_PER_MM);
const A4 = { width: twips(210), height: twips(297) };
const MARGINS = {
  portrait: { left: twips(28), top: twips(37), right: twips(26), bottom: twips(35) },
  landscape: { left: twips(22), top: twips(28), right: twips(22), bottom: twips(28) },
} as const;
const FAINT = '555555';

/** The document for a word processor, to be edited where an office has its own wording; figures and hashes are those of the record. */
export async function docxOf(document: Document): Promise<Buffer> {
  const { landscape } = document;
  const margin = landscape ? MARGINS.landscape : MARGINS.portrait;
  const width = (landscape ? A4.height : A4.width) - margin.left - margin.right;
  const setting = settingOf(document, width);
  const word = new WordDocument({
    title: document.fileName,
    subject: document.title,
    creator: document.meeting,
    styles: { default: { document: { run: { font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FONTS.body }, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin } },
        headers: { default: new Header({ children: document.rehearsal ? [rehearsalMark()] : [] }) },
        footers: { default: new Footer({ children: [pageNumber(), footLine(document)] }) },
        children: [...titleOf(document), ...document.blocks.flatMap((block) => docxBlock(block, setting))],
      },
    ],
  });
  return Packer.toBuffer(word);
}

function titleOf({ meeting, title, subtitle, kind }: Document): Paragraph[] {
  const size = kind === 'text' ? 22 : 20;
  const look = { font: FONTS.title, alignment: AlignmentType.CENTER } as const;
  return [
    paragraph(meeting, { ...look, size: size - 4 }),
    paragraph(title, { ...look, size, after: subtitle === null ? 14 : 2 }),
    ...(subtitle === null ? [] : [paragraph(subtitle, { size: 14, alignment: AlignmentType.CENTER, after: 12 })]),
  ];
}

function rehearsalMark(): Paragraph {
  return paragraph(REHEARSAL_MARK, { font: FONTS.heading, size: 14, alignment: AlignmentType.CENTER });
}

/** — 1 — */
function pageNumber(): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: halfPoints(14) })] });
}

function footLine(document: Document): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: footWords(document), size: halfPoints(7.5), color: FAINT })] });
}
