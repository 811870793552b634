import { PROFILES, type Profile } from '../domain/method.ts';
import type { RoundKind } from '../domain/next-round.ts';
import { ROUND_REASONS } from '../domain/round-name.ts';
import { termsOf } from '../domain/terms.ts';
import type { AuditAct } from './audit-acts.ts';
import { DOCUMENT_NAMES } from './document-name.ts';
import { titleOf } from './title.ts';
import { momentWords } from './words.ts';

/** What one act's detail says, in Chinese; the groups are those of its pattern. */
type Rule = readonly [pattern: RegExp, words: (groups: readonly string[], profile: Profile) => string];

const FILES: Readonly<Record<string, string>> = { manifest: '公告单', count: '清点报告', sth: '票箱封条', board: '开箱单', outcome: '计票结果' };
const FORMATS: Readonly<Record<string, string>> = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', csv: 'CSV', jsonl: '可核验的日志文件' };
const ROLES: Readonly<Record<string, string>> = { clerk: '工作人员', office: '办事处', scrutineer: '监票人' };
const SUBJECTS: Readonly<Record<string, (profile: Profile) => string>> = { method: (profile) => termsOf(profile).method, scrutineers: () => '监票人名单' };

const sheets = ([count = '']: readonly string[]) => `${count}张`;

/** The details that the server writes in English, by their act; all others are names, numbers and texts as they were entered. */
const RULES: Readonly<Partial<Record<AuditAct, readonly Rule[]>>> = {
  sign: [[/^(?:\w+ [0-9a-f]{64}(?:, )?)+$/, ([all = '']) => all.split(', ').map((one) => one.replace(/^\w+/, (file) => FILES[file] ?? file)).join('，')]],
  'freeze box': [[/^(\d+) ballots$/, ([count = '']) => `票箱内${count}张`]],
  'key printed ballots': [[/^(\d+) ballots$/, sheets]],
  'put printed ballots into box': [[/^(\d+) ballots$/, sheets]],
  'make papers for printed ballots': [[/^(\d+) papers$/, sheets]],
  'sign papers for printed ballots': [[/^(\d+) papers, scrutineer (\d+)$/, ([count = '', position = '']) => `${count}张，${position}号监票人`]],
  'discard keying': [[/^printed ballots are keyed again$/, () => '重新录入纸质票']],
  'rule on printed ballot': [[/^ballot (\d+) (counts as ruled|is invalid): (.*)$/s, ([sheet = '', how = '', reason = '']) => `第${sheet}张，${how === 'is invalid' ? '认定无效' : '按认定计票'}：${reason}`]],
  'count printed ballots': [
    [/^entered$/, () => '已录入，等待另一人清点'],
    [
      /^(\d+) printed, (\d+) issued, (\d+) spoiled, (\d+) unused, (\d+) returned; agreed by (.*)$/s,
      ([printed = '', issued = '', spoiled = '', unused = '', returned = '', by = '']) =>
        `印制${printed}张，发放${issued}张，作废${spoiled}张，剩余${unused}张，收回${returned}张；${by.replaceAll(', ', '、')}清点一致`,
    ],
  ],
  'ask for printed ballot': [[/^(.*), told who keys$/s, ([name = '']) => `${name}，已告知由谁录入`]],
  'count by hand': [
    [
      /^(\d+) issued, (\d+) received, (\d+) blank, (\d+) invalid; (.*)$/s,
      ([issued = '', received = '', blank = '', invalid = '', by = '']) => `发出${issued}张，收回${received}张，弃权${blank}张，无效${invalid}张；${by}`,
    ],
  ],
  'document exported': [[/^([\w-]+)\.(\w+)$/, ([name = '', format = ''], profile) => `${documentTitle(name, profile)}（${FORMATS[format] ?? format}）`]],
  'audit log exported': [[/^(\w+)$/, ([format = '']) => FORMATS[format] ?? format]],
  'account added': [[/^(clerk|office) (.*)$/s, ([role = '', name = '']) => `${ROLES[role] ?? role} ${name}`]],
  'account changed': [[/^(.*): (clerk|office)(, closed)?$/s, ([name = '', role = '', closed]) => `${name}：${ROLES[role] ?? role}${closed === undefined ? '' : '，已停用'}`]],
  'release key': [[/^scrutineer (\d+)$/, ([position = '']) => `${position}号监票人`]],
  'start opening': [
    [
      /^keys of ([\d, ]+?)(?:, without ([\d, ]+) \(key found useless\))?$/,
      ([used = '', left]) => `用第${list(used)}号监票人的钥匙${left === undefined ? '' : `，不用第${list(left)}号的（钥匙不能用）`}`,
    ],
  ],
  'keys handed in': [[/^key code (.*)$/, ([code = '']) => `钥匙码${code}`]],
  'enter head count': [[/^(\d+) heads(?:, (.*))?$/s, ([heads = '', reason]) => `${heads}人${reason === undefined ? '' : `，${reason}`}`]],
  'open round': [[/^(\d+) of (\d+) present$/, ([present = '', summoned = '']) => `应到${summoned}人，实到${present}人`]],
  'take opening back': [[/^nothing was received$/, () => '没有收到票']],
  'start countdown': [[/^(\d+) s$/, ([seconds = '']) => `${seconds}秒`]],
  'call countdown off': [[/^voting goes on$/, () => '继续投票']],
  'prepare round': [
    [
      /^\(([\w-]+)\): (\d+) of projects ([\d, ]+)$/,
      ([kind = '', places = '', candidates = '']) => `${kindWords(kind)}从第${list(candidates)}号项目中选${places}个`,
    ],
  ],
  'make manifest': [[/^([0-9a-f]{64}), roll of (\d+)$/, ([hash = '', roll = '']) => `${hash}，名册${roll}人`]],
  'close round': [
    [
      /^(\d+) received, (\d+) issued, (\d+) of (\d+) present(?:, (\d+) printed ballots to count)?$/,
      ([received = '', issued = '', present = '', summoned = '', printed]) =>
        `应到${summoned}人，实到${present}人，发出${issued}张，收回${received}张${printed === undefined ? '' : `，另有纸质票${printed}张待清点`}`,
    ],
  ],
  'rehearsal made': [[/^\{"delegates":(\d+),"scrutineers":(\d+),"threshold":(\d+).*\}$/, ([delegates = '', scrutineers = '', threshold = '']) => `代表${delegates}人，监票人${scrutineers}名，${threshold}名可以开箱`]],
  'rehearsal letters kept': [[/^(\d+)$/, ([letters = '']) => `${letters}份`]],
  'backups deleted': [[/^(\d+) of this round$/, ([backups = '']) => `本轮的备份${backups}份`]],
  'retention changed': [[/^(\d+) months, now (\d+)$/, ([before = '', now = '']) => `由${before}个月改为${now}个月`]],
  'archive taken': [[/^software (.*)$/, ([version = '']) => `软件版本${version}`]],
  'show of hands': [
    [
      /^(method|scrutineers): (\d+) for, (\d+) against, (\d+) abstain, (not )?carried, ([0-9a-f]{64})$/,
      ([subject = '', votesFor = '', against = '', abstain = '', not, hash = ''], profile) =>
        `${SUBJECTS[subject]?.(profile) ?? subject}：赞成${votesFor}人，反对${against}人，弃权${abstain}人，${not === undefined ? '通过' : '未通过'}，${hash}`,
    ],
  ],
  'congress changed': [[/^(.*), (.*), (\d+), (\w+)$/s, ([title = '', place = '', year = '', profile = '']) => `${title}，${place}，${year}年，${meetingOf(profile)}`]],
  'method drafted': [
    [
      /^\{.*"places":(\d+).*"box":\{"t":(\d+),"n":(\d+)\}.*\}$/s,
      ([places = '', t = '', n = '']) => `应选${places}个，票箱由${n}名监票人中的${t}名以上开启（全部参数见归档的日志文件）`,
    ],
  ],
  'roll imported': [
    [
      /^(\d+) added, (\d+) changed, (\d+) struck(?:: (.*))?$/s,
      ([added = '', changed = '', struck = '', names]) => `增加${added}人，修改${changed}人，删去${struck}人${names === undefined ? '' : `：${names.replaceAll(', ', '、')}`}`,
    ],
  ],
  'projects imported': [[/^(\d+) projects: (.*)$/s, ([count = '', titles = '']) => `${count}个：${titles}`]],
  'letters registered': [[/^(\d+) made, (\d+) replaced$/, ([made = '', replaced = '']) => `制作${made}份，其中换发${replaced}份`]],
  'letters handed out': [[/^(\d+): (.*)$/s, ([letters = '', numbers = '']) => `${letters}份：${numbers}`]],
  'letters kept sealed': [[/^(\d+): (.*)$/s, ([letters = '', numbers = '']) => `${letters}份：${numbers}`]],
  'scrutineer named': [[/^(.*), alternate$/s, ([name = '']) => `${name}，候补`]],
  'approve taking paper up': [[/^delegate (.*)$/s, ([name = '']) => `代表 ${name}`]],
  'decline taking paper up': [[/^delegate (.*)$/s, ([name = '']) => `代表 ${name}`]],
  'back up': [
    [/^no round in hand$/, () => '没有进行中的轮次'],
    [/^(?:round \d+ in hand(?:, )?)+$/, ([all = '']) => `${[...all.matchAll(/\d+/g)].map(([number]) => `第${number}轮`).join('、')}进行中`],
  ],
  restore: [[/^from the backup of (.*)$/, ([madeAt = '']) => `${momentOf(madeAt)}的备份`]],
  'restore on trial': [[/^the backup of (.*)$/, ([madeAt = '']) => `${momentOf(madeAt)}的备份`]],
};

/**
 * The detail of an audit line in Chinese: what the server wrote in its own words is translated, what people entered
 * stays as it was. A detail in no known form, such as one of an older log, stands as it was written.
 */
export function auditDetailWords(act: string, detail: string, profile: Profile): string {
  const [, round = '', rest = detail] = /^round (\d+):? (.*)$/s.exec(act === 'back up' ? '' : detail) ?? [];
  const words = ruledWords(act, rest, profile);
  return round === '' ? words : `第${round}轮：${words}`;
}

function ruledWords(act: string, detail: string, profile: Profile): string {
  for (const [pattern, words] of rulesOf(act)) {
    const match = pattern.exec(detail);
    if (match !== null) return words(match.length > 1 ? match.slice(1) : [match[0]], profile);
  }
  return detail;
}

function rulesOf(act: string): readonly Rule[] {
  return Object.entries(RULES).find(([name]) => name === act)?.[1] ?? [];
}

function list(numbers: string): string {
  return numbers.split(', ').join('、');
}

function kindWords(kind: string): string {
  const words = isKind(kind) ? ROUND_REASONS[kind] : kind;
  return words === null ? '' : `${words}，`;
}

function isKind(kind: string): kind is RoundKind {
  return Object.hasOwn(ROUND_REASONS, kind);
}

function documentTitle(name: string, profile: Profile): string {
  const known = DOCUMENT_NAMES.find((one) => one === name);
  return known === undefined ? name : `《${titleOf(known, profile)}》`;
}

function meetingOf(profile: string): string {
  const known = PROFILES.find((one) => one === profile);
  return known === undefined ? profile : termsOf(known).meeting;
}

function momentOf(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? instant : momentWords(new Date(instant).toISOString());
}

const ACTORS: Readonly<Record<string, string>> = {
  clerk: '工作人员', scrutineer: '监票人', delegate: '代表', office: '办事处', server: '系统', countdown: '倒计时', terminal: '服务器终端',
};

/** Who did it: the log names an actor by role, number and name. */
export function auditActorWords(actor: string): string {
  const [role = '', ...name] = actor.split(' ');
  return [ACTORS[role] ?? role, ...name].join(' ');
}
