import { CONGRESS_METHOD, STREET_METHOD } from '#shared/domain/method.ts';
import { type OutcomeInput, type ProjectCount, decideOutcome, finalKeyWork } from '#shared/domain/outcome.ts';
import type { Facts, OutcomeFacts, ProjectFacts, RoundFacts } from '#shared/document/facts.ts';

/** Facts of a congress day for the documents; valid by default, a test says only what matters to it. */

const HASH = (letter: string) => letter.repeat(64);
const AT = '2026-03-05T01:30:00.000Z';

const TITLES = [
  '宁围文化中心建设项目', '持续推进未来社区创建项目', '“校园护航”提升项目', '医疗健康提质项目',
  '大社区养老提优项目', '网羽运动中心建设项目', '城市交通路网建设提升项目', '住宅小区改造提升项目',
];

export function aProject(number: number, more: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    number,
    title: TITLES[number - 1] ?? `第${number}号候选项目`,
    theme: null,
    targets: [{ what: '建成启用', atLeast: number, unit: '处' }, { what: '改造道路', exactly: 5, unit: '条' }],
    investment: null,
    responsibleUnit: null,
    deadline: null,
    note: null,
    standing: 'candidate',
    ...more,
  };
}

export function aRound(more: Partial<RoundFacts> = {}): RoundFacts {
  return {
    number: 1, kind: 'first', state: 'certified', places: 6, hand: false, candidates: [1, 2, 3, 4, 5, 6, 7, 8], summoned: 60,
    fingerprint: '7KQ2-M0XA-9D3F-W5ZT', manifestHash: HASH('a'), armedAt: AT, openedAt: AT, closedAt: AT, certifiedAt: AT,
    countReport: {
      summoned: 60, present: 55, issued: 55, received: 53, reopened: 1, headCount: 55, headCountReason: null, hash: HASH('b'), valid: true,
    },
    tally: { received: 53, valid: 52, abstained: 3, invalid: 1, invalidReasons: { rule: 1, malformed: 0, unopenable: 0, 'paper-invalid': 0 } },
    outcome: anOutcome([40, 38, 36, 35, 30, 29, 20, 11]),
    signatures: {
      manifest: signed(1, 2), count: signed(1, 2), sth: signed(1, 2), board: signed(1, 2), outcome: signed(1, 2),
    },
    certifiedBy: { name: '周敏', at: AT },
    declines: [], rulings: [], objections: [], papers: null, sheetRulings: [],
    auditHead: { sequence: 181, hash: HASH('e') },
    ...more,
  };
}

function signed(...positions: readonly number[]) {
  return positions.map((position) => ({ position, at: AT }));
}

/** What follows from these votes of projects 1, 2, 3... by the street's method, unless told otherwise. */
export function anOutcome(votes: readonly number[], more: Partial<OutcomeInput> & { readonly hand?: boolean } = {}): OutcomeFacts {
  const counts: readonly ProjectCount[] = votes.map((count, index) => ({ number: index + 1, votes: count }));
  const { hand = false, ...input } = more;
  const facts: OutcomeInput = {
    counts, places: 6, base: { roll: 60, present: 55, valid: 52 }, rule: STREET_METHOD, later: false, earlierTies: 0, ruling: null, ...input,
  };
  const decided = decideOutcome(facts);
  if (!decided.ok) throw new Error(decided.reason);
  const { next, ...rest } = decided.outcome;
  return {
    ...rest,
    hash: HASH('c'), boardHash: hand ? null : HASH('d'),
    counts: facts.counts,
    base: facts.base,
    keyWork: rest.final ? finalKeyWork(facts.counts.map((row) => row.number), [rest.selected]) : [],
    next: next.kind === 'ruling' ? `ruling-${next.because}` : next.kind,
  };
}

/** A street of 60 whose first round decided. */
export function streetFacts(more: Partial<Facts> = {}): Facts {
  const rounds = more.rounds ?? [aRound()];
  const final = rounds.findLast((round) => round.outcome?.final === true)?.outcome ?? null;
  return {
    congress: {
      title: '2026年度民生实事项目票选', place: '宁围街道', year: 2026, profile: 'street', rehearsal: false, state: 'decided',
      method: STREET_METHOD, decidedAt: AT, publishedAt: null,
    },
    projects: TITLES.map((_title, index) => aProject(index + 1, { standing: standingOf(index + 1, final) })),
    scrutineers: [
      { name: '王建国', delegateNumber: '001', chief: true, alternate: false, position: 1, keyCode: '3F7Q-9K2M' },
      { name: '李镕堃', delegateNumber: '002', chief: false, alternate: false, position: 2, keyCode: 'XB40-T6RN' },
      { name: '陈喆', delegateNumber: '003', chief: false, alternate: false, position: 3, keyCode: 'M1ZC-8VWD' },
      { name: '赵㛃', delegateNumber: '004', chief: false, alternate: true, position: null, keyCode: null },
    ],
    clerks: ['周敏', '吴颙'],
    adoptions: [
      { subject: 'method', votesFor: 54, votesAgainst: 0, votesAbstain: 1, carried: true, standing: true, hash: HASH('1'), adoptedAt: AT },
      { subject: 'scrutineers', votesFor: 55, votesAgainst: 0, votesAbstain: 0, carried: true, standing: true, hash: HASH('2'), adoptedAt: AT },
    ],
    rounds,
    summoned: 60,
    present: 55,
    roll: [],
    letters: [],
    audit: [],
    ...more,
  };
}

function standingOf(number: number, final: OutcomeFacts | null): ProjectFacts['standing'] {
  if (final === null) return 'candidate';
  return final.keyWork.includes(number) ? 'key-work' : 'selected';
}

/** A county congress, whose method asks for more than half of the roll. */
export function countyFacts(more: Partial<Facts> = {}): Facts {
  const base = streetFacts(more);
  return {
    ...base,
    congress: {
      ...base.congress, title: '第十七届人民代表大会第五次会议民生实事项目票决', place: '安吉县', profile: 'county', method: CONGRESS_METHOD,
      ...more.congress,
    },
  };
}

/** Projects 6 and 7 tie for the sixth place; round 2 decides for project 7. */
export function aTieAndRevote(): readonly [RoundFacts, RoundFacts] {
  const first = aRound({ outcome: anOutcome([40, 38, 36, 35, 30, 25, 25, 11]) });
  const counts = [{ number: 6, votes: 22 }, { number: 7, votes: 28 }];
  const outcome = anOutcome([], { counts, places: 1, later: true, earlierTies: 1 });
  const second = aRound({
    number: 2, kind: 'revote', places: 1, candidates: [6, 7], fingerprint: 'P4VE-0C8R-JX6M-2TQH',
    outcome: { ...outcome, hash: HASH('9'), keyWork: [6, 8] },
  });
  return [first, second];
}
