import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

/** WCAG 2.2 AA and below, and what axe calls best practice. */
const ALL_RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/**
 * The rules whose verdict follows from computed colours, the only ones that a theme or a contrast can change: every
 * other rule reads names, roles, structure or sizes, which no theme touches (styles/tokens.css changes colours alone).
 */
const COLOUR_RULES = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** The rules whose verdict follows from the places and sizes of boxes, the only ones that larger type can change. */
const SIZE_RULES = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };

const RULES = {
  all: ALL_RULES,
  colours: COLOUR_RULES,
  sizes: SIZE_RULES,
  both: { type: 'rule', values: [...COLOUR_RULES.values, ...SIZE_RULES.values] },
} as const;
export type Rules = keyof typeof RULES;

const findings = z.array(z.object({
  id: z.string(),
  help: z.string(),
  nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
}));

let source: Promise<string> | null = null;

/**
 * What axe finds on the page as it stands, or in the part that the selector names, one line per element. Its source
 * is evaluated by the debugger, not added to the document, so the page's Content-Security-Policy stays as strict as
 * it is for everyone.
 */
export async function violations(page: Page, rules: Rules, within = ':root'): Promise<readonly string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  await page.evaluate(movedToItsEnd);
  // No rule of these reads style sheets or media files, which axe would otherwise fetch once more.
  const options = JSON.stringify({ runOnly: RULES[rules], resultTypes: ['violations'], preload: false });
  const found = findings.parse(await page.evaluate(`axe.run(${JSON.stringify(within === ':root' ? null : within)} ?? document, ${options}).then((result) => result.violations)`));
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** Runs in the page. In the middle of a change of colour or opacity nothing has its contrast. */
async function movedToItsEnd(): Promise<void> {
  const moving = document.getAnimations().filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}
