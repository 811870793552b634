import { quorumMet } from '../domain/attendance.ts';
import { termsOf } from '../domain/terms.ts';
import type { Facts, OutcomeFacts, RoundFacts } from './facts.ts';
import type { Block, Document } from './model.ts';
import { documentOf, paragraph, projectTitle } from './parts.ts';
import { assemblyName, chineseNumber } from './words.ts';

/** 主持人宣布词, to be read aloud after gate 2: the result of the round and, with the last one, the two lists. */
export function chairWords(facts: Facts, round: RoundFacts): Document {
  const { outcome } = round;
  return documentOf('chair-words', facts, round, {
    kind: 'text',
    blocks: [
      paragraph('各位代表：', 'plain'),
      paragraph(`现在宣布${facts.rounds.length > 1 ? `第${round.number}轮` : ''}${termsOf(facts.congress.profile).vote}结果。`),
      paragraph(hallWords(facts, round)),
      ...(outcome === null ? [] : resultBlocks(facts, outcome)),
    ],
  });
}

function hallWords(facts: Facts, { countReport, tally, hand }: RoundFacts): string {
  if (countReport === null || tally === null) return '';
  const { vote, ballotPaper } = termsOf(facts.congress.profile);
  const { summoned, present, issued, received } = countReport;
  const quorum = quorumMet(facts.congress.method.quorum, summoned, present) ? '，符合法定人数' : '';
  const way = hand ? '经手工计票，' : '';
  return (
    `本轮应到代表${summoned}人，实到${present}人${quorum}。共发出${ballotPaper}${issued}张，收回${received}张，` +
    `其中有效票${tally.valid}张（含弃权票${tally.abstained}张），无效票${tally.invalid}张。${way}收回的票没有超过发出的票，${vote}有效。`
  );
}

function resultBlocks(facts: Facts, outcome: OutcomeFacts): readonly Block[] {
  return outcome.final ? finalBlocks(facts, outcome) : openBlocks(facts, outcome);
}

/** The two lists of the whole congress, with those selected in earlier rounds. */
function finalBlocks(facts: Facts, { keyWork }: OutcomeFacts): readonly Block[] {
  const { year, method, place } = facts.congress;
  const rest = new Set(keyWork);
  const selected = facts.projects.filter((project) => !rest.has(project.number)).map((project) => project.number);
  return [
    paragraph(`根据计票结果和本次会议通过的${termsOf(facts.congress.profile).method}，我宣布：`),
    paragraph(`一、以下${selected.length}个项目，确定为${place}${year}年度民生实事项目：`),
    ...numbered(facts, selected),
    ...(keyWork.length === 0 ? [] : [paragraph(`二、以下${keyWork.length}个项目，纳入${method.keyWorkLabel}：`), ...numbered(facts, keyWork)]),
    paragraph(`${assemblyName(facts)}请有关单位抓紧实施，早日惠及群众。`),
  ];
}

/** A round that decides not everything: what it selected, and what follows. */
function openBlocks(facts: Facts, { selected, tied, placesLeft, next }: OutcomeFacts): readonly Block[] {
  const chair = termsOf(facts.congress.profile).chair;
  const follows = {
    none: '',
    revote: `现就其余${placesLeft}个名额，在得票相等的项目中再次投票。`,
    'second-round': `现就其余${placesLeft}个名额，在其余项目中再次投票。`,
    'ruling-tie': `由${chair}裁定。`,
    'ruling-shortfall': `由${chair}决定是否再次投票。`,
  }[next];
  return [
    ...(selected.length === 0 ? [paragraph('本轮没有项目入选。')] : [paragraph(`本轮入选${selected.length}个项目：`), ...numbered(facts, selected)]),
    ...(tied.length === 0 ? [] : [paragraph('以下项目得票相等，入选项目还不能确定：'), ...numbered(facts, tied)]),
    paragraph(follows),
  ];
}

function numbered(facts: Facts, numbers: readonly number[]): readonly Block[] {
  return numbers.map((number, index) => paragraph(`${numbers.length > 1 ? `（${chineseNumber(index + 1)}）` : ''}${projectTitle(facts, number)}；`.replace(/；$/, index === numbers.length - 1 ? '。' : '；')));
}
