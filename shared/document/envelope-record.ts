import { roundName } from '../domain/round-name.ts';
import { termsOf } from '../domain/terms.ts';
import type { Facts, RoundFacts } from './facts.ts';
import type { Cell, Document } from './model.ts';
import { DATE_LINE, column, documentOf, emptyRows, heading, paragraph, scrutineerLines, signHere, signatures, table } from './parts.ts';

/** 封存单: what lies in the sealed envelope, and the hashes by which the record is known again. */
export function envelopeRecord(facts: Facts): Document {
  return documentOf('envelope-record', facts, null, {
    kind: 'form',
    blocks: [
      paragraph('会后，下列材料由监票人和工作人员当场清点，装入封套，骑缝签名封存。拆封须有总监票人和一名监票人在场，并在本单记录。', 'plain'),
      table(
        [column('序号', 1, 'center'), column('材料', 7), column('份（张）数', 2, 'end'), column('备注', 4)],
        contents(facts).map((row, index) => [index + 1, ...row]),
        { name: '封存材料' },
      ),
      heading('各轮摘要'),
      table(
        [column('轮次', 1.3, 'center'), column('本轮指纹', 4.1, 'center'), column('结果摘要', 7.8)],
        facts.rounds.length === 0 ? emptyRows(2, 3, false) : facts.rounds.map(roundRow),
        { name: '各轮摘要' },
      ),
      signatures(...scrutineerLines(facts, null, 'outcome'), signHere('封存人（工作人员）'), signHere('保管人'), DATE_LINE),
      heading('拆封记录'),
      table(
        [column('拆封时间', 3), column('事由', 5), column('在场人签名', 5), column('重新封存时间', 3)],
        [[null, null, null, null], [null, null, null, null]],
        { rowHeight: 'writing', name: '拆封记录' },
      ),
    ],
  });
}

function contents(facts: Facts): readonly (readonly Cell[])[] {
  const { ballotPaper } = termsOf(facts.congress.profile);
  const sheets = facts.scrutineers.filter((one) => one.position !== null).length;
  return [
    ['监票人凭单（含钥匙码）', sheets === 0 ? null : sheets, null],
    ['未发放和作废的投票凭证', null, null],
    [`已投、作废和剩余的纸质${ballotPaper}`, null, null],
    ['签字的清点报告', null, null],
    ['签字的计票结果报告单', null, null],
    ['裁定记录、异议记录', null, null],
    ['划票计票表', null, null],
    ['归档文件（存储介质）', null, null],
  ];
}

function roundRow({ number, state, hand, fingerprint, outcome }: RoundFacts): readonly Cell[] {
  return [`${roundName(number)}${hand ? '\n手工\n计票' : ''}`, fingerprint, state === 'void' ? '本轮作废' : (outcome?.hash ?? null)];
}
