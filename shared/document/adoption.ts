import { termsOf } from '../domain/terms.ts';
import type { AdoptionFacts, Facts, ScrutineerFacts } from './facts.ts';
import type { Cell, Document } from './model.ts';
import { DATE_LINE, chairLine, column, documentOf, factRows, heading, paragraph, signHere, signatures, table } from './parts.ts';
import { titleOf } from './title.ts';
import { momentWords } from './words.ts';

/** 监票人、计票人名单, with the key codes that are read out at the adoption. */
export function scrutineerList(facts: Facts): Document {
  const adopted = facts.adoptions.findLast((one) => one.subject === 'scrutineers' && one.carried && one.standing);
  const { t, n } = facts.congress.method.box;
  return documentOf('scrutineer-list', facts, null, {
    ...(adopted === undefined ? { title: `${titleOf('scrutineer-list', facts.congress.profile)}（草案）` } : {}),
    kind: 'form',
    blocks: [
      heading('监票人'),
      table(
        [column('职务', 2.4, 'center'), column('编号', 1.2, 'center'), column('姓名', 3), column('代表证号', 2.4, 'center'), column('钥匙码', 4, 'center')],
        facts.scrutineers.map(scrutineerRow),
        { name: '监票人' },
      ),
      paragraph(`钥匙码在会上宣读，由监票人与本人凭单核对。票箱须由${n}名监票人中的${t}名以上共同开启。`, 'plain'),
      heading('计票人'),
      table([column('序号', 1, 'center'), column('姓名', 6)], facts.clerks.map((name, index) => [index + 1, name]), { name: '计票人' }),
      paragraph('监票人从代表中产生，计票人由工作人员担任；计票人不得同时是监票人。', 'plain'),
      signatures(chairLine(facts), DATE_LINE),
    ],
    hash: adopted === undefined ? null : { label: '通过文本摘要', value: adopted.hash },
  });
}

function scrutineerRow({ chief, alternate, position, name, delegateNumber, keyCode }: ScrutineerFacts): readonly Cell[] {
  const role = chief ? '总监票人' : alternate ? '候补监票人' : '监票人';
  return [role, position, name, delegateNumber, keyCode];
}

/** 举手表决记录: how the meeting voted on the method and on the scrutineers; to be filled in by hand where it has not yet. */
export function adoptionRecord(facts: Facts): Document {
  const { method } = termsOf(facts.congress.profile);
  const subjects = { method, scrutineers: '监票人、计票人名单' } as const;
  const voted = facts.adoptions.flatMap((adoption) => [heading(subjects[adoption.subject]), adoptionRows(facts, adoption)]);
  return documentOf('adoption-record', facts, null, {
    kind: 'form',
    blocks: [
      paragraph('表决方式：举手表决。赞成多于反对、弃权之和的，为通过。', 'plain'),
      ...(voted.length > 0 ? voted : Object.values(subjects).flatMap((subject) => [heading(subject), blankRows(facts)])),
      signatures(chairLine(facts), signHere('记录人'), DATE_LINE),
    ],
  });
}

function adoptionRows(facts: Facts, adoption: AdoptionFacts) {
  const { votesFor, votesAgainst, votesAbstain, carried, standing, hash, adoptedAt } = adoption;
  const result = carried ? '通过' : '未通过';
  return factRows(
    ['应到代表', `${facts.summoned}人`],
    ['赞成', `${votesFor}人`],
    ['反对', `${votesAgainst}人`],
    ['弃权', `${votesAbstain}人`],
    ['结果', standing || !carried ? result : `${result}（后退回准备，此次表决不再有效）`],
    ['表决时间', momentWords(adoptedAt)],
    ['文本摘要', hash],
  );
}

function blankRows(facts: Facts) {
  return factRows(['应到代表', facts.summoned === 0 ? '____人' : `${facts.summoned}人`], ['赞成', '____人'], ['反对', '____人'], ['弃权', '____人'], ['结果', '□ 通过　□ 未通过'], ['表决时间', '']);
}
