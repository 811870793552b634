import type { Page } from 'playwright-core';
import { expectAccessible } from './axe.ts';

const APPEARANCES = [
  { theme: 'light', contrast: 'standard' },
  { theme: 'dark', contrast: 'standard' },
  { theme: 'light', contrast: 'high' },
  { theme: 'dark', contrast: 'high' },
] as const;

/** axe finds nothing on the page in any of its appearances; left in the first one. */
export async function expectAccessibleInAll(page: Page, what: string): Promise<void> {
  for (const appearance of [...APPEARANCES.slice(1), APPEARANCES[0]]) {
    await page.evaluate(({ theme, contrast }) => {
      document.documentElement.dataset['theme'] = theme;
      document.documentElement.dataset['contrast'] = contrast;
    }, appearance);
    await expectAccessible(page, `${what}, ${appearance.theme}, contrast ${appearance.contrast}`);
  }
}
