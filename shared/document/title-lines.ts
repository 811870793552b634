import type { Document } from './model.ts';
import { TITLE_SIZES, textWidthOf } from './page-layout.ts';
import { widthOf } from './width.ts';

const POINTS_PER_MM = 72 / 25.4;

/** Words that a title never breaks, longest first. */
const KEPT = /人民代表大会|居民议政会议|民生实事项目|街道办事处|自治[区州县]|第[零〇一二三四五六七八九十百\d]+[届次轮](?:会议)?|[\d〇一二三四五六七八九零]+年度?|票[选决]/g;
/** What no line begins with. */
const NO_START = /^[、，。；：！？）》”’·\-—]/;
const NO_END = /[（《“‘]$/;

/** The lines of a document's title: the meeting, and what the document is. */
export function headingLines({ meeting, title, kind, landscape }: Pick<Document, 'meeting' | 'title' | 'kind' | 'landscape'>) {
  const page = textWidthOf({ kind, landscape }) * POINTS_PER_MM;
  const sizes = TITLE_SIZES[kind];
  // A Latin digit is half as wide as the size; one character is left free.
  const lines = (text: string, size: number) => titleLines(text, Math.floor((2 * page) / size) - 2);
  return { meeting: lines(meeting, sizes.meeting), title: lines(title, sizes.title) };
}

/**
 * A title in as few lines as it needs, as even as can be, and never broken inside a word (GB/T 9704: 回行时词意完整、排列对称).
 * `most` is the widest line, in Latin digits.
 */
export function titleLines(text: string, most: number): readonly string[] {
  const pieces = piecesOf(text);
  for (let count = 1; count <= pieces.length; count += 1) {
    const best = evenest(pieces, count, most);
    if (best !== null) return best.lines;
  }
  return [text];
}

type Split = { readonly lines: readonly string[]; readonly cost: number };

/** Splits of the last pieces that were found already, by how many pieces and lines: a title of 120 characters has too many to try each again. */
type Known = Map<string, Split | null>;

/** The split into this many lines whose widths differ least; null where none fits. */
function evenest(pieces: readonly string[], count: number, most: number, known: Known = new Map()): Split | null {
  const key = `${pieces.length}/${count}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const best = count === 1 ? lineOf(pieces, most) : firstLines(pieces, count).map((at) => splitAt(pieces, at, { count, most, known })).reduce(lessCost, null);
  known.set(key, best);
  return best;
}

function firstLines(pieces: readonly string[], count: number): readonly number[] {
  return Array.from({ length: pieces.length - count + 1 }, (_one, index) => index + 1);
}

function splitAt(pieces: readonly string[], at: number, { count, most, known }: { readonly count: number; readonly most: number; readonly known: Known }): Split | null {
  const first = lineOf(pieces.slice(0, at), most);
  const rest = first === null ? null : evenest(pieces.slice(at), count - 1, most, known);
  return first === null || rest === null ? null : { lines: [...first.lines, ...rest.lines], cost: first.cost + rest.cost };
}

function lineOf(pieces: readonly string[], most: number): Split | null {
  const line = pieces.join('');
  const width = widthOf(line);
  return width <= most ? { lines: [line], cost: width ** 2 } : null;
}

function lessCost(best: Split | null, one: Split | null): Split | null {
  return best === null || (one !== null && one.cost < best.cost) ? one : best;
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: kept, index } of text.matchAll(KEPT)) {
    pieces.push(...wordsOf(text.slice(from, index)), kept);
    from = index + kept.length;
  }
  return joined([...pieces, ...wordsOf(text.slice(from))]);
}

function wordsOf(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

/** Marks stay with the word that they belong to. */
function joined(pieces: readonly string[]): readonly string[] {
  return pieces.reduce<readonly string[]>((all, piece) => {
    const last = all.at(-1);
    return last !== undefined && (NO_START.test(piece) || NO_END.test(last)) ? [...all.slice(0, -1), last + piece] : [...all, piece];
  }, []);
}
