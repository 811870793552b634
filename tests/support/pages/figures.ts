import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

export type ShownFigures = Readonly<Record<string, number>>;

/** Sixty check-ins or papers one after the other, on a machine with more to do. */
const PATIENCE = { timeout: 60_000, interval: 100 };

/** The list or table of figures shows these, at the latest after the page's next refresh. Others beside them may stand there. */
export async function expectFigures(scope: Locator, expected: ShownFigures): Promise<void> {
  await expect.poll(() => readFigures(scope), PATIENCE).toMatchObject(expected);
}

/** Name and leading number of every line of a `dl` or of a table with row heads. */
async function readFigures(scope: Locator): Promise<Record<string, number>> {
  const names = await scope.locator('dt, th[scope=row]').allTextContents();
  const values = await scope.locator('dd, th[scope=row] + td').allTextContents();
  return Object.fromEntries(names.map((name, index) => [name.trim(), Number.parseInt(values[index] ?? '', 10)]));
}

/** The lines of a list or the rows of a table, white space folded. */
export async function readLines(lines: Locator): Promise<string[]> {
  return (await lines.allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim());
}

/** These lines in this order, each in full or as a pattern. */
export async function expectLines(lines: Locator, expected: readonly (string | RegExp)[]): Promise<void> {
  const matchers = expected.map((line): unknown => (typeof line === 'string' ? line : expect.stringMatching(line)));
  await expect.poll(() => readLines(lines), PATIENCE).toEqual(matchers);
}
