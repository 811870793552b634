import type { Method } from '#shared/domain/method.ts';

type Choice<K extends keyof Method> = Method[K] extends string ? Record<Method[K], string> : never;

/** Words of the method: every parameter with its explanation, every value by name. */
type MethodTexts = {
  title: string;
  what: string;
  preset: string;
  presets: Record<'street' | 'congress', string>;
  usePreset: (name: string) => string;
  presetUsed: (name: string) => string;
  save: string;
  saved: string;
  unsaved: string;
  discard: string;
  print: string;
  printDraft: string;
  frozenHash: string;
  reserved: string;
  quorumOf: (needed: number, roll: number) => string;
  comparison: string;
  numerator: string;
  denominator: string;
  compare: Record<Method['quorum']['compare'], string>;
  threshold: string;
  keys: string;
  labels: Record<keyof Method, { name: string; why: string }>;
  marking: Choice<'marking'>;
  selectionSize: Choice<'selectionSize'>;
  abstention: Choice<'abstention'>;
  passThreshold: Choice<'passThreshold'>;
  laterThreshold: Choice<'laterThreshold'>;
  tie: Choice<'tie'>;
  shortfall: Choice<'shortfall'>;
  roundValid: Choice<'roundValid'>;
  signatures: Choice<'signatures'>;
  deviceChange: Choice<'deviceChange'>;
  tracker: Choice<'tracker'>;
  publicList: Choice<'publicList'>;
  recordOpenTo: Choice<'recordOpenTo'>;
};

const zh: MethodTexts = {
  title: '票选办法',
  what: '从一套通行办法开始，按本次会议的办法逐项核对。会议表决通过后冻结，结果里的每个数字都依此计算。',
  preset: '通行办法',
  presets: { street: '街道居民议政会议', congress: '人民代表大会' },
  usePreset: (name) => `套用：${name}`,
  presetUsed: (name) => `已套用“${name}”，还没有保存。`,
  save: '保存票选办法',
  saved: '票选办法已保存。',
  unsaved: '有修改还没有保存。',
  discard: '放弃修改',
  print: '打印票选办法，供会议表决',
  printDraft: '通过以前是草案，按已保存的内容打印。',
  frozenHash: '会议通过的文本，摘要（SHA-256）：',
  reserved: '这一种还不能用于电子表决票，备票时会被拒绝。',
  quorumOf: (needed, roll) => `按现在的名册 ${roll} 人，法定人数为 ${needed} 人。`,
  comparison: '比较方式',
  numerator: '分子',
  denominator: '分母',
  compare: { 'at-least': '达到（含本数）', 'more-than': '超过（不含本数）' },
  threshold: '开箱需要的钥匙数',
  keys: '钥匙总数（监票人数）',
  labels: {
    marking: { name: '填写方式', why: '代表在表决票上怎样表示。' },
    places: { name: '应选数', why: '最多确定几个民生实事项目，必须少于候选项目数。' },
    selectionSize: { name: '选择数目', why: '“正好”指少选、多选均为无效；“不超过”指可以少选。' },
    abstention: { name: '弃权', why: '整张票不选是否算有效的弃权票。弃权票计入有效票。' },
    quorum: { name: '法定人数', why: '实到代表占名册的比例，未达到不能开始投票。' },
    passThreshold: { name: '通过线', why: '得票还须过半数时，以什么为总数。正好一半不算过半数。' },
    laterThreshold: { name: '再投时的通过线', why: '同票再投或不足应选数再投时，是否仍用通过线。' },
    tie: { name: '应选线上得票相等', why: '得票相等跨过应选线时怎么办。从不按顺序、时间或随机决定；第二次仍相等，由主持人裁定。' },
    shortfall: { name: '不足应选数', why: '过通过线的项目少于应选数时怎么办。' },
    roundValid: { name: '本轮有效的条件', why: '清点时比较哪些数字。' },
    signatures: { name: '每道关的签字', why: '清点报告和结果报告单需要哪些人签字。' },
    box: { name: '票箱钥匙', why: '监票人每人一把；凑够规定的把数才能开箱，少一人也能开。' },
    deviceChange: { name: '换设备继续投票', why: '代表领票后换手机，是否需要监票人或工作人员同意。' },
    tracker: { name: '查票码何时显示', why: '代表凭查票码在开箱单里找到自己的票。越晚显示，越难向别人证明怎么投的。' },
    publicList: { name: '公布内容', why: '公告里只列项目名称，还是同时列出得票数。' },
    recordOpenTo: { name: '核验包向谁开放', why: '谁可以下载核验包重新计票。少于 10 票时从不向公众开放。' },
    keyWorkLabel: { name: '其余项目的称呼', why: '没有入选的项目一并纳入，印在公告上。' },
  },
  marking: { tick: '打勾', 'for-against-abstain': '逐项赞成、反对、弃权（预留）' },
  selectionSize: { exactly: '正好等于应选数', 'at-most': '不超过应选数' },
  abstention: { valid: '有效', 'not-offered': '不设弃权' },
  passThreshold: {
    none: '不设，按得票多少', 'half-of-roll': '过名册（应到）半数', 'half-of-present': '过实到半数', 'half-of-valid': '过有效票半数',
  },
  laterThreshold: { same: '仍用', none: '不用' },
  tie: { revote: '在得票相等的项目中再投', ruling: '由主持人裁定' },
  shortfall: { 'second-round': '在其余项目中再投一轮，主持人可决定不再投', 'leave-short': '不再投' },
  roundValid: { 'received-within-issued': '收回不多于发出', 'issued-within-present-too': '收回不多于发出，且发出不多于实到' },
  signatures: { threshold: '总监票人和其他监票人，够开箱的人数', 'all-present': '总监票人和全部监票人' },
  deviceChange: { approval: '需要同意', free: '不需要' },
  tracker: { 'at-cast': '投票后立即', 'after-board': '开箱单公示后', never: '不显示' },
  publicList: { names: '只公布项目名称', 'names-and-counts': '公布名称和得票数' },
  recordOpenTo: { hall: '会场内（登录的代表、监票人、工作人员、办事处）', everyone: '所有人' },
};

const en: MethodTexts = {
  title: 'Method',
  what: 'Start from a usual method and check every parameter against this meeting’s rules. Frozen once adopted; every number of the result follows from it.',
  preset: 'Usual methods',
  presets: { street: 'Sub-district assembly', congress: 'People’s congress' },
  usePreset: (name) => `Use: ${name}`,
  presetUsed: (name) => `“${name}” is filled in, not saved yet.`,
  save: 'Save the method',
  saved: 'Method saved.',
  unsaved: 'There are changes not saved yet.',
  discard: 'Discard the changes',
  print: 'Print the method for adoption',
  printDraft: 'A draft until it is adopted, printed as it was last saved.',
  frozenHash: 'The text that the meeting adopted, SHA-256:',
  reserved: 'Not possible on the electronic ballot paper yet; arming refuses it.',
  quorumOf: (needed, roll) => `With ${roll} on the roll now, the quorum is ${needed}.`,
  comparison: 'Comparison',
  numerator: 'Numerator',
  denominator: 'Denominator',
  compare: { 'at-least': 'at least', 'more-than': 'more than' },
  threshold: 'Keys needed to open',
  keys: 'Keys in all (scrutineers)',
  labels: {
    marking: { name: 'Marking', why: 'How a delegate marks the ballot paper.' },
    places: { name: 'Places', why: 'How many projects may be selected; fewer than there are candidates.' },
    selectionSize: { name: 'Selection size', why: '“Exactly”: fewer or more marks are invalid. “At most”: fewer are allowed.' },
    abstention: { name: 'Abstention', why: 'Whether a wholly blank ballot is a valid abstention. It counts among the valid ballots.' },
    quorum: { name: 'Quorum', why: 'The share of the roll that must be present before voting opens.' },
    passThreshold: { name: 'Pass threshold', why: 'More than half of what, where that is asked. The exact half is not more than half.' },
    laterThreshold: { name: 'Threshold in later rounds', why: 'Whether the threshold holds in a re-vote or second round too.' },
    tie: { name: 'Tie across the cut-off', why: 'What follows equal tallies across the last place. Never broken by order, time or chance; a second tie goes to the chair.' },
    shortfall: { name: 'Shortfall', why: 'What follows when fewer projects than places pass.' },
    roundValid: { name: 'A round is valid when', why: 'Which figures are compared on the count report.' },
    signatures: { name: 'Signatures at each gate', why: 'Who must sign count report and result sheet.' },
    box: { name: 'Keys of the box', why: 'One key for each scrutineer; enough of them open the box, and one may be missing.' },
    deviceChange: { name: 'Taking a paper up on another device', why: 'Whether a scrutineer or clerk must approve.' },
    tracker: { name: 'Tracker shown', why: 'With it delegates find their ballot on the board. The later, the harder to prove a vote to others.' },
    publicList: { name: 'Public list', why: 'Whether the announcement shows names only or votes too.' },
    recordOpenTo: { name: 'Election record open to', why: 'Who may download the record and recount. Below 10 ballots never the public.' },
    keyWorkLabel: { name: 'Label of the rest', why: 'What the projects not selected are called in the announcement.' },
  },
  marking: { tick: 'tick', 'for-against-abstain': 'for, against, abstain per project (reserved)' },
  selectionSize: { exactly: 'exactly the places', 'at-most': 'at most the places' },
  abstention: { valid: 'valid', 'not-offered': 'not offered' },
  passThreshold: {
    none: 'none, by votes', 'half-of-roll': 'more than half of the roll', 'half-of-present': 'more than half of those present',
    'half-of-valid': 'more than half of the valid ballots',
  },
  laterThreshold: { same: 'same', none: 'none' },
  tie: { revote: 're-vote among the tied', ruling: 'ruling of the chair' },
  shortfall: { 'second-round': 'second round among the rest; the chair may leave it out', 'leave-short': 'leave short' },
  roundValid: { 'received-within-issued': 'received within issued', 'issued-within-present-too': 'received within issued, issued within present' },
  signatures: { threshold: 'chief and others, as many as open the box', 'all-present': 'chief and all scrutineers' },
  deviceChange: { approval: 'with approval', free: 'free' },
  tracker: { 'at-cast': 'at cast', 'after-board': 'after the board', never: 'never' },
  publicList: { names: 'names only', 'names-and-counts': 'names and votes' },
  recordOpenTo: { hall: 'the hall (signed-in delegates, scrutineers, clerks, office)', everyone: 'everyone' },
};

export const methodTexts = { zh, en };
