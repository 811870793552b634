import { termsOf } from '../domain/terms.ts';
import type { Facts, RoundFacts } from './facts.ts';
import type { Document } from './model.ts';
import { DATE_LINE, documentOf, factRows, paragraph, scrutineerLines, signatures } from './parts.ts';
import { momentWords } from './words.ts';

/** 票箱封箱记录: before the vote the box was empty, and these keys close it. */
export function boxSeal(facts: Facts, round: RoundFacts): Document {
  const { vote } = termsOf(facts.congress.profile);
  const { t, n } = facts.congress.method.box;
  return documentOf('box-seal', facts, round, {
    kind: 'form',
    blocks: [
      paragraph(`本轮${vote}开始前，监票人核对了候选项目、应选数、名册人数和各自的钥匙，确认票箱为空，随即封箱。票箱由${n}名监票人分别保管的钥匙锁住，须有${t}名以上共同交出钥匙方可开启。`),
      factRows(
        ['候选项目', `${round.candidates.length}个：第${round.candidates.join('、')}号`],
        ['应选数', `${round.places}个`],
        ['应到代表', round.summoned === null ? null : `${round.summoned}人`],
        ['封箱时箱内票数', '0张'],
        ['本轮指纹', round.fingerprint],
        ['公告单摘要', round.manifestHash],
        ['封箱时间', round.armedAt === null ? null : momentWords(round.armedAt)],
      ),
      signatures(...scrutineerLines(facts, round, 'manifest'), DATE_LINE),
    ],
    hash: round.manifestHash === null ? null : { label: '公告单摘要', value: round.manifestHash },
  });
}
