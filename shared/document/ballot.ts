import { ballotRule } from '../domain/method.ts';
import { termsOf } from '../domain/terms.ts';
import { roundName } from '../domain/round-name.ts';
import type { Facts, PaperFacts, RoundFacts } from './facts.ts';
import type { Block, Document } from './model.ts';
import { DATE_LINE, candidatesOf, column, documentOf, emptyRows, factRows, heading, ofSomeRound, paragraph, scrutineerLines, signHere, signatures, table } from './parts.ts';

/** As many as fit on the page of the register. */
const HANDED_OUT_ROWS = 7;

function placesOf(facts: Facts, round: RoundFacts | null): number {
  return round?.places ?? facts.congress.method.places;
}

/** Before a round is prepared, all candidates and the places of the method: those of the first round. */
function ofFirstRound(round: RoundFacts | null): { readonly subtitle?: string } {
  return round === null ? { subtitle: roundName(1) } : {};
}

/** Blank 表决票/票选票: without name or serial; for those who ask for paper, and for the day on which everything fails. */
export function blankBallot(facts: Facts, round: RoundFacts | null): Document {
  return documentOf('blank-ballot', facts, round, {
    ...ofFirstRound(round),
    kind: 'form',
    blocks: [
      paragraph('（候选项目排名不分先后）', 'centre'),
      table(
        [column('编号', 1, 'center'), column('候选项目', 8), column('选择', 1.6, 'center')],
        candidatesOf(facts, round).map((project) => [project.number, project.title, null]),
        { rowHeight: 'writing', name: '候选项目' },
      ),
      heading('填写说明'),
      ...ballotInstructions(facts, round).map((text, index) => paragraph(`${index + 1}.${text}`, 'note')),
      { kind: 'stamp', text: '（盖章处）' },
    ],
  });
}

/** How to mark, by the method and the places of the round. */
export function ballotInstructions(facts: Facts, round: RoundFacts | null): readonly string[] {
  const { ballotPaper } = termsOf(facts.congress.profile);
  const places = placesOf(facts, round);
  const rule = ballotRule(facts.congress.method, places);
  const count =
    rule.min === rule.max
      ? `须选择${places}个项目，少选、多选均为无效票。`
      : `选择的项目等于或少于${places}个的有效，多于${places}个的为无效票。`;
  return [
    '同意的项目，在“选择”栏内画“○”；不选的，不作任何记号。',
    count,
    rule.abstain ? '一个项目也不选的，为弃权票。' : '一个项目也不选的，为无效票。',
    '请用黑色或蓝色笔填写。票面不写姓名，不作其他记号；无法辨认的，为无效票。',
    `填写后对折，由本人投入票箱，不得委托他人投票。没有盖章的${ballotPaper}无效。`,
  ];
}

/** 印制、发放、作废登记: printed = issued + spoiled + unused, entered by two. */
export function ballotRegister(facts: Facts, round: RoundFacts | null): Document {
  const papers = round?.papers ?? null;
  return documentOf('ballot-register', facts, round, {
    ...ofSomeRound(round),
    kind: 'form',
    blocks: [
      paragraph('印制数＝发放数＋作废数＋剩余数。由两人清点登记。', 'plain'),
      registerTable(papers),
      heading('发放明细'),
      paragraph('领取纸质票的代表，本轮不能再领取电子票；已领取电子票的，不能再领取纸质票。', 'note'),
      handedOutTable(papers),
      signatures(signHere('登记人'), signHere('复核人'), ...scrutineerLines(facts, null, 'manifest').slice(0, 1), DATE_LINE),
    ],
  });
}

function registerTable(papers: PaperFacts | null): Block {
  const columns = [column('项目', 2), column('数量（张）', 2, 'end'), column('经手人签名', 3), column('复核人签名', 3), column('时间', 2)];
  const rows = [
    ['印制', papers?.printed ?? null], ['发放', papers?.issued ?? null], ['作废', papers?.spoiled ?? null], ['剩余', papers?.unused ?? null],
  ].map((row) => [...row, null, null, null]);
  return table(columns, rows, { rowHeight: 'writing', name: '数量' });
}

function handedOutTable(papers: PaperFacts | null): Block {
  const columns = [column('序号', 1, 'center'), column('代表证号', 2, 'center'), column('姓名', 3), column('时间', 3, 'center'), column('领票人签名', 3), column('发票人签名', 3)];
  const rows = papers?.handedOut.map(({ number, name }, index) => [index + 1, number, name, null, null, null]);
  return table(columns, rows ?? emptyRows(HANDED_OUT_ROWS, columns.length), { rowHeight: 'writing', name: '发放明细' });
}

/** 划票计票表: to count by hand with 正 strokes; can be printed at any time. */
export function handCountSheet(facts: Facts, round: RoundFacts | null): Document {
  const { ballotPaper } = termsOf(facts.congress.profile);
  const rows = candidatesOf(facts, round).map((project) => [project.number, project.title, null, null]);
  return documentOf('hand-count-sheet', facts, round, {
    ...ofFirstRound(round),
    kind: 'form',
    blocks: [
      factRows(['应选数', `${placesOf(facts, round)}个`], [`发出${ballotPaper}`, '____张'], [`收回${ballotPaper}`, '____张'], ['无效票', '____张'], ['有效票', '____张（其中弃权____张）']),
      table(
        [column('编号', 1.2, 'center'), column('候选项目', 6), column('划票（每得一票画“正”字一笔）', 7.5), column('得票\n合计', 1.5, 'end')],
        rows,
        { rowHeight: 'tally', name: '划票' },
      ),
      signatures(signHere('唱票人'), signHere('计票人'), ...scrutineerLines(facts, null, 'count'), DATE_LINE),
    ],
  });
}
