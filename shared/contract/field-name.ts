import type { Sentences } from './error-text.ts';

/** The fields that a person enters or reads, by their names on the wire, as the pages call them. */
const FIELD_NAMES = {
  name: { zh: '姓名', en: 'name' },
  password: { zh: '密码', en: 'password' },
  newPassword: { zh: '新密码', en: 'new password' },
  role: { zh: '身份', en: 'role' },
  code: { zh: '码', en: 'code' },
  clerk: { zh: '工作人员', en: 'clerk' },
  congress: { zh: '会议', en: 'congress' },
  title: { zh: '名称', en: 'title' },
  place: { zh: '地点', en: 'place' },
  year: { zh: '年度', en: 'year' },
  profile: { zh: '会议类型', en: 'kind of meeting' },
  number: { zh: '编号', en: 'number' },
  theme: { zh: '类别', en: 'theme' },
  targets: { zh: '目标', en: 'targets' },
  what: { zh: '目标内容', en: 'target' },
  atLeast: { zh: '至少', en: 'at least' },
  exactly: { zh: '恰为', en: 'exactly' },
  unit: { zh: '单位', en: 'unit' },
  investment: { zh: '投资额', en: 'investment' },
  responsibleUnit: { zh: '责任单位', en: 'responsible unit' },
  deadline: { zh: '完成期限', en: 'deadline' },
  note: { zh: '备注', en: 'note' },
  reason: { zh: '原因', en: 'reason' },
  subject: { zh: '表决事项', en: 'subject' },
  votesFor: { zh: '赞成', en: 'votes for' },
  votesAgainst: { zh: '反对', en: 'votes against' },
  votesAbstain: { zh: '弃权', en: 'abstentions' },
  method: { zh: '票选办法', en: 'method' },
  marking: { zh: '画选方式', en: 'marking' },
  places: { zh: '应选数', en: 'places' },
  selectionSize: { zh: '可选项数', en: 'size of a selection' },
  abstention: { zh: '弃权', en: 'abstention' },
  quorum: { zh: '法定人数', en: 'quorum' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  compare: { zh: '比较方式', en: 'comparison' },
  passThreshold: { zh: '通过线', en: 'threshold to pass' },
  laterThreshold: { zh: '以后轮次的通过线', en: 'threshold of later rounds' },
  tie: { zh: '得票相等的办法', en: 'way to break a tie' },
  shortfall: { zh: '不足应选数的办法', en: 'way to fill a shortfall' },
  roundValid: { zh: '本轮有效的条件', en: 'condition of a valid round' },
  signatures: { zh: '签字人数', en: 'number of signatures' },
  t: { zh: '开箱所需人数', en: 'scrutineers needed to open' },
  n: { zh: '监票人数', en: 'number of scrutineers' },
  deviceChange: { zh: '换设备的办法', en: 'change of device' },
  tracker: { zh: '查票码', en: 'tracker' },
  publicList: { zh: '公布内容', en: 'what is published' },
  recordOpenTo: { zh: '核验包的开放范围', en: 'readers of the record' },
  keyWorkLabel: { zh: '重点工作的称呼', en: 'name for key work' },
  format: { zh: '文件格式', en: 'format' },
  round: { zh: '轮次', en: 'round' },
  told: { zh: '已告知代表', en: 'the delegate was told' },
  issued: { zh: '发出', en: 'issued' },
  received: { zh: '收回', en: 'received' },
  present: { zh: '实到', en: 'present' },
  abstained: { zh: '弃权', en: 'abstained' },
  invalid: { zh: '无效票', en: 'invalid ballots' },
  valid: { zh: '是否有效', en: 'valid or not' },
  counts: { zh: '各项目得票', en: 'votes per project' },
  votes: { zh: '得票', en: 'votes' },
  by: { zh: '主持人', en: 'chair' },
  printed: { zh: '印制', en: 'printed' },
  spoiled: { zh: '作废', en: 'spoiled' },
  unused: { zh: '剩余未用', en: 'unused' },
  returned: { zh: '收回（折叠）', en: 'returned, folded' },
  sheets: { zh: '纸质票', en: 'printed ballots' },
  sheet: { zh: '纸质票', en: 'printed ballot' },
  marks: { zh: '画选', en: 'marks' },
  doubtful: { zh: '有疑问', en: 'in doubt' },
  papers: { zh: '纸质票', en: 'printed ballots' },
  ballots: { zh: '选票', en: 'ballots' },
  delegates: { zh: '代表', en: 'delegates' },
  delegateId: { zh: '代表', en: 'delegate' },
  delegation: { zh: '代表团/组', en: 'delegation' },
  projectIds: { zh: '候选项目', en: 'projects' },
  numbers: { zh: '代表证号', en: 'delegate numbers' },
  scrutineers: { zh: '监票人', en: 'scrutineers' },
  scrutineerId: { zh: '监票人', en: 'scrutineer' },
  threshold: { zh: '开箱所需人数', en: 'scrutineers needed to open' },
  abstain: { zh: '弃权比例', en: 'share of abstentions' },
  leaning: { zh: '倾向', en: 'leaning' },
  csv: { zh: '名册内容', en: 'content of the roll' },
  strikeMissing: { zh: '划去文件中没有的代表', en: 'strike those not in the file' },
  actor: { zh: '操作人', en: 'actor' },
  from: { zh: '起', en: 'from' },
  until: { zh: '止', en: 'until' },
  months: { zh: '保存月数', en: 'months kept' },
  leave: { zh: '请假', en: 'leave' },
  letters: { zh: '投票凭证', en: 'credential letters' },
  approve: { zh: '是否同意', en: 'approval' },
  gate: { zh: '签字环节', en: 'gate' },
  headCount: { zh: '会场清点人数', en: 'head count' },
  text: { zh: '内容', en: 'text' },
  kind: { zh: '种类', en: 'kind' },
  selected: { zh: '所选项目', en: 'selected projects' },
  seconds: { zh: '倒计时秒数', en: 'seconds of the countdown' },
  chief: { zh: '总监票人', en: 'chief scrutineer' },
  alternate: { zh: '候补', en: 'alternate' },
  confirmedNotDrawn: { zh: '未领票的说明', en: 'word on papers not drawn' },
  closed: { zh: '停用', en: 'closed' },
  act: { zh: '模拟步骤', en: 'simulated step' },
  line: { zh: '行', en: 'line' },
  header: { zh: '表头', en: 'header' },
  size: { zh: '票数', en: 'number of ballots' },
  sth: { zh: '票箱封条', en: 'tree head' },
  'sth.json': { zh: '票箱封条', en: 'tree head' },
  'outcome.json': { zh: '计票结果报告单', en: 'result sheet' },
  'count report': { zh: '清点报告', en: 'count report' },
  board: { zh: '开箱单', en: 'board' },
  file: { zh: '文件', en: 'file' },
  files: { zh: '文件', en: 'files' },
  zip: { zh: '压缩包', en: 'zip file' },
} as const satisfies Readonly<Record<string, Sentences>>;

/**
 * Keys, signatures, identifiers and whole request bodies: no person entered them, so a sentence that named them
 * would help nobody. They stand in the answer's `field` for whoever reads the wire.
 */
export const UNSPOKEN: ReadonlySet<string> = new Set([
  'pk', 'sig', 'sigs', 'sign', 'box', 'boxKeys', 'paperKey', 'nonce', 'stamp', 'blindedMessage', 'capsule', 'bm', 'hash', 'body',
  'token', 'invitation', 'releases', 'released', 'to', 'sealed', 'without', 'folders', 'electionId', 'before', 'most',
  'plan', 'template', 'language', 'askedAt', 'congressId', 'roundId', 'accountId', 'projectId', 'requestId', 'reopeningId', 'rulingId',
]);

const NAMES: ReadonlyMap<string, Sentences> = new Map(Object.entries(FIELD_NAMES));

/**
 * What a sentence adds to say where: `field` is a path as on the wire, e.g. `targets.0.what`. Places in a list count
 * from 1. Empty where no part of the path is something that a person entered.
 */
export function placeOf(field = ''): Sentences {
  const parts = NAMES.has(field) ? [field] : field.split('.');
  if (!parts.some((part) => NAMES.has(part))) return { zh: '', en: '' };
  const named = parts.map(placePart).filter((part) => part !== null);
  return { zh: `（请看：${named.map(({ zh }) => zh).join('，')}）`, en: ` (see: ${named.map(({ en }) => en).join(', ')})` };
}

function placePart(part: string): Sentences | null {
  if (/^\d+$/.test(part)) return { zh: `第 ${String(Number(part) + 1)} 项`, en: `no. ${String(Number(part) + 1)}` };
  return NAMES.get(part) ?? null;
}

/** Whether a field of this name may stand in a refusal: it has a name, or is known to have none. */
export function isKnownField(name: string): boolean {
  return NAMES.has(name) || UNSPOKEN.has(name);
}
