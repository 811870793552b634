import { describe, expect, it } from 'vitest';
import { ERROR_TEXT, errorSentences } from '#shared/contract/error-text.ts';
import { ERROR_CODES } from '#shared/error-code.ts';

describe('sentences of refusals', () => {
  it.each(ERROR_CODES)('%s says in both languages what happened and what to do next', (code) => {
    const { zh, en } = errorSentences(code);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
    // At least what happened and what next: two clauses, each language ending in a full stop.
    expect(zh.split(/[。，：；]/).filter(Boolean).length).toBeGreaterThanOrEqual(2);
    expect(zh.endsWith('。')).toBe(true);
    expect(en.endsWith('.')).toBe(true);
  });

  it.each(ERROR_CODES)('%s shows no placeholder or bracket when no figures are given', (code) => {
    const { zh, en } = errorSentences(code);
    expect(zh + en).not.toMatch(/[[\]{}]/);
  });

  it.each(ERROR_CODES)('%s keeps every placeholder inside a part that can be left out, the same in both languages', (code) => {
    const { zh, en } = ERROR_TEXT[code];
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
    expect(zh.replace(/\[[^\]]*\]/g, '')).not.toContain('{');
    expect(en.replace(/\[[^\]]*\]/g, '')).not.toContain('{');
    expect(names(zh)).toEqual(names(en));
  });

  it('never blames and never uses the words that a hall must not hear', () => {
    for (const code of ERROR_CODES) {
      const { zh, en } = errorSentences(code);
      expect(zh).not.toMatch(/您错|你错|落选|淘汰|失败|非法/);
      expect(en.toLowerCase()).not.toMatch(/your fault|illegal|you failed|eliminated|loser|\buser\b/);
    }
  });

  it('fills the figures of the hall', () => {
    const { zh, en } = errorSentences('quorum-missing', { figures: { summoned: 60, present: 39, needed: 40 } });
    expect(zh).toContain('应到 60 人，实到 39 人，需要 40 人');
    expect(en).toContain('60 summoned, 39 present, 40 needed');
  });

  it('leaves a part out when one of its figures is missing', () => {
    expect(errorSentences('quorum-missing', { figures: { present: 39 } }).en).toBe(
      'The quorum is missing, so voting cannot begin. Please wait for more delegates to check in.',
    );
  });

  it('shows a figure of zero', () => {
    expect(errorSentences('too-few-selected', { figures: { selected: 0, min: 6 } }).zh).toContain('已选 0，至少 6');
  });

  it('fills a figure literally, so that it cannot add a placeholder of its own', () => {
    expect(errorSentences('delegate-number-taken', { figures: { number: '[{rows}]' } }).en).toContain('([{rows}])');
  });
});
