import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';

/** WCAG 2.2 AA and below, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const findings = z.array(z.object({
  id: z.string(),
  help: z.string(),
  nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
}));

let source: Promise<string> | null = null;

/**
 * axe finds nothing on the page as it stands, or in the part that the selector names. `what` names page and
 * appearance in the failure's text.
 */
export async function expectAccessible(page: Page, what: string, within = ':root'): Promise<void> {
  expect(await violations(page, within), what).toEqual([]);
}

/**
 * What axe finds, one line per element. Its source is evaluated by the debugger, not added to the document,
 * so the page's Content-Security-Policy stays as strict as it is for everyone.
 */
async function violations(page: Page, within: string): Promise<readonly string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] });
  const found = findings.parse(await page.evaluate(`axe.run(${JSON.stringify(within === ':root' ? null : within)} ?? document, ${options}).then((result) => result.violations)`));
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}
