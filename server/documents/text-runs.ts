import type { FontShelf, ShelfFont, Weight } from './font-shelf.ts';

/** A stretch of text in one font. */
export type Run = { readonly text: string; readonly font: string };

/**
 * Splits a text so that each run has a font with all its characters. A character that no font has is written as
 * its code point, 〔U+36C3〕: an office can read what is missing, where a box would say nothing.
 */
export function runsOf(text: string, weight: Weight, shelf: FontShelf): readonly Run[] {
  const runs: { text: string; font: string }[] = [];
  for (const { written, font } of Array.from(text, (character) => fitted(character, weight, shelf))) {
    const last = runs.at(-1);
    if (last?.font === font) last.text += written;
    else runs.push({ text: written, font });
  }
  return runs;
}

function fitted(character: string, weight: Weight, shelf: FontShelf): { readonly written: string; readonly font: string } {
  const codePoint = character.codePointAt(0) ?? 0;
  // A line break or tab is no glyph: it stays in whatever font.
  const font = codePoint < 0x20 ? mainFont(weight, shelf) : shelf.fontFor(codePoint, weight);
  if (font !== null) return { written: character, font: font.name };
  return { written: `〔U+${codePoint.toString(16).toUpperCase()}〕`, font: mainFont(weight, shelf).name };
}

/** The font that has Latin digits and Chinese brackets. */
function mainFont(weight: Weight, shelf: FontShelf): ShelfFont {
  const font = shelf.fontFor(0x3014, weight) ?? shelf.fontFor(0x20, weight);
  if (font === null) throw new Error('The font of the documents is not installed.');
  return font;
}
