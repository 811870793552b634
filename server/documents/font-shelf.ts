import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { faceOf, trueTypeOf } from './font-file.ts';
import { type Glyphs, glyphsOf } from './glyphs.ts';


/** The two weights of documents: 400 for texts, 700 for titles and headings. */
export const WEIGHTS = [400, 700] as const;
export type Weight = (typeof WEIGHTS)[number];

/** A font ready to be embedded. */
export type ShelfFont = { readonly name: string; readonly data: Buffer; readonly glyphs: Glyphs };

const PACKAGE = '@fontsource/noto-serif-sc';
/** Nearly 8,000 characters in one file: all that texts and most names need. */
const MAIN = 'chinese-simplified';

/** A font file that the machine may have; `face` counts the fonts of a collection from 0. */
export type MachineFont = { readonly file: string; readonly face: number };

/** These have the rarest characters of names, such as 㛃, in the forms of simplified Chinese. */
const MACHINE_FONTS: readonly MachineFont[] = [
  { file: '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', face: 2 },
  { file: '/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc', face: 2 },
  { file: 'C:\\Windows\\Fonts\\simsunb.ttf', face: 0 },
  { file: 'C:\\Windows\\Fonts\\simsun.ttc', face: 0 },
];

/**
 * The fonts of one PDF, taken off the shelf as characters ask for them: the main file, then the package's files
 * of rarer characters by their published ranges, then a font of this machine.
 */
export class FontShelf {
  readonly #folder = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  readonly #machineFonts: readonly MachineFont[];
  readonly #taken = new Map<string, ShelfFont | null>();
  /** A roll asks for the same characters over and over. */
  readonly #found = new Map<string, ShelfFont | null>();
  readonly #ranges: readonly { readonly name: string; readonly has: (codePoint: number) => boolean }[];

  /** `machineFonts` are those to look for on this machine. */
  constructor(machineFonts: readonly MachineFont[] = MACHINE_FONTS) {
    this.#machineFonts = machineFonts;
    const published: unknown = JSON.parse(readFileSync(join(this.#folder, 'unicode.json'), 'utf8'));
    this.#ranges = Object.entries(published ?? {}).map(([name, list]) => ({ name: name.replace(/[[\]]/g, ''), has: inRanges(String(list)) }));
  }

  /** The font that has this character in this weight; null where none has. */
  fontFor(codePoint: number, weight: Weight): ShelfFont | null {
    const key = `${weight}/${codePoint}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const font = this.#lookFor(codePoint, weight);
    this.#found.set(key, font);
    return font;
  }

  #lookFor(codePoint: number, weight: Weight): ShelfFont | null {
    for (const font of this.#candidates(codePoint, weight)) if (font?.glyphs.has(codePoint) === true) return font;
    return null;
  }

  /** One after the other, so that no file is read in vain. */
  *#candidates(codePoint: number, weight: Weight): Generator<ShelfFont | null> {
    yield this.#fromPackage(MAIN, weight);
    for (const { name, has } of this.#ranges) if (has(codePoint)) yield this.#fromPackage(name, weight);
    for (const machineFont of this.#machineFonts) yield this.#fromMachine(machineFont);
  }

  /** Every font that was taken so far. */
  taken(): readonly ShelfFont[] {
    return [...this.#taken.values()].filter((font) => font !== null);
  }

  #fromPackage(name: string, weight: Weight): ShelfFont | null {
    const file = join(this.#folder, 'files', `noto-serif-sc-${name}-${weight}-normal.woff`);
    return this.#take(`${name}-${weight}`, file, trueTypeOf);
  }

  #fromMachine({ file, face }: MachineFont): ShelfFont | null {
    return this.#take(`machine-${file.replace(/[^A-Za-z0-9]/g, '-')}`, file, (bytes) => faceOf(bytes, face));
  }

  #take(name: string, file: string, open: (bytes: Buffer) => Buffer): ShelfFont | null {
    const known = this.#taken.get(name);
    if (known !== undefined) return known;
    const data = existsSync(file) ? open(readFileSync(file)) : null;
    const font = data === null ? null : { name, data, glyphs: glyphsOf(data) };
    this.#taken.set(name, font);
    return font;
  }
}

/** U+4E00-4E09,U+FF0C */
function inRanges(list: string): (codePoint: number) => boolean {
  const ranges = list.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return { from: parseInt(from, 16), to: parseInt(to, 16) };
  });
  return (codePoint) => ranges.some(({ from, to }) => from <= codePoint && codePoint <= to);
}
