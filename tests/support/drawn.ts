import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { pixelsOf } from './picture-pixels.ts';

/** Letters are grey at their edges: any page with words on it has many more shades than this. */
const FEWEST_SHADES = 12;
/** Share of one shade on the emptiest page of the product, with room below one per cent for what stands on it. */
const MOST_OF_ONE = 0.995;

/** Something is drawn: not a white sheet, not a sheet with one bar. Answers the picture, a PNG. */
export async function expectDrawn(shown: Page | Locator, what: string): Promise<Buffer> {
  const png = await shown.screenshot({ animations: 'disabled' });
  const { grey } = pixelsOf(png);
  const often = new Uint32Array(256);
  for (const shade of grey) often[shade] = (often[shade] ?? 0) + 1;
  expect(often.filter((times) => times > 0).length, `${what}: shades on the picture`).toBeGreaterThanOrEqual(FEWEST_SHADES);
  expect(Math.max(...often) / grey.length, `${what}: share of its commonest shade`).toBeLessThan(MOST_OF_ONE);
  return png;
}
