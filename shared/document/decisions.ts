import type { Facts, RoundFacts, RulingFacts } from './facts.ts';
import type { Block, Document } from './model.ts';
import { DATE_LINE, chairLine, documentOf, factRows, heading, ofSomeRound, paragraph, projectNames, scrutineerLines, signHere, signatures } from './parts.ts';
import { chineseNumber, momentWords } from './words.ts';

const RULED_WORDS: Readonly<Record<RulingFacts['kind'], string>> = {
  void: '本轮作废',
  tie: '应选线上得票相等',
  shortfall: '入选项目不足应选数',
};

/** 主持人裁定记录: every ruling on the round as it was entered; room to write one by hand where there is none. */
export function rulings(facts: Facts, round: RoundFacts | null): Document {
  const ruled = round?.rulings ?? [];
  return documentOf('rulings', facts, round, {
    ...ofSomeRound(round),
    kind: 'form',
    blocks: ruled.length > 0 ? [...ruled.flatMap((ruling, index) => rulingBlocks(facts, ruling, index)), ...signers(facts)] : [...blankRuling(), ...signers(facts)],
  });
}

function rulingBlocks(facts: Facts, ruling: RulingFacts, index: number): readonly Block[] {
  const { kind, text, by, reason, selected, enteredAt, effectiveAt } = ruling;
  return [
    heading(`${chineseNumber(index + 1)}、${RULED_WORDS[kind]}`),
    factRows(
      ['裁定内容', text],
      ['确定入选', selected.length === 0 ? null : projectNames(facts, selected)],
      ['理由', reason],
      ['裁定人', by],
      ['录入时间', momentWords(enteredAt)],
      ['生效', effectiveAt === null ? '未生效，待总监票人签字' : `总监票人于${momentWords(effectiveAt)}电子签名，裁定生效`],
    ),
  ];
}

function blankRuling(): readonly Block[] {
  return [
    paragraph('裁定事项：□ 本轮作废　□ 得票相等　□ 不足应选数　□ 其他', 'plain'),
    { kind: 'writing', label: '裁定内容', lines: 4 },
    { kind: 'writing', label: '理由', lines: 4 },
  ];
}

function signers(facts: Facts): readonly Block[] {
  return [signatures(chairLine(facts), ...scrutineerLines(facts, null, 'outcome').slice(0, 1), DATE_LINE)];
}

/** 异议记录: what was objected to after the board was shown; room to write where nothing was. */
export function objections(facts: Facts, round: RoundFacts | null): Document {
  const raised = round?.objections ?? [];
  return documentOf('objections', facts, round, {
    ...ofSomeRound(round),
    kind: 'form',
    blocks: [
      paragraph('开箱单已向会议出示，主持人询问有无异议，记录如下：'),
      ...raised.flatMap(({ by, text, enteredAt }, index) => [
        heading(`异议${chineseNumber(index + 1)}`),
        factRows(['提出人', by], ['内容', text], ['记录时间', momentWords(enteredAt)]),
      ]),
      ...(raised.length > 0 ? [] : blankObjection()),
      { kind: 'writing', label: '答复和处理', lines: 4 },
      signatures(chairLine(facts), ...scrutineerLines(facts, null, 'outcome').slice(0, 1), signHere('记录人'), DATE_LINE),
    ],
  });
}

function blankObjection(): readonly Block[] {
  return [paragraph('□ 没有异议　　□ 有异议：', 'plain'), { kind: 'writing', label: '提出人和内容', lines: 5 }];
}
