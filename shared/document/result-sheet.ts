import { notReturned } from '../domain/count-report.ts';
import { rank } from '../domain/ranking.ts';
import type { Ranked } from '../domain/ranking.ts';
import { voteRate } from '../domain/rate.ts';
import { BASE_TERMS, termsOf } from '../domain/terms.ts';
import { passes, thresholdOfRound, votesForMajority } from '../domain/threshold.ts';
import type { RoundThreshold } from '../domain/threshold.ts';
import type { Facts, OutcomeFacts, RoundFacts } from './facts.ts';
import type { Block, Cell, Column, Document } from './model.ts';
import { DATE_LINE, chairLine, column, documentOf, factRows, heading, paragraph, projectTitle, scrutineerLines, signatures, table } from './parts.ts';
import { dateWords, momentWords, percentWords } from './words.ts';

/** 计票结果报告单 (gate 2): every candidate with votes, rate and its base, rank and outcome; signed by tally clerk and scrutineers. */
export function resultSheet(facts: Facts, round: RoundFacts): Document {
  const { outcome } = round;
  return documentOf('result-sheet', facts, round, {
    kind: 'form',
    blocks: [
      figures(round),
      ...(outcome === null ? [] : outcomeBlocks(facts, round, outcome)),
      signatures(tallyClerkLine(round), ...scrutineerLines(facts, round, 'outcome'), chairLine(facts), DATE_LINE),
    ],
    hash: outcome === null ? null : { label: '结果摘要', value: outcome.hash },
    moreHashes: moreHashes(round),
  });
}

function figures({ countReport, tally, hand, certifiedAt }: RoundFacts): Block {
  const many = (count: number | undefined, unit: string) => (count === undefined ? null : `${count}${unit}`);
  return factRows(
    ['计票方式', hand ? '手工计票' : '系统开箱计票'],
    ['应到代表', many(countReport?.summoned, '人')],
    ['实到代表', many(countReport?.present, '人')],
    ['发出票数', many(countReport?.issued, '张')],
    ['收回票数', countReport === null ? null : `${countReport.received}张（未收回${notReturned(countReport)}张）`],
    ['有效票', tally === null ? null : `${tally.valid}张（其中弃权${tally.abstained}张）`],
    ['无效票', many(tally?.invalid, '张')],
    ['确认日期', certifiedAt === null ? '待签字' : dateWords(certifiedAt)],
  );
}

/** The base of the rates: that of the threshold, else the valid ballots. */
export function rateBase(threshold: RoundThreshold): keyof OutcomeFacts['base'] {
  return threshold?.name ?? 'valid';
}

function outcomeBlocks(facts: Facts, round: RoundFacts, outcome: OutcomeFacts): readonly Block[] {
  const threshold = thresholdOfRound(facts.congress.method, isLater(facts, round), outcome.base);
  return [
    ...(threshold === null ? [] : [paragraph(thresholdWords(threshold), 'note')]),
    countTable(facts, round, outcome, threshold),
    ...outcomeWords(facts, outcome).map((text) => paragraph(text, 'note')),
    ...rulingWords(round),
    ...(outcome.final && facts.rounds.length > 1 ? [heading('各轮汇总'), summaryTable(facts, round, outcome)] : []),
  ];
}

/** A re-vote or second round, or the repeat of one that was void. */
function isLater(facts: Facts, round: RoundFacts): boolean {
  if (round.kind !== 'repeat') return round.kind !== 'first';
  const before = facts.rounds.find((one) => one.number === round.number - 1);
  return before !== undefined && isLater(facts, before);
}

function thresholdWords({ name, base }: NonNullable<RoundThreshold>): string {
  return `入选要求：得票超过${BASE_TERMS[name]}（${base}）的半数，即不少于${votesForMajority(base)}票。`;
}

function countTable(facts: Facts, round: RoundFacts, outcome: OutcomeFacts, threshold: RoundThreshold): Block {
  const base = rateBase(threshold);
  const whole = outcome.base[base];
  const columns: readonly Column[] = [
    column('名次', 1.2, 'center'), column('编号', 1.2, 'center'), column('候选项目', 6.2), column('得票数', 1.5, 'end'),
    column(`得票率\n（占${BASE_TERMS[base]}${whole}）`, 3.4, 'end'),
    ...(threshold === null ? [] : [column('是否\n过半', 1.8, 'center')]),
    column('结果', 3.2, 'center'),
  ];
  const rows = rank(outcome.counts).map((row) => countRow(facts, outcome, threshold, row));
  return table(columns, rows, { name: `第${round.number}轮得票` });
}

function countRow(facts: Facts, outcome: OutcomeFacts, threshold: RoundThreshold, row: Ranked): readonly Cell[] {
  const { part, whole } = voteRate(row.votes, rateBase(threshold), outcome.base);
  return [
    row.rank, row.number, projectTitle(facts, row.number), row.votes,
    whole === 0 ? '—' : percentWords(part, whole),
    ...(threshold === null ? [] : [passes(row.votes, threshold) ? '过半' : '未过半']),
    resultWords(facts, outcome, row.number),
  ];
}

/** 入选, 重点工作, or what is still to be decided: never a word of losing. */
function resultWords(facts: Facts, outcome: OutcomeFacts, number: number): string {
  if (outcome.selected.includes(number)) return '入选';
  if (outcome.keyWork.includes(number)) return facts.congress.method.keyWorkLabel;
  if (outcome.tied.includes(number)) return '得票相等';
  return outcome.next === 'second-round' ? '待再次投票' : '待定';
}

function outcomeWords(facts: Facts, outcome: OutcomeFacts): readonly string[] {
  const { selected, tied, keyWork, placesLeft, final } = outcome;
  const chair = termsOf(facts.congress.profile).chair;
  const next = {
    none: null,
    revote: `就其余${placesLeft}个名额在得票相等的项目中再次投票。`,
    'second-round': `就其余${placesLeft}个名额在未入选的项目中再次投票。`,
    'ruling-tie': `由${chair}裁定。`,
    'ruling-shortfall': `由${chair}决定是否再次投票。`,
  }[outcome.next];
  return [
    selected.length === 0 ? '本轮没有项目入选。' : `本轮入选${selected.length}个：${projectNumbers(selected)}。`,
    ...(tied.length === 0 ? [] : [`应选线上得票相等：${projectNumbers(tied)}。`]),
    ...(next === null ? [] : [next]),
    ...(final && placesLeft > 0 ? [`缺额${placesLeft}个，按本次办法保留，不再投票。`] : []),
    ...(keyWork.length === 0 ? [] : [`纳入${facts.congress.method.keyWorkLabel}${keyWork.length}个：${projectNumbers(keyWork)}。`]),
  ];
}

/** The table above has the names. */
function projectNumbers(numbers: readonly number[]): string {
  return `第${numbers.join('、')}号`;
}

function rulingWords({ rulings }: RoundFacts): readonly Block[] {
  return rulings
    .filter((ruling) => ruling.kind !== 'void' && ruling.effectiveAt !== null)
    .map(({ text, by, reason }) => paragraph(`裁定：${text}（${by}；理由：${reason}）`, 'note'));
}

function summaryTable(facts: Facts, last: RoundFacts, final: OutcomeFacts): Block {
  const selectedIn = (number: number) =>
    facts.rounds.find((round) => round.number <= last.number && round.state !== 'void' && round.outcome?.selected.includes(number) === true);
  const rows = facts.projects.map(({ number, title }) => {
    const round = selectedIn(number);
    const result = round === undefined ? (final.keyWork.includes(number) ? facts.congress.method.keyWorkLabel : '—') : '入选';
    return [number, title, result, round === undefined ? null : `第${round.number}轮`];
  });
  return table([column('编号', 1, 'center'), column('候选项目', 6), column('结果', 3, 'center'), column('轮次', 2, 'center')], rows, { name: '各轮汇总' });
}

/** What else the sheet is bound to: the board, and the audit log as it stood at the certification. */
function moreHashes({ auditHead, outcome, certifiedAt }: RoundFacts): Document['foot']['more'] {
  const board = outcome?.boardHash ?? null;
  const when = certifiedAt === null ? '出具本单时' : '确认签字时';
  return [
    ...(board === null ? [] : [{ label: '开箱单摘要', value: board }]),
    ...(auditHead === null ? [] : [{ label: `${when}操作日志末条（第${auditHead.sequence}条）摘要`, value: auditHead.hash }]),
  ];
}

function tallyClerkLine({ certifiedBy }: RoundFacts) {
  if (certifiedBy === null) return { role: '计票人', name: null, note: null };
  return { role: '计票人', name: certifiedBy.name, note: `已确认 ${momentWords(certifiedBy.at)}` };
}
