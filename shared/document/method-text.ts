import type { Method } from '../domain/method.ts';
import { quorumNeeded } from '../domain/attendance.ts';
import { termsOf } from '../domain/terms.ts';
import { votesForMajority } from '../domain/threshold.ts';
import type { Facts } from './facts.ts';
import { chineseNumber } from './words.ts';

/** The articles of the method (票选办法), each from a parameter: nothing here can differ from how the system counts. */
export function methodArticles(facts: Facts): readonly string[] {
  return [
    purpose(facts), candidates(facts), quorum(facts), drawing(facts), marking(facts), abstention(facts), threshold(facts),
    tie(facts), shortfall(facts), box(facts), validity(facts), opening(facts), signing(facts), publication(facts), others(facts),
  ].map((text, index) => `第${chineseNumber(index + 1)}条　${text}`);
}

function words(facts: Facts) {
  return { ...termsOf(facts.congress.profile), ...facts.congress.method, year: facts.congress.year };
}

function purpose(facts: Facts): string {
  const { vote, year } = words(facts);
  return `为做好${year}年度民生实事项目${vote}工作，保证${vote}公平、公正、保密，制定本办法。`;
}

function candidates(facts: Facts): string {
  const { places, keyWorkLabel } = words(facts);
  return `提交会议的候选项目共${facts.projects.length}个，排名不分先后；从中产生民生实事项目${places}个，其余项目纳入${keyWorkLabel}。`;
}

function quorum(facts: Facts): string {
  const { quorum: rule, vote } = words(facts);
  const [summoned, needed] = facts.summoned === 0 ? ['____', '____'] : [facts.summoned, quorumNeeded(rule, facts.summoned)];
  return `应到代表${summoned}人。在场代表${quorumWords(rule)}，即不少于${needed}人，方可开始${vote}。`;
}

/** 达到应到代表的三分之二以上（含三分之二） */
export function quorumWords({ numerator, denominator, compare }: Method['quorum']): string {
  const fraction = `${chineseNumber(denominator)}分之${chineseNumber(numerator)}`;
  if (numerator === denominator) return '为全体应到代表';
  return compare === 'more-than' ? `超过应到代表的${fraction}（不含${fraction}）` : `达到应到代表的${fraction}以上（含${fraction}）`;
}

function drawing(facts: Facts): string {
  const { ballotPaper, vote, deviceChange } = words(facts);
  const device = deviceChange === 'approval' ? '领票后需要更换设备的，须经监票人或工作人员同意。' : '领票后可以更换设备继续填写。';
  return `${vote}采用无记名方式。已签到的代表每轮领取${ballotPaper}一张，由本人填写、本人投出，不得委托他人投票；填写有困难的，可以请自己信任的非工作人员协助。${device}票一经投出，不能更改或收回。`;
}

function marking(facts: Facts): string {
  const { marking: way, selectionSize, places, ballotPaper } = words(facts);
  const how = way === 'tick' ? '在项目上打勾表示选择。' : '对每个项目分别表示赞成、反对或者弃权。';
  const rule =
    selectionSize === 'exactly'
      ? `每张${ballotPaper}须选择${places}个项目，少于或多于${places}个的为无效票`
      : `每张${ballotPaper}选择的项目等于或少于${places}个的有效，多于${places}个的为无效票`;
  return `${how}${rule}；再次投票时，按该轮应选数执行。票面无法辨认的，为无效票。无效票计入收回票数，不计入任何项目的得票。`;
}

function abstention(facts: Facts): string {
  const { abstention: rule } = words(facts);
  return rule === 'valid' ? '一个项目也不选的，为弃权票。弃权票是有效票。' : '本次不设弃权票，一个项目也不选的为无效票。';
}

const THRESHOLD_BASE = { 'half-of-roll': '全体应到代表', 'half-of-present': '实到代表', 'half-of-valid': '有效票' } as const;

function threshold(facts: Facts): string {
  const { passThreshold, laterThreshold, places } = words(facts);
  if (passThreshold === 'none') return `按得票由多到少，前${places}个项目入选；入选不另设得票数要求。`;
  const base = THRESHOLD_BASE[passThreshold];
  const figure = passThreshold === 'half-of-roll' && facts.summoned > 0 ? `，即不少于${votesForMajority(facts.summoned)}票` : '';
  const later = laterThreshold === 'same' ? '再次投票时适用同样要求。' : '再次投票时不设此项要求，以得票多的入选。';
  return `得票超过${base}的半数（不含半数${figure}）的项目方可入选；超过半数的项目多于${places}个时，以得票多的${places}个入选。${later}`;
}

function tie(facts: Facts): string {
  const { tie: rule, chair } = words(facts);
  const open = '得票相等的项目使入选项目无法确定时，不以排列顺序、时间先后或者抽签确定，';
  return rule === 'revote'
    ? `${open}在得票相等的项目中就缺额再次投票；再次投票仍然相等的，由${chair}裁定。`
    : `${open}由${chair}裁定。`;
}

function shortfall(facts: Facts): string {
  const { shortfall: rule, chair, places } = words(facts);
  return rule === 'second-round'
    ? `入选项目不足${places}个时，就其余项目对缺额再次投票；${chair}也可以裁定不再投票，缺额保留。`
    : `入选项目不足${places}个时，缺额保留，不再投票。`;
}

function box(facts: Facts): string {
  const { box: { t, n }, vote } = words(facts);
  return `设监票人${n}名，其中总监票人1名，由会议从代表中通过，负责监督发票、投票、清点和计票。票箱的钥匙由${n}名监票人分别保管，须有${t}名以上共同交出方可开箱；${vote}开始前核对票箱为空，并公布本轮指纹。`;
}

function validity(facts: Facts): string {
  const { roundValid, vote, chair } = words(facts);
  const more = roundValid === 'issued-within-present-too' ? '，且发出的票等于或者少于实到代表人数' : '';
  return `每轮截止后先清点、不开箱。收回的票等于或者少于发出的票${more}的，本轮${vote}有效；否则无效，由${chair}裁定作废，重新投票。发出而没有收回的票不作弃权。`;
}

function opening(facts: Facts): string {
  const { vote } = words(facts);
  return `清点报告经监票人签字、${vote}被宣布有效后，方可封存票箱、开箱计票；在此之前，任何人不得得知任何项目的得票。开箱结果由另一名监票人重新开箱核对，并向会议公开，听取异议。`;
}

function signing(facts: Facts): string {
  const { signatures, box: { t } } = words(facts);
  const who = signatures === 'all-present' ? '总监票人和在场的全部监票人' : `总监票人和其他监票人共${t}名以上`;
  return `清点报告由${who}签字；计票结果报告单由计票人确认，并由${who}签字后生效。监票人不签字的，应说明理由，理由记入文书。`;
}

function publication(facts: Facts): string {
  const { publicList, recordOpenTo, tracker, chair } = words(facts);
  const list = publicList === 'names' ? '公布项目名单，不公布得票数' : '公布项目名单和得票数';
  const record = recordOpenTo === 'hall' ? '核验包供参会人员查阅' : '核验包向社会公开';
  const own = { 'at-cast': '代表投票后即可得到查票码', 'after-board': '代表在开箱后可得到查票码', never: '不向代表提供查票码' }[tracker];
  return `结果由${chair}宣布，会后${list}；${record}；${own}。`;
}

function others(facts: Facts): string {
  const { chair } = words(facts);
  return `本办法未尽事宜由${chair}裁定，裁定及理由记入文书。本办法经会议通过后施行。`;
}
