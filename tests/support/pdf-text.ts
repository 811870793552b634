import { inflateSync } from 'node:zlib';

/** What a reader of a PDF can select, and how its fonts lie in it; enough of the format for the documents of this product. */
export type PdfText = {
  readonly text: string;
  /** The text of each page: its header, the body, number and marks in the order in which they were written. */
  readonly pageTexts: readonly string[];
  readonly pages: number;
  readonly title: string;
  readonly language: string | null;
  readonly fonts: number;
  /** Of the fonts, those whose glyphs lie in the file. */
  readonly embedded: number;
};

type Part = { readonly head: string; readonly stream: string };

export function readPdf(bytes: Uint8Array): PdfText {
  const parts = partsOf(Buffer.from(bytes).toString('latin1'));
  const heads = [...parts.values()].map((part) => part.head);
  const fonts = heads.filter((head) => head.includes('/Subtype /Type0'));
  const pages = heads.filter((head) => /\/Type \/Page\b/.test(head));
  const pageTexts = pages.map((page) => pageText(parts, page));
  return {
    text: pageTexts.join('\n'),
    pageTexts,
    pages: pages.length,
    title: literal(parts.get(heads.map((head) => reference(head, 'Title')).find((one) => one !== '') ?? '')?.head ?? ''),
    language: heads.map((head) => /\/Lang \(([^)]+)\)/.exec(head)?.[1]).find((one) => one !== undefined) ?? null,
    fonts: fonts.length,
    embedded: heads.filter((head) => /\/FontFile[23]? \d+ 0 R/.test(head)).length,
  };
}

function partsOf(file: string): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match;
    const [head = '', packed] = body.split(/\nstream\n/);
    const data = Buffer.from((packed ?? '').replace(/\nendstream$/, ''), 'latin1');
    parts.set(number, { head, stream: head.includes('/FlateDecode') ? inflateSync(data).toString('latin1') : data.toString('latin1') });
  }
  return parts;
}

function pageText(parts: ReadonlyMap<string, Part>, page: string): string {
  const resources = parts.get(reference(page, 'Resources'))?.head ?? '';
  const maps = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => [name, glyphMap(parts, font)]));
  let map: readonly string[] = [];
  const content = parts.get(reference(page, 'Contents'))?.stream ?? '';
  return [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ]+)+)\] TJ/g)]
    .map(([, font, shown]) => {
      if (font !== undefined) map = maps.get(font) ?? [];
      const codes = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)].map((one) => one[1] ?? '').join('');
      return (codes.match(/.{4}/g) ?? []).map((code) => map[parseInt(code, 16)] ?? '?').join('');
    })
    .join('');
}

function reference(head: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? '';
}

/** Glyph to text, as the font's ToUnicode says: one list of all glyphs. */
function glyphMap(parts: ReadonlyMap<string, Part>, font: string): readonly string[] {
  const cmap = parts.get(reference(parts.get(font)?.head ?? '', 'ToUnicode'))?.stream ?? '';
  const map: string[] = [];
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, codes = ''], index) => (map[parseInt(from, 16) + index] = utf16(codes.replace(/ /g, ''))));
  }
  return map;
}

function utf16(hex: string): string {
  const bytes = Buffer.from(hex, 'hex');
  return bytes.swap16().toString('utf16le').replace('\uFEFF', '');
}

/** A text in brackets: UTF-16 with a byte order mark, some bytes escaped. */
function literal(text: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const bytes = text.replace(/^\(|\)$/g, '').replace(/\\([\s\S])/g, (_all, letter: string) => escapes[letter] ?? letter);
  return utf16(Buffer.from(bytes, 'latin1').toString('hex'));
}
