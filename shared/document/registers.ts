import { quorumMet, quorumNeeded } from '../domain/attendance.ts';
import type { LetterStanding } from '../domain/letter.ts';
import type { Profile } from '../domain/method.ts';
import type { AuditLine, Facts, LetterFacts, LetterLine, RollLine } from './facts.ts';
import { auditActWord } from './audit-acts.ts';
import { auditActorWords, auditDetailWords } from './audit-details.ts';
import type { Cell, Document } from './model.ts';
import { DATE_LINE, column, documentOf, paragraph, signHere, signatures, table } from './parts.ts';
import { clockWords, instantWords, shortWords } from './words.ts';

/** Names in the order of their strokes (姓氏笔画), as lists of a congress stand. */
const BY_STROKES = new Intl.Collator('zh-u-co-stroke');

function byDelegation<Line extends Pick<RollLine, 'delegation' | 'name' | 'number'>>(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted(
    (a, b) => BY_STROKES.compare(a.delegation, b.delegation) || BY_STROKES.compare(a.name, b.name) || a.number.localeCompare(b.number),
  );
}

/** Who first came after the first opening of a round. */
const LATE = '迟到';

const ATTENDANCE_WORDS = { absent: '未签到', leave: '请假', present: '在场', left: '已离场' } as const;

/** 签到册: by delegation and strokes; where the desk checks in on paper, the places to sign are there. */
export function checkInRegister(facts: Facts): Document {
  return documentOf('check-in-register', facts, null, {
    kind: 'form',
    blocks: [
      paragraph(hallWords(facts), 'plain'),
      table(
        [
          column('序号', 1.3, 'center'), column('代表证号', 2.1, 'center'), column('姓名', 3.4), column('代表团（组）', 3.6),
          column('签到时间', 3.1, 'center', 'page'), column('备注', 2.3, 'center', 'page'), column('签名', 3, 'start', 'page'),
          column('签到时间', 2.7, 'center', 'sheet'), column('离场时间', 2.7, 'center', 'sheet'), column('状态', 2, 'center', 'sheet'), column('迟到', 1.6, 'center', 'sheet'),
        ],
        byDelegation(facts.roll).map(rollRow),
        { rowHeight: 'writing', name: '签到册' },
      ),
      signatures(signHere('签到工作人员'), DATE_LINE),
    ],
  });
}

function hallWords({ roll, congress: { method }, summoned, present }: Facts): string {
  const leave = roll.filter((line) => line.attendance === 'leave').length;
  const late = roll.filter((line) => line.late).length;
  const met = quorumMet(method.quorum, summoned, present) ? '已达到' : '未达到';
  return `应到${summoned}人，实到${present}人，请假${leave}人${late === 0 ? '' : `，迟到${late}人`}；法定人数${quorumNeeded(method.quorum, summoned)}人，${met}。`;
}

function rollRow(line: RollLine, index: number): readonly Cell[] {
  const { number, name, delegation, checkedInAt, checkedOutAt, attendance, late } = line;
  return [
    index + 1, number, name, delegation,
    spoken(checkedInAt, shortWords), remarkOf(line), null,
    spoken(checkedInAt, instantWords), spoken(checkedOutAt, instantWords), ATTENDANCE_WORDS[attendance], late ? LATE : null,
  ];
}

function remarkOf({ attendance, checkedOutAt, late }: RollLine): string | null {
  const remarks = [...(late ? [LATE] : []), ...(attendance === 'leave' ? ['请假'] : []), ...(attendance === 'left' && checkedOutAt !== null ? [`${clockWords(checkedOutAt)}离场`] : [])];
  return remarks.length === 0 ? null : remarks.join('，');
}

function spoken(instant: string | null, words: (instant: string) => string): string | null {
  return instant === null ? null : words(instant);
}

/** 凭证发放换发登记: every letter that was made, what became of it, and a place to sign for it. */
export function lettersRegister(facts: Facts): Document {
  const letters = facts.letters.flatMap((line) => line.letters);
  const of = (standing: LetterStanding) => letters.filter((letter) => letter.standing === standing).length;
  return documentOf('letters-register', facts, null, {
    kind: 'form',
    landscape: true,
    blocks: [
      paragraph(balanceWords(letters.length, of), 'plain'),
      table(
        [
          column('序号', 1.1, 'center'), column('代表\n证号', 1.6, 'center'), column('姓名', 3.2), column('代表团（组）', 3.6),
          column('制作时间', 2.8, 'center', 'page'), column('制作时间', 2.8, 'center', 'sheet'), column('状态', 1.6, 'center'),
          column('发放时间', 2.8, 'center', 'page'), column('发放时间', 2.8, 'center', 'sheet'), column('发放人', 1.8),
          column('封存、作废\n时间', 2.8, 'center', 'page'), column('封存、作废时间', 2.8, 'center', 'sheet'), column('封存人', 2.2, 'start', 'sheet'),
          column('换发、作废\n原因', 3.2), column('领取人签名', 2.4, 'start', 'page'),
        ],
        byDelegation(facts.letters).flatMap(letterRows).map((row, index) => [index + 1, ...row]),
        { rowHeight: 'writing', name: '凭证登记' },
      ),
      signatures(signHere('发放人'), signHere('核对人'), DATE_LINE),
    ],
  });
}

/** 制作数＝发放数＋封存数＋作废数; what is missing is said. */
function balanceWords(made: number, of: (standing: LetterStanding) => number): string {
  const missing = of('made') === 0 ? '' : `，另有${of('made')}份尚未发放、也未封存`;
  return `已制作${made}份：发放${of('handed-out')}份，封存${of('kept')}份，作废${of('revoked')}份${missing}。制作数＝发放数＋封存数＋作废数。`;
}

const STANDING_WORDS: Readonly<Record<LetterStanding, string>> = { made: '待发放', 'handed-out': '已发放', kept: '已封存', revoked: '作废' };

function letterRows({ number, name, delegation, letters }: LetterLine): readonly (readonly Cell[])[] {
  if (letters.length === 0) return [[number, name, delegation, null, null, '未制作', null, null, null, null, null, null, null, null]];
  return letters.map((letter) => [number, name, delegation, ...letterCells(letter), null]);
}

function letterCells({ madeAt, standing, revokedAt, reason, handedOutAt, handedOutBy, keptAt, keptBy }: LetterFacts): readonly Cell[] {
  const ended = standing === 'kept' ? keptAt : revokedAt;
  return [
    shortWords(madeAt), instantWords(madeAt), STANDING_WORDS[standing],
    spoken(handedOutAt, shortWords), spoken(handedOutAt, instantWords), handedOutBy,
    spoken(ended, shortWords), spoken(ended, instantWords), standing === 'kept' ? keptBy : null, reason,
  ];
}

/** 操作日志: the acts of the congress, oldest first; each line's hash holds that of the line before. */
export function auditLog(facts: Facts): Document {
  const head = facts.audit.at(-1);
  return documentOf('audit-log', facts, null, {
    kind: 'form',
    landscape: true,
    blocks: [
      paragraph(`共${facts.audit.length}条。每一条的摘要都含前一条的摘要，改动任何一条都会断链。`, 'plain'),
      table(
        [
          column('序号', 1.2, 'center'), column('时间', 3.2, 'center'), column('操作人', 3.4), column('事项', 3.4),
          column('内容', 9, 'start', 'page'), column('内容', 8, 'start', 'sheet'), column('摘要', 4, 'start', 'page'), column('摘要（SHA-256）', 12, 'start', 'sheet'),
        ],
        facts.audit.map((line) => auditRow(line, facts.congress.profile)),
        { name: '操作日志' },
      ),
    ],
    hash: head === undefined ? null : { label: `日志第${head.sequence}条摘要`, value: head.hash },
  });
}

function auditRow({ sequence, at, actor, act, detail, hash }: AuditLine, profile: Profile): readonly Cell[] {
  const words = auditDetailWords(act, detail, profile);
  return [sequence, instantWords(at), auditActorWords(actor), auditActWord(act), shortHashes(words), words, shortHash(hash), hash];
}

/** A page shows how a hash begins; the spreadsheet and the log itself have all of it. */
function shortHashes(text: string): string {
  return text.replace(/[0-9a-f]{64}/g, (hash) => `${shortHash(hash)}…`);
}

function shortHash(hash: string): string {
  return hash.slice(0, 16);
}
