import { notReturned } from '../domain/count-report.ts';
import { termsOf } from '../domain/terms.ts';
import type { Facts, RoundFacts } from './facts.ts';
import type { Block, Document } from './model.ts';
import { DATE_LINE, chairLine, documentOf, factRows, paragraph, scrutineerLines, signatures } from './parts.ts';
import { momentWords } from './words.ts';

type Report = NonNullable<RoundFacts['countReport']>;

/** 清点报告 (gate 1): the figures and whether they confirm the round by the method. Refuses nothing: without figures the places are empty. */
export function countReport(facts: Facts, round: RoundFacts): Document {
  const { vote } = termsOf(facts.congress.profile);
  const report = round.countReport;
  return documentOf('count-report', facts, round, {
    kind: 'form',
    blocks: [
      paragraph(openingWords(vote, round)),
      ...(report === null ? [] : reportBlocks(facts, round, report)),
      signatures(...scrutineerLines(facts, round, 'count')),
      paragraph(`主持人宣布本轮${vote}：□ 有效　　□ 无效`, 'plain'),
      signatures(chairLine(facts), DATE_LINE),
    ],
    hash: report === null ? null : { label: '清点报告摘要', value: report.hash },
  });
}

function openingWords(vote: string, { hand, closedAt }: RoundFacts): string {
  const when = closedAt === null ? '' : `（${momentWords(closedAt)}）`;
  return hand ? `本轮${vote}采用纸质票，由人工清点、手工计票${when}。监票人清点如下：` : `本轮${vote}已截止${when}。监票人在开箱之前清点如下：`;
}

function reportBlocks(facts: Facts, { hand }: RoundFacts, report: Report): readonly Block[] {
  const { summoned, present, issued, received, reopened, headCount, headCountReason } = report;
  return [
    factRows(
      ['应到代表', `${summoned}人`],
      ['实到代表', `${present}人（备票至截止期间到过会场的）`],
      ['会场清点人数', headCount === null ? '未清点' : `${headCount}人`],
      ['人数不同的原因', headCountReason],
      ['发出票数', `${issued}张`],
      ['收回票数', `${received}张`],
      ['未收回票数', `${notReturned(report)}张`],
      ['换设备继续填写', hand ? null : `${reopened}张`],
    ),
    ...checks(facts, report).map((text) => paragraph(text, 'plain')),
  ];
}

function checks(facts: Facts, { issued, received, present, valid }: Report): readonly string[] {
  const { vote } = termsOf(facts.congress.profile);
  const holds = (fits: boolean) => (fits ? '符合' : '不符合');
  const asked = facts.congress.method.roundValid === 'issued-within-present-too';
  return [
    `收回票数（${received}）等于或少于发出票数（${issued}）：${holds(received <= issued)}。`,
    ...(asked ? [`发出票数（${issued}）等于或少于实到人数（${present}）：${holds(issued <= present)}。`] : []),
    valid ? `按本次办法，清点数字成立，可以宣布本轮${vote}有效。` : `按本次办法，清点数字不成立，本轮${vote}不能确认，请总监票人报告主持人。`,
  ];
}
