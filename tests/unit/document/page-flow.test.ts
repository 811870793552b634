import { describe, expect, it, test } from 'vitest';
import { buildDocument } from '#shared/document/catalogue.ts';
import type { DocumentName } from '#shared/document/document-name.ts';
import type { Facts, RollLine, RoundFacts } from '#shared/document/facts.ts';
import { closingIndents } from '#shared/document/page-flow.ts';
import { titleLines } from '#shared/document/title-lines.ts';
import { docxOf } from '#server/documents/docx.ts';
import { FontShelf } from '#server/documents/font-shelf.ts';
import { pdfOf } from '#server/documents/pdf.ts';
import { aProject, aRound, anOutcome, streetFacts } from '#tests/builders/document-facts.ts';
import { partsOf } from '#tests/support/office-file.ts';
import { readPdf } from '#tests/support/pdf-text.ts';

const shelf = new FontShelf([]);

async function pagesOf(name: DocumentName, facts: Facts, round: RoundFacts | null = null): Promise<readonly string[]> {
  return readPdf(await pdfOf(buildDocument(name, facts, round), new Date(), shelf)).pageTexts;
}

function rollOf(size: number): RollLine[] {
  return Array.from({ length: size }, (_line, index) => ({
    number: String(1001 + index), name: '王建国', delegation: '第一组', attendance: 'present', checkedInAt: '2026-03-05T00:41:00.000Z', checkedOutAt: null, late: false,
  }));
}

/** How many delegates the text of a page names. */
function delegatesOn(page: string): number {
  return page.split('王建国').length - 1;
}

test('the places to sign never stand alone on the last page of a register, whatever the length of the roll', { timeout: 120_000 }, async () => {
  const lengths: number[] = [];
  for (let size = 15; size <= 22; size += 1) {
    const pages = await pagesOf('check-in-register', streetFacts({ roll: rollOf(size) }));
    lengths.push(pages.length);
    const last = pages.at(-1) ?? '';
    expect([size, last.includes('签到工作人员：'), delegatesOn(last) > 0]).toEqual([size, true, true]);
    // None is empty either, such as one behind the last line.
    expect([size, pages.map((page) => delegatesOn(page) > 0)]).toEqual([size, pages.map(() => true)]);
    expect(pages.reduce((sum, page) => sum + delegatesOn(page), 0)).toBe(size);
  }
  // One page at first, two in the end: the length at which they would have stood alone is among them.
  expect([lengths[0], lengths.at(-1)]).toEqual([1, 2]);
});

test('every page of a long register has its header row and its number', async () => {
  const pages = await pagesOf('check-in-register', streetFacts({ roll: rollOf(70) }));
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach((page, index) => expect([page.includes('代表证号'), page.includes(`— ${String(index + 1)} —`)]).toEqual([true, true]));
});

test('a result sheet takes its remarks or rows over to the page that is signed', { timeout: 120_000 }, async () => {
  for (const reason of ['', '理由很长，'.repeat(20), '理由很长，'.repeat(40), '理由很长，'.repeat(60)]) {
    const round = aRound({ declines: [{ gate: 'outcome', name: '陈喆', position: 3, reason }] });
    const pages = await pagesOf('result-sheet', streetFacts({ rounds: [round] }), round);
    const signed = pages.find((page) => page.includes('计票人：周敏')) ?? '';
    expect(signed).toMatch(/本轮入选|候选项目/);
  }
});

test('what announces a list, and the caption of a table, is never the last line of a page', { timeout: 120_000 }, async () => {
  for (let lines = 1; lines <= 12; lines += 1) {
    const note = '建设内容'.repeat(10 * lines);
    const facts = streetFacts({ projects: [aProject(1, { standing: 'selected', note }), aProject(2, { standing: 'selected', note }), aProject(3, { standing: 'key-work' })] });
    const page = (await pagesOf('project-list', facts)).find((one) => one.includes('办事处重点工作')) ?? '';
    expect([lines, page.includes('“校园护航”提升项目')]).toEqual([lines, true]);
  }
  for (let selected = 6; selected <= 10; selected += 1) {
    const projects = Array.from({ length: selected + 2 }, (_project, index) => aProject(index + 1, { title: `项目${String(index + 1)}` }));
    const outcome = { ...anOutcome([9, 8, 7], { places: 2 }), keyWork: [selected + 1, selected + 2], final: true };
    const round = aRound({ outcome });
    const page = (await pagesOf('chair-words', streetFacts({ rounds: [round], projects }), round)).find((one) => one.includes('纳入办事处重点工作：')) ?? '';
    expect([selected, page.includes(`（一）项目${String(selected + 1)}`)]).toEqual([selected, true]);
  }
});

test('nothing of a cell that is higher than a page is cut off', async () => {
  const detail = `${Array.from({ length: 900 }, (_one, index) => String(index + 1001)).join(' ')} 末尾`;
  const audit = [{ sequence: 1, hash: 'a'.repeat(64), at: '2026-03-05T01:00:00.000Z', actor: 'clerk 周敏', act: 'letters kept sealed', detail: `900: ${detail}` }];
  const pages = await pagesOf('audit-log', streetFacts({ audit }));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.join('')).toContain('末尾');
  expect(pages.join('').replace(/\s/g, '')).toContain('1450');
});

describe('a Word file', () => {
  const sheet = () => docxOf(buildDocument('result-sheet', streetFacts(), streetFacts().rounds[0] ?? null));

  it('numbers odd pages on the right and even pages on the left', async () => {
    const file = await sheet();
    expect(partsOf(file)['word/settings.xml']).toContain('<w:evenAndOddHeaders');
    const feet = ['word/footer1.xml', 'word/footer2.xml'].map((part) => partsOf(file)[part] ?? '');
    for (const foot of feet) expect(foot).toMatch(/— <\/w:t>.*PAGE.*— ?<\/w:t>|PAGE/s);
    expect(feet.map((foot) => /<w:jc w:val="(left|right)"/.exec(foot)?.[1]).toSorted()).toEqual(['left', 'right']);
  });

  it('repeats header rows, and keeps the last rows and every line to sign with the next one', async () => {
    const body = partsOf(await sheet())['word/document.xml'] ?? '';
    expect(body).toContain('<w:tblHeader');
    const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => one);
    const signed = paragraphs.filter((one) => one.includes('监票人：') || one.includes('计票人：'));
    expect(signed.length).toBe(4);
    for (const one of signed) expect(one).toContain('<w:keepNext');
    const before = paragraphs[paragraphs.findIndex((one) => one.includes('计票人：')) - 1] ?? '';
    expect(before).toContain('<w:keepNext');
  });
});

test('a title breaks between words, into lines that are as even as can be', () => {
  expect(titleLines('宁围街道2026年度民生实事项目票选', 53)).toEqual(['宁围街道2026年度民生实事项目票选']);
  expect(titleLines('安吉县第十七届人民代表大会第五次会议民生实事项目票决', 42)).toEqual(['安吉县第十七届人民代表大会', '第五次会议民生实事项目票决']);
  const long = titleLines('巴音郭楞蒙古自治州和静县第十八届人民代表大会第五次会议民生实事项目票决', 40);
  expect(long).toHaveLength(2);
  for (const word of ['人民代表大会', '民生实事项目', '第五次会议']) expect([word, long.some((line) => line.includes(word))]).toEqual([word, true]);
  // A word that no line can hold is left to whoever lays it out.
  expect(titleLines('x'.repeat(60), 40)).toEqual(['x'.repeat(60)]);
});

test('a closing has its date four characters in and the name centred above it; a long name moves both', () => {
  expect(closingIndents({ by: '宁围街道办', date: '2026年3月5日' })).toEqual({ by: 4.5, date: 4 });
  expect(closingIndents({ by: '甲'.repeat(20), date: '2026年3月5日' })).toEqual({ by: 0, date: 7 });
});
