import { INVALID_REASONS } from '../domain/tally.ts';
import type { InvalidReason } from '../domain/tally.ts';
import type { Facts, RoundFacts } from './facts.ts';
import type { Cell, Document } from './model.ts';
import { DATE_LINE, column, documentOf, emptyRows, factRows, heading, paragraph, scrutineerLines, signatures, table } from './parts.ts';

const REASON_WORDS: Readonly<Record<InvalidReason, string>> = {
  rule: '选择的项目数不符合办法规定',
  malformed: '票面内容不成格式，无法辨认',
  unopenable: '无法开启',
  'paper-invalid': '纸质票，经总监票人认定无效',
};
const HAND_ROWS = 4;

/** 无效票认定单: the invalid ballots of a round by their reasons; places for doubtful paper ballots. */
export function invalidBallots(facts: Facts, round: RoundFacts): Document {
  const { tally } = round;
  const rows = INVALID_REASONS.map((reason, index) => [index + 1, REASON_WORDS[reason], tally?.invalidReasons?.[reason] ?? null]);
  return documentOf('invalid-ballots', facts, round, {
    kind: 'form',
    blocks: [
      ...(tally === null ? [] : [factRows(['收回票数', `${tally.received}张`], ['有效票', `${tally.valid}张（其中弃权${tally.abstained}张）`], ['无效票', `${tally.invalid}张`])]),
      table([column('序号', 1, 'center'), column('无效情形', 7), column('张数', 2, 'end')], rows, { name: '无效票' }),
      paragraph('无效票计入收回票数，不计入任何项目的得票。', 'plain'),
      heading('存疑纸质票认定'),
      table(
        [column('序号', 1, 'center'), column('认定', 2, 'center'), column('票面情形、理由', 8), column('总监票人签名', 3)],
        round.sheetRulings.length > 0 ? round.sheetRulings.map(sheetRow) : emptyRows(HAND_ROWS, 4),
        { rowHeight: 'writing', name: '存疑票' },
      ),
      signatures(...scrutineerLines(facts, round, 'board'), DATE_LINE),
    ],
    hash: boardHash(round),
  });
}

function sheetRow({ sheet, valid, reason, ruledBy }: RoundFacts['sheetRulings'][number]): readonly Cell[] {
  return [sheet, valid ? '有效' : '无效', `${reason}（${ruledBy}）`, null];
}

function boardHash({ outcome }: RoundFacts): Document['foot']['hash'] {
  const value = outcome?.boardHash ?? null;
  return value === null ? null : { label: '开箱单摘要', value };
}
