import { expect, test } from 'vitest';
import { buildDocument } from '#shared/document/catalogue.ts';
import { factGrid } from '#shared/document/fact-grid.ts';
import { sheetsOf } from '#shared/document/sheet.ts';
import { chineseNumber, momentWords, percentWords } from '#shared/document/words.ts';
import { FontShelf } from '#server/documents/font-shelf.ts';
import { pdfOf } from '#server/documents/pdf.ts';
import { runsOf } from '#server/documents/text-runs.ts';
import { xlsxOf } from '#server/documents/xlsx.ts';
import { pageRule } from '#web/print/page-rule.ts';
import { streetFacts } from '#tests/builders/document-facts.ts';
import { xlsxSheets } from '#tests/support/office-file.ts';
import { readPdf } from '#tests/support/pdf-text.ts';

test('numbers, rates and instants in words', () => {
  expect([1, 10, 12, 20, 21, 99].map(chineseNumber)).toEqual(['一', '十', '十二', '二十', '二十一', '九十九']);
  expect(percentWords(1, 2)).toBe('50.00%');
  // Never rounded up to what was not reached.
  expect(percentWords(29_999, 60_000)).toBe('49.99%');
  expect(momentWords('2025-12-31T16:30:00.000Z')).toBe('2026年1月1日 00:30');
});

test('short facts stand side by side, long ones alone, none is lost', () => {
  const facts = [['a', '1'], ['b', '2'], ['c', 'x'.repeat(64)], ['d', '4']].map(([label = '', value = '']) => ({ label, value }));
  expect(factGrid(facts).map((row) => row.map((fact) => fact.label))).toEqual([['a', 'b'], ['c'], ['d']]);
});

test('a character that the main font lacks comes from another one, and one that none has is written as its code point', () => {
  const shelf = new FontShelf([]);
  expect(runsOf('王镕堃喆', 400, shelf)).toEqual([{ text: '王镕堃喆', font: 'chinese-simplified-400' }]);
  const runs = runsOf('欧阳颙㛃', 400, shelf);
  expect(runs.map((run) => run.text)).toEqual(['欧阳', '颙', '〔U+36C3〕']);
  expect(runs[1]?.font).not.toBe(runs[0]?.font);
});

test('names of rare characters can be selected and searched in a PDF, which has a glyph for each', async () => {
  const line = { delegation: '第一组', attendance: 'present' as const, checkedInAt: null, checkedOutAt: null, late: false };
  const names = ['欧阳颙', '李镕堃', '陈喆', '买买提·艾合买提江', '𠮷田'];
  const facts = streetFacts({ roll: names.map((name, index) => ({ ...line, name, number: String(index + 1) })) });
  const pdf = readPdf(await pdfOf(buildDocument('check-in-register', facts, null), new Date(), new FontShelf([])));
  for (const name of names.slice(0, 4)) expect(pdf.text).toContain(name);
  expect(pdf.text).toContain('〔U+20BB7〕田');
  expect(pdf.embedded).toBe(pdf.fonts);
});

test('no cell of a spreadsheet starts a formula, whatever a person typed', async () => {
  const typed = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];
  const facts = streetFacts({ audit: typed.map((detail, index) => ({ sequence: index + 1, hash: 'a'.repeat(64), at: '2026-03-05T01:00:00.000Z', actor: 'clerk 周敏', act: 'x', detail })) });
  const [log = ''] = xlsxSheets(await xlsxOf(buildDocument('audit-log', facts, null)));
  const cells = [...log.matchAll(/<c r="E(\d)" [^>]*t="(\w+)"/g)].map((match) => match[2]);
  expect(cells).toEqual(['s', 's', 's', 's', 's', 's', 's']);
  expect(log).not.toContain('<f');
});

test('the sheets of a rehearsal say so, and each name is one that Excel takes', () => {
  const facts = streetFacts();
  const document = buildDocument('result-sheet', { ...facts, congress: { ...facts.congress, rehearsal: true } }, facts.rounds[0] ?? null);
  const names = sheetsOf(document).map((sheet) => sheet.name);
  expect(names).toEqual(['演练 第1轮得票', '演练 说明']);
  expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
});

test('the rule of the printed page cannot be ended by a text of the record', () => {
  const document = buildDocument('method', streetFacts(), null);
  const rule = pageRule({ ...document, foot: { fingerprint: '";} body{display:none}</style>', hash: null, more: [] } });
  expect(rule).not.toContain('</style>');
  expect(rule.match(/"/g)).toHaveLength(14);
  // Odd pages right, even pages left.
  expect(rule).toContain('@page :right { @bottom-right { content: "\\3000" "— " counter(page) " —"; direction: rtl');
  expect(rule).toContain('@page :left { @bottom-left { content: "\\3000" "— " counter(page) " —"; direction: ltr');
});
