import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from './axe.ts';
import type { Rules } from './axe.ts';
import { expectDrawn } from './drawn.ts';

export type Appearance = {
  readonly language: 'zh' | 'en';
  readonly size: 'standard' | 'large' | 'largest';
  readonly theme: 'light' | 'dark';
  readonly contrast: 'standard' | 'high';
};

export const USUAL: Appearance = { language: 'zh', size: 'standard', theme: 'light', contrast: 'standard' };

/**
 * Every language, type size and theme of the product, each with the rules that can find there what was not to be
 * found before. Colours are judged at the standard size, for WCAG asks less of large text; only the high contrast, far
 * above what either asks, is judged together with 大字. The second full run takes the other language together with the other end of the colours; the largest type comes in
 * both languages, because what is too wide depends on the words.
 */
const LOOKS: readonly { readonly rules: Rules; readonly look: Appearance }[] = [
  { rules: 'sizes', look: { ...USUAL, language: 'en', size: 'largest' } },
  { rules: 'all', look: { language: 'en', size: 'standard', theme: 'dark', contrast: 'high' } },
  { rules: 'colours', look: { ...USUAL, theme: 'dark' } },
  { rules: 'both', look: { ...USUAL, size: 'large', contrast: 'high' } },
  { rules: 'sizes', look: { ...USUAL, size: 'largest' } },
  { rules: 'all', look: USUAL },
];

/** The narrowest phone and a desk's screen. */
const WIDTHS: readonly number[] = [360, 1440];

export type Looking = {
  /** A selector: only this part of the page is given to axe. */
  readonly within?: string;
  /** In which widths the largest type must fit, beside the page's own; none for what is made for one size alone. */
  readonly widths?: readonly number[];
};

/**
 * The page as it stands looks right in both languages, all type sizes and all themes: axe finds nothing, and in the
 * largest type nothing lies beyond the page's edge and no button cuts its words off; its picture is not blank. `what` names the page in a
 * failure. Afterwards the page is as wide as before and looks as a fresh device shows it, in Chinese.
 */
export async function looksRight(page: Page, what: string, { within = ':root', widths = WIDTHS }: Looking = {}): Promise<void> {
  for (const { rules, look } of LOOKS) {
    await wear(page, look);
    const shown = `${what}, ${Object.values(look).join(' ')}, ${String(page.viewportSize()?.width)} px`;
    if (look.size === 'largest') await fits(page, shown, widths);
    expect(await violations(page, rules, within), shown).toEqual([]);
  }
  await expectDrawn(page, what);
}

/** The page as it stands, in the look that it has: axe finds nothing and nothing lies beyond its edge. */
export async function looksRightNow(page: Page, what: string, within = ':root'): Promise<void> {
  expect(await page.evaluate(beyondItsPlace), what).toEqual([]);
  expect(await violations(page, 'all', within), what).toEqual([]);
}

/** In its own width and in the others; left as wide as it was. */
async function fits(page: Page, what: string, widths: readonly number[]): Promise<void> {
  expect(await page.evaluate(beyondItsPlace), what).toEqual([]);
  const own = page.viewportSize();
  if (own === null) return;
  for (const width of widths) {
    await page.setViewportSize({ ...own, width });
    expect(await page.evaluate(beyondItsPlace), `${what}, seen ${String(width)} px wide`).toEqual([]);
  }
  if (widths.length > 0) await page.setViewportSize(own);
}

/** Runs in the page. */
function beyondItsPlace(): string[] {
  const root = document.documentElement;
  const faults: string[] = [];
  if (root.scrollWidth > root.clientWidth) {
    const widest = Array.from(document.querySelectorAll('body *')).filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    faults.push(`wider than its window by ${String(root.scrollWidth - root.clientWidth)} px: ${widest.at(-1)?.outerHTML.slice(0, 160) ?? ''}`);
  }
  for (const button of document.querySelectorAll<HTMLElement>('button, .button, summary')) {
    const cut = button.scrollWidth > button.clientWidth + 1 && getComputedStyle(button).display !== 'inline' && button.offsetParent !== null;
    if (cut) faults.push(`cuts its words off: ${button.innerText}`);
  }
  return faults;
}

/** As chosen in another tab of the same browser; the page has to follow. */
export async function wear(page: Page, { language, size, theme, contrast }: Appearance): Promise<void> {
  const chosen = { language, 'text-size': size, theme, contrast };
  const shown = await page.evaluate((choices) => {
    for (const [key, value] of Object.entries(choices)) {
      localStorage.setItem(key, value);
      window.dispatchEvent(new StorageEvent('storage', { key }));
    }
    const { lang, dataset } = document.documentElement;
    return [lang, dataset['textSize'], dataset['theme'], dataset['contrast']];
  }, chosen);
  expect(shown).toEqual([language === 'zh' ? 'zh-CN' : 'en', size, theme, contrast]);
}
