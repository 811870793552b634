import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './axe.ts';

export type Appearance = {
  readonly size: 'standard' | 'large' | 'largest';
  readonly theme: 'light' | 'dark';
  readonly contrast: 'standard' | 'high';
  readonly language: 'zh' | 'en';
};

const KEYS = { size: 'text-size', theme: 'theme', contrast: 'contrast', language: 'language' } as const;
const USUAL: Appearance = { size: 'standard', theme: 'light', contrast: 'standard', language: 'zh' };

/**
 * The page as it stands in each of these appearances: axe finds nothing, and nothing lies beyond its right edge.
 * Afterwards it looks as a fresh device shows it, in Chinese.
 */
export async function looksRight(page: Page, what: string, appearances: readonly Appearance[]): Promise<void> {
  for (const appearance of appearances) {
    await choose(page, appearance);
    const shown = `${what}, ${Object.values(appearance).join(' ')}, ${String(page.viewportSize()?.width)} px`;
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(beyond, `${shown}: wider than its window`).toBeLessThanOrEqual(0);
    await expectAccessible(page, shown);
  }
  await choose(page, USUAL);
}

/** As chosen in another tab of the same browser. */
async function choose(page: Page, appearance: Appearance): Promise<void> {
  const chosen = Object.entries(KEYS).map(([choice, key]) => [key, Object.entries(appearance).find(([name]) => name === choice)?.[1] ?? ''] as const);
  await page.evaluate((choices) => {
    for (const [key, value] of choices) {
      localStorage.setItem(key, value);
      window.dispatchEvent(new StorageEvent('storage', { key }));
    }
  }, chosen);
}
