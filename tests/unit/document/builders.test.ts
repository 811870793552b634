import { describe, expect, it } from 'vitest';
import { CATALOGUE, buildDocument, mayRead, missingFor } from '#shared/document/catalogue.ts';
import { DOCUMENT_NAMES } from '#shared/document/document-name.ts';
import type { DocumentName } from '#shared/document/document-name.ts';
import type { Facts, RoundFacts } from '#shared/document/facts.ts';
import type { Block, Document } from '#shared/document/model.ts';
import { CONGRESS_METHOD, STREET_METHOD } from '#shared/domain/method.ts';
import { aProject, aRound, aTieAndRevote, anOutcome, countyFacts, streetFacts } from '#tests/builders/document-facts.ts';

const ROLL = [
  { number: '002', name: '欧阳兰', delegation: '甲组', attendance: 'present' as const, checkedInAt: '2026-03-05T00:41:00.000Z', checkedOutAt: null, late: false },
  { number: '001', name: '丁一', delegation: '甲组', attendance: 'left' as const, checkedInAt: '2026-03-05T00:40:00.000Z', checkedOutAt: '2026-03-05T02:20:00.000Z', late: false },
  { number: '003', name: '王二', delegation: '甲组', attendance: 'leave' as const, checkedInAt: null, checkedOutAt: null, late: false },
];

/** Every text of a document, in reading order. */
function textOf(document: Document): string {
  const { meeting, title, subtitle, foot, blocks } = document;
  return [meeting, title, subtitle ?? '', ...blocks.flatMap(blockTexts), foot.fingerprint ?? '', foot.hash?.value ?? ''].join('\n');
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}：${value}`);
    case 'table':
      return [block.caption ?? '', block.columns.map(({ title }) => title).join('|'), ...block.rows.map((row) => row.map((cell) => cell ?? '').join('|'))];
    case 'signatures':
      return block.lines.map(({ role, name, note }) => `${role}：${name ?? ''} ${note ?? ''}`);
    case 'writing':
      return [block.label];
    case 'closing':
      return [block.by, block.date];
    default:
      return [block.text];
  }
}

function build(name: DocumentName, facts: Facts, round: RoundFacts | null = facts.rounds.at(-1) ?? null): Document {
  expect(missingFor(name, facts, round, 'clerk')).toBeNull();
  return buildDocument(name, facts, round);
}

/** Rows of the first table. */
function rowsOf(document: Document) {
  return document.blocks.find((block) => block.kind === 'table')?.rows ?? [];
}

describe('the terms follow the profile', () => {
  const every = (facts: Facts) => DOCUMENT_NAMES.flatMap((name) => facts.rounds.map((round) => build(name, facts, round)));

  it('a street never says 人民代表大会 or 主席团, in no document and no state', () => {
    const before = streetFacts({ rounds: [], adoptions: [], congress: { ...streetFacts().congress, state: 'preparing' } });
    const blank = DOCUMENT_NAMES.filter((name) => missingFor(name, before, null, 'clerk') === null).map((name) => buildDocument(name, before, null));
    const documents = [...every(streetFacts({ rounds: aTieAndRevote() })), ...blank];
    expect(blank.length).toBeGreaterThan(10);
    for (const document of documents) expect([document.name, textOf(document).match(/人民代表大会|主席团|表决票|票决/)]).toEqual([document.name, null]);
  });

  it('a county uses its own words', () => {
    const facts = countyFacts();
    expect(build('announcement', facts)).toMatchObject({ meeting: '安吉县人民代表大会主席团', title: '公告' });
    expect(textOf(build('blank-ballot', facts))).toContain('表决票');
    expect(build('method', facts).title).toBe('票决办法');
    expect(textOf(build('rulings', facts))).toContain('主席团执行主席');
  });

  it('the place stands before the title once', () => {
    expect(build('method', streetFacts()).meeting).toBe('宁围街道2026年度民生实事项目票选');
    const named = streetFacts({ congress: { ...streetFacts().congress, title: '宁围街道民生实事项目票选会' } });
    expect(build('method', named).meeting).toBe('宁围街道民生实事项目票选会');
  });
});

describe('计票结果报告单', () => {
  it('gives every candidate its votes, rank, result and a rate with its base', () => {
    const facts = streetFacts();
    const sheet = build('result-sheet', facts);
    expect(rowsOf(sheet)).toHaveLength(8);
    expect(rowsOf(sheet)[0]).toEqual([1, 1, '宁围文化中心建设项目', 40, '76.92%', '入选']);
    expect(rowsOf(sheet)[7]).toEqual([8, 8, '住宅小区改造提升项目', 11, '21.15%', '办事处重点工作']);
    expect(textOf(sheet)).toContain('得票率\n（占有效票52）');
    expect(textOf(sheet)).toContain('收回票数：53张（未收回2张）');
    expect(sheet.foot).toEqual({
      fingerprint: '7KQ2-M0XA-9D3F-W5ZT',
      hash: { label: '结果摘要', value: 'c'.repeat(64) },
      more: [{ label: '开箱单摘要', value: 'd'.repeat(64) }, { label: '确认签字时操作日志末条（第181条）摘要', value: 'e'.repeat(64) }],
    });
  });

  it('names the base of the threshold, its least number, and who passes: 30 of 60 does not', () => {
    const outcome = anOutcome([40, 38, 36, 35, 31, 30, 20, 11], { rule: CONGRESS_METHOD });
    const sheet = build('result-sheet', countyFacts({ rounds: [aRound({ outcome })] }));
    expect(textOf(sheet)).toContain('得票超过应到（60）的半数，即不少于31票');
    expect(textOf(sheet)).toContain('得票率\n（占应到60）');
    expect(rowsOf(sheet)[4]).toEqual([5, 5, '大社区养老提优项目', 31, '51.66%', '过半', '入选']);
    expect(rowsOf(sheet)[5]?.slice(4)).toEqual(['50.00%', '未过半', '待再次投票']);
  });

  it('shows a tie as a tie, with one rank and what follows', () => {
    const [first, second] = aTieAndRevote();
    const sheet = build('result-sheet', streetFacts({ rounds: [first, second] }), first);
    expect(rowsOf(sheet).filter((row) => row[0] === 6).map((row) => [row[1], row[5]])).toEqual([[6, '得票相等'], [7, '得票相等']]);
    expect(textOf(sheet)).toContain('应选线上得票相等：第6、7号。');
    expect(textOf(sheet)).toContain('就其余1个名额在得票相等的项目中再次投票。');
  });

  it.each([
    ['revote', '第2轮（得票相等再次投票）'], ['second-round', '第2轮（不足应选数再次投票）'], ['repeat', '第2轮（作废后重新投票）'],
  ] as const)('every document of a later round names it: %s', (kind, name) => {
    const rounds = [aRound(), aRound({ number: 2, kind, candidates: [6, 7], places: 1 })];
    const ofRound = DOCUMENT_NAMES.filter((one) => CATALOGUE[one].scope === 'round').map((one) => buildDocument(one, streetFacts({ rounds }), rounds[1] ?? null));
    expect(ofRound.length).toBeGreaterThan(8);
    for (const document of ofRound) expect([document.name, textOf(document).includes(name)]).toEqual([document.name, true]);
  });

  it('sums the rounds up with the last one, by name of the round', () => {
    const sheet = build('result-sheet', streetFacts({ rounds: aTieAndRevote() }));
    expect(sheet.subtitle).toBe('第2轮（得票相等再次投票）');
    expect(textOf(sheet)).toContain('7|城市交通路网建设提升项目|入选|第2轮');
    expect(textOf(sheet)).toContain('6|网羽运动中心建设项目|办事处重点工作|');
    expect(textOf(sheet)).toContain('1|宁围文化中心建设项目|入选|第1轮');
  });

  it('says that a result was counted by hand, and then shows no board', () => {
    const round = aRound({ hand: true, outcome: anOutcome([40, 38, 36, 35, 30, 29, 20, 11], { hand: true }) });
    const text = textOf(build('result-sheet', streetFacts({ rounds: [round] })));
    expect(text).toContain('计票方式：手工计票');
    expect(text).toContain('第1轮（手工计票）');
    expect(text).not.toContain('开箱单摘要');
    expect(textOf(build('announcement', streetFacts({ rounds: [round] })))).toContain('计票方式为手工计票。');
    expect(textOf(build('chair-words', streetFacts({ rounds: [round] })))).toContain('经手工计票');
  });

  it('says on every document of the congress that a round was counted by hand, in the count report before it is signed too', () => {
    const first = aRound({ state: 'void', outcome: null, tally: null });
    const second = aRound({ number: 2, kind: 'repeat', state: 'closed', hand: true, outcome: null, tally: null });
    const facts = streetFacts({ rounds: [first, second], roll: ROLL });
    const documents = DOCUMENT_NAMES.filter((name) => missingFor(name, facts, second, 'clerk') === null).map((name) => buildDocument(name, facts, second));
    expect(documents.length).toBeGreaterThan(13);
    for (const { name, foot } of documents) expect([name, foot.more.at(-1)]).toEqual([name, { label: '计票方式', value: '第2轮为手工计票' }]);
    const report = build('count-report', facts, second);
    expect(report.subtitle).toBe('第2轮（作废后重新投票，手工计票）');
    expect(textOf(report)).toContain('由人工清点、手工计票');
    expect(textOf(report)).not.toContain('换设备');
  });

  it('prints who signed and when, who declined and why, and leaves the rest to the pen', () => {
    const round = aRound({
      signatures: { ...aRound().signatures, outcome: [{ position: 1, at: '2026-03-05T04:05:00.000Z' }] },
      declines: [{ gate: 'outcome', name: '李镕堃', position: 2, reason: '未看到开箱过程' }],
    });
    const text = textOf(build('result-sheet', streetFacts({ rounds: [round] })));
    expect(text).toContain('总监票人：王建国 已电子签名 2026年3月5日 12:05');
    expect(text).toContain('监票人：李镕堃 未签字，理由：未看到开箱过程');
    expect(text).toContain('监票人：陈喆 \n');
    expect(text).not.toContain('赵㛃');
  });
});

describe('清点报告', () => {
  it('holds the figures against the method', () => {
    const text = textOf(build('count-report', streetFacts()));
    expect(text).toContain('未收回票数：2张');
    expect(text).toContain('收回票数（53）等于或少于发出票数（55）：符合。');
    expect(text).toContain('发出票数（55）等于或少于实到人数（55）：符合。');
  });

  it('says so where the figures contradict each other, and asks less where the method does', () => {
    const countReport = { ...aRound().countReport, summoned: 60, present: 50, issued: 55, received: 53, reopened: 0, headCount: null, headCountReason: null, hash: 'b'.repeat(64), valid: false };
    const facts = streetFacts({ rounds: [aRound({ countReport })] });
    expect(textOf(build('count-report', facts))).toContain('发出票数（55）等于或少于实到人数（50）：不符合。');
    expect(textOf(build('count-report', facts))).toContain('本轮票选不能确认');
    const relaxed = { ...facts, congress: { ...facts.congress, method: { ...STREET_METHOD, roundValid: 'received-within-issued' as const } } };
    expect(textOf(build('count-report', relaxed))).not.toContain('等于或少于实到人数');
  });

  it('stays of a round that was void afterwards, and says that it is void', () => {
    const voided = aRound({ state: 'void', outcome: null, tally: null });
    expect(build('count-report', streetFacts({ rounds: [voided] })).subtitle).toBe('第1轮（已作废）');
    expect(missingFor('result-sheet', streetFacts({ rounds: [voided] }), voided, 'clerk')).toBe('round-void');
  });
});

describe('票选办法', () => {
  const articles = (method: Partial<Facts['congress']['method']>) =>
    textOf(build('method', streetFacts({ adoptions: [], congress: { ...streetFacts().congress, method: { ...STREET_METHOD, ...method } } })));

  it.each<Partial<Facts['congress']['method']>>([
    { marking: 'for-against-abstain' }, { places: 5 }, { selectionSize: 'at-most' }, { abstention: 'not-offered' }, { quorum: { numerator: 1, denominator: 2, compare: 'more-than' } },
    { passThreshold: 'half-of-roll' }, { tie: 'ruling' }, { shortfall: 'leave-short' }, { roundValid: 'received-within-issued' }, { signatures: 'all-present' },
    { box: { t: 3, n: 5 } }, { deviceChange: 'free' }, { tracker: 'never' }, { publicList: 'names-and-counts' }, { recordOpenTo: 'everyone' }, { keyWorkLabel: '其他工作' },
  ])('shows every parameter that the meeting adopts: %o', (change) => {
    expect(articles(change)).not.toBe(articles({}));
  });

  it('shows whether the threshold holds in later rounds', () => {
    expect(articles({ passThreshold: 'half-of-roll', laterThreshold: 'none' })).not.toBe(articles({ passThreshold: 'half-of-roll' }));
  });

  it('says every parameter in words, with the least numbers of this roll', () => {
    expect(articles({})).toContain('达到应到代表的三分之二以上（含三分之二），即不少于40人');
    expect(articles({ quorum: { numerator: 2, denominator: 3, compare: 'more-than' } })).toContain('超过应到代表的三分之二（不含三分之二），即不少于41人');
    expect(articles({})).toContain('须选择6个项目，少于或多于6个的为无效票');
    expect(articles({ selectionSize: 'at-most' })).toContain('等于或少于6个的有效，多于6个的为无效票');
    expect(articles({ passThreshold: 'half-of-roll' })).toContain('不含半数，即不少于31票');
    expect(articles({ abstention: 'not-offered' })).toContain('本次不设弃权票');
    expect(articles({ tie: 'ruling' })).not.toContain('再次投票仍然相等');
    expect(articles({ signatures: 'all-present' })).toContain('在场的全部监票人');
    expect(articles({ publicList: 'names-and-counts' })).toContain('公布项目名单和得票数');
    expect(articles({})).toContain('不得委托他人投票');
  });

  it('is a draft until it is adopted, then carries the day and the hash of what was voted on', () => {
    expect(build('method', streetFacts({ adoptions: [] })).title).toBe('票选办法（草案）');
    expect(build('method', streetFacts())).toMatchObject({ title: '票选办法', subtitle: '（2026年3月5日会议通过）', foot: { hash: { value: '1'.repeat(64) } } });
  });
});

describe('表决票', () => {
  it('names nobody, counts nothing, and says how to mark by the places of the round', () => {
    const [first, second] = aTieAndRevote();
    const ballot = build('blank-ballot', streetFacts({ rounds: [first, second], roll: ROLL }));
    expect(rowsOf(ballot)).toEqual([[6, '网羽运动中心建设项目', null], [7, '城市交通路网建设提升项目', null]]);
    expect(textOf(ballot)).toContain('须选择1个项目');
    expect(ballot.blocks.at(-1)).toMatchObject({ kind: 'stamp' });
    for (const { name } of ROLL) expect(textOf(ballot)).not.toContain(name);
  });

  it('can be printed before anything happened, as the hand-count sheet can', () => {
    const facts = streetFacts({ rounds: [], congress: { ...streetFacts().congress, state: 'preparing' } });
    expect(build('blank-ballot', facts, null).foot).toEqual({ fingerprint: null, hash: null, more: [] });
    expect(rowsOf(build('hand-count-sheet', facts, null))).toHaveLength(8);
    expect(missingFor('blank-ballot', { ...facts, projects: [] }, null, 'clerk')).toBe('no-candidates');
  });

  it('is of the first round before there is one; forms that any round may need leave its number to the pen', () => {
    const facts = streetFacts({ rounds: [], scrutineers: [], summoned: 0, adoptions: [] });
    expect(build('blank-ballot', facts, null).subtitle).toBe('第1轮');
    expect(build('hand-count-sheet', facts, null).subtitle).toBe('第1轮');
    for (const name of ['ballot-register', 'objections', 'rulings'] as const) expect(build(name, facts, null).subtitle).toBe('第____轮');
    expect(textOf(build('hand-count-sheet', facts, null))).toContain('总监票人：');
    expect(textOf(build('method', facts))).toContain('即不少于____人');
  });

  it('registers printed ballots where they are kept, and has rows for the pen where not', () => {
    const papers = { printed: 10, issued: 3, spoiled: 1, unused: 6, handedOut: [{ number: '007', name: '孙七' }] };
    expect(rowsOf(build('ballot-register', streetFacts({ rounds: [aRound({ papers })] }))).map((row) => row[1])).toEqual([10, 3, 1, 6]);
    expect(textOf(build('ballot-register', streetFacts({ rounds: [aRound({ papers })] })))).toContain('1|007|孙七|||');
    expect(rowsOf(build('ballot-register', streetFacts())).map((row) => row[1])).toEqual([null, null, null, null]);
  });
});

describe('无效票认定单', () => {
  it('has the chief\'s rulings on doubtful sheets with their reasons, and rows for the pen where there are none', () => {
    const sheetRulings = [{ sheet: 3, valid: false, reason: '圈画在两栏之间', ruledBy: '王建国' }];
    expect(textOf(build('invalid-ballots', streetFacts({ rounds: [aRound({ sheetRulings })] })))).toContain('3|无效|圈画在两栏之间（王建国）|');
    expect(textOf(build('invalid-ballots', streetFacts()))).toContain('1|选择的项目数不符合办法规定|1');
  });
});

describe('registers', () => {
  it('orders names by strokes inside a delegation and tells who is where', () => {
    const register = build('check-in-register', streetFacts({ roll: ROLL }));
    expect(rowsOf(register).map((row) => [row[1], row[4], row[5]])).toEqual([
      ['001', '3月5日 08:40', '10:20离场'], ['003', null, '请假'], ['002', '3月5日 08:41', null],
    ]);
    expect(textOf(register)).toContain('应到60人，实到55人，请假1人；法定人数40人，已达到。');
  });

  it('marks who came late on the page and in a column of the spreadsheet, beside whatever else is said of them', () => {
    const register = build('check-in-register', streetFacts({ roll: ROLL.map((line) => ({ ...line, late: line.checkedInAt !== null })) }));
    expect(rowsOf(register).map((row) => [row[1], row[5], row[10]])).toEqual([
      ['001', '迟到，10:20离场', '迟到'], ['003', '请假', null], ['002', '迟到', '迟到'],
    ]);
    expect(textOf(register)).toContain('应到60人，实到55人，请假1人，迟到2人；法定人数40人，已达到。');
  });

  it('keeps a revoked letter beside the new one', () => {
    const made = { standing: 'handed-out', revokedAt: null, reason: null, handedOutAt: '2026-03-05T00:30:00.000Z', handedOutBy: '周敏', keptAt: null, keptBy: null } as const;
    const letters = [{
      number: '001', name: '丁一', delegation: '甲组',
      letters: [{ ...made, standing: 'revoked' as const, madeAt: '2026-03-01T02:00:00.000Z', revokedAt: '2026-03-02T02:00:00.000Z', reason: '卡纸', handedOutAt: null, handedOutBy: null }, { ...made, madeAt: '2026-03-02T02:00:00.000Z' }],
    }];
    const register = build('letters-register', streetFacts({ letters }));
    expect(rowsOf(register).map((row) => [row[0], row[6], row[9], row[13]])).toEqual([[1, '作废', null, '卡纸'], [2, '已发放', '周敏', null]]);
    expect(textOf(register)).toContain('已制作2份：发放1份，封存0份，作废1份。制作数＝发放数＋封存数＋作废数。');
  });
});

describe('what is announced', () => {
  it('a list of all selected over both rounds, and never a word of losing', () => {
    const facts = streetFacts({ rounds: aTieAndRevote() });
    for (const name of ['chair-words', 'announcement', 'result-sheet', 'project-list'] as const) {
      const text = textOf(build(name, facts));
      expect(text).not.toMatch(/落选|淘汰|未入选|落榜|失败/);
      expect(text).toContain('城市交通路网建设提升项目');
    }
    expect(textOf(build('chair-words', facts))).toContain('一、以下6个项目，确定为宁围街道2026年度民生实事项目：');
    expect(textOf(build('chair-words', facts))).toContain('二、以下2个项目，纳入办事处重点工作：');
  });

  it('counts stand in the announcement only where the method publishes them', () => {
    expect(build('announcement', streetFacts()).blocks.some((block) => block.kind === 'table')).toBe(false);
    expect(textOf(build('announcement', countyFacts()))).toContain('1|宁围文化中心建设项目|40');
  });

  it('the project list leaves empty what is unknown, and counts money in numbers', () => {
    const projects = [aProject(1, { investment: 12_345_000, responsibleUnit: '城建办', standing: 'selected' }), aProject(2, { targets: [], standing: 'key-work' })];
    const list = build('project-list', streetFacts({ projects }));
    expect(rowsOf(list)).toEqual([[1, '宁围文化中心建设项目', null, '建成启用不少于1处；改造道路5条', 1234.5, '城建办', null]]);
  });
});

describe('who reads what, and from when on', () => {
  it('the public reads the announcement and nothing else, once published', () => {
    expect(DOCUMENT_NAMES.filter((name) => mayRead(name, 'public'))).toEqual(['announcement']);
    expect(DOCUMENT_NAMES.filter((name) => mayRead(name, 'delegate'))).toEqual(['announcement']);
    expect(missingFor('announcement', streetFacts(), null, 'public')).toBe('not-published');
    const published = streetFacts({ congress: { ...streetFacts().congress, state: 'published' } });
    expect(missingFor('announcement', published, null, 'public')).toBeNull();
  });

  it('nothing that tells of a tally exists before the board is signed by two', () => {
    const states = ['prepared', 'armed', 'open', 'closed', 'confirmed', 'frozen'] as const;
    for (const state of states) {
      const round = aRound({ state, certifiedAt: null });
      for (const name of ['result-sheet', 'invalid-ballots', 'chair-words'] as const) {
        expect([state, name, missingFor(name, streetFacts({ rounds: [round] }), round, 'clerk') === null]).toEqual([state, name, false]);
      }
    }
  });

  it('every document has a print page and a PDF', () => {
    expect(DOCUMENT_NAMES.filter((name) => !CATALOGUE[name].formats.includes('pdf'))).toEqual([]);
  });
});
