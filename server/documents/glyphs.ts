/** Which characters a font has a glyph for. */
export type Glyphs = { readonly has: (codePoint: number) => boolean };

type Segment = { readonly from: number; readonly to: number };

/**
 * Reads the character map of a TrueType or OpenType file (formats 4 and 12 of the table `cmap`). A file without one has no characters.
 */
export function glyphsOf(font: Buffer): Glyphs {
  const cmap = tableOffset(font, 'cmap');
  const segments = cmap === null ? [] : subtables(font, cmap).flatMap((at) => segmentsOf(font, at));
  const sorted = segments.toSorted((a, b) => a.from - b.from);
  return { has: (codePoint) => sorted.some(({ from, to }) => from <= codePoint && codePoint <= to) };
}

function tableOffset(font: Buffer, tag: string): number | null {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  return null;
}

function subtables(font: Buffer, cmap: number): readonly number[] {
  return Array.from({ length: font.readUInt16BE(cmap + 2) }, (_table, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index));
}

function segmentsOf(font: Buffer, at: number): readonly Segment[] {
  const format = font.readUInt16BE(at);
  if (format === 12) return groups(font, at);
  return format === 4 ? ranges(font, at) : [];
}

/** Format 12: groups of first character, last character, first glyph. */
function groups(font: Buffer, at: number): readonly Segment[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_group, index) => {
    const group = at + 16 + 12 * index;
    return { from: font.readUInt32BE(group), to: font.readUInt32BE(group + 4) };
  });
}

/** Format 4: ranges of the basic plane; the last one, of FFFF alone, ends the list and has no glyph. */
function ranges(font: Buffer, at: number): readonly Segment[] {
  const count = font.readUInt16BE(at + 6) / 2;
  return Array.from({ length: count }, (_range, index) => ({
    from: font.readUInt16BE(at + 16 + 2 * count + 2 * index),
    to: font.readUInt16BE(at + 14 + 2 * index),
  })).filter(({ from }) => from !== 0xffff);
}
