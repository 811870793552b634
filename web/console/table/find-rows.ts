/** What of a row is searched: its number, names and whatever else is read in the table. */
export type TextOf<Row> = (row: Row) => readonly string[];

/**
 * The rows in which every word that was typed stands somewhere; all of them for an empty search. Words are separated
 * by white space; letters in either case and full-width digits are the same.
 */
export function findRows<Row>(rows: readonly Row[], search: string, textOf: TextOf<Row>): readonly Row[] {
  const wanted = folded(search).split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const text = folded(textOf(row).join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Names in the order of a printed list: by strokes (姓氏笔画). */
const STROKES = new Intl.Collator('zh-u-co-stroke');

export function byStrokes(a: string, b: string): number {
  return STROKES.compare(a, b);
}
