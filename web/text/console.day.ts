import type { Act, MissingCode, Missing, StepKind, WaitedFor } from '#web/console/step.ts';

/** Words of the day's rail: steps, their states, what is missing, what is awaited. */
type DayTexts = {
  rail: string;
  openRail: string;
  closeRail: string;
  skip: string;
  /** Steps done of all; both grow when another round follows. */
  progress: (done: number, all: number) => string;
  /** The step in hand by its place. */
  place: (step: number, all: number) => string;
  groups: { prepare: string; meeting: string; round: (number: number, kind: string) => string; after: string };
  roundKinds: Record<'first' | 'revote' | 'second-round' | 'repeat', string>;
  congressStates: Record<'preparing' | 'adopted' | 'voting' | 'adjourned' | 'decided' | 'published', string>;
  roundStates: Record<
    'prepared' | 'armed' | 'open' | 'closed' | 'confirmed' | 'frozen' | 'tallied' | 'certified' | 'void', string
  >;
  steps: Record<StepKind, string>;
  states: Record<'done' | 'in-hand' | 'waiting' | 'to-come', string>;
  waitedFor: Record<WaitedFor, string>;
  /** What the clerk can do meanwhile, or that nothing is asked of the clerk. */
  waitHints: Record<WaitedFor, string>;
  missing: Record<MissingCode, (missing: Missing) => string>;
  acts: Record<Act, string>;
  toCome: string;
  nowInHand: (step: string) => string;
  goToStepInHand: string;
};

const of = (missing: Missing) => `${missing.have ?? 0} / ${missing.need ?? 0}`;

const zh: DayTexts = {
  rail: '会议流程',
  openRail: '查看全部步骤',
  closeRail: '收起步骤',
  skip: '跳到这一步的内容',
  progress: (done, all) => `已完成 ${done} / ${all} 步`,
  place: (step, all) => `第 ${step} / ${all} 步`,
  groups: {
    prepare: '会前准备',
    meeting: '会议开始',
    round: (number, kind) => `第 ${number} 轮${kind === '' ? '' : ` · ${kind}`}`,
    after: '结果公布',
  },
  roundKinds: { first: '首轮', revote: '同票再投', 'second-round': '不足应选数再投', repeat: '作废重投' },
  congressStates: {
    preparing: '准备中', adopted: '办法已通过', voting: '投票进行中', adjourned: '休会中', decided: '结果已定', published: '已公布',
  },
  roundStates: {
    prepared: '已准备', armed: '已备票', open: '投票中', closed: '已截止', confirmed: '清点已确认', frozen: '票箱已封存',
    tallied: '已计票', certified: '结果已签字', void: '已作废',
  },
  steps: {
    projects: '会议与候选项目', roll: '代表名册', method: '票选办法', scrutineers: '监票人', letters: '投票凭证', 'check-in': '签到',
    'adopt-method': '通过票选办法', 'adopt-scrutineers': '通过监票人名单', arm: '备票', open: '发票与开始投票', vote: '投票与截止',
    count: '清点报告（第一关）', freeze: '封存票箱', unseal: '开箱计票', outcome: '异议与结果', certify: '计票结果报告单（第二关）',
    void: '本轮已作废', publish: '公布结果',
  },
  states: { done: '已完成', 'in-hand': '进行中', waiting: '等待', 'to-come': '未到' },
  waitedFor: { chief: '总监票人', scrutineers: '监票人', delegates: '代表', chair: '会议主持人', countdown: '倒计时结束' },
  waitHints: {
    chief: '总监票人在自己的设备上办，办好后本页自动更新。',
    scrutineers: '监票人在各自的设备上办，办好后本页自动更新。',
    delegates: '代表自己办，数字自动更新；您可以决定何时继续。',
    chair: '由会议主持人决定，您录入。',
    countdown: '时间到了自动截止，在此之前可以取消。',
  },
  missing: {
    'projects-few': (m) => `候选项目 ${m.have ?? 0} 个，至少要 ${m.need ?? 0} 个（多于应选数）。`,
    'roll-empty': () => '名册还是空的。导入名册后才能定监票人、做凭证、签到。',
    'method-unfit': () => '票选办法里有不成立的数字，请改正。',
    'scrutineers-few': (m) => `监票人 ${of(m)} 名，还没有定齐。票箱需要每人一把钥匙。`,
    'chief-unnamed': () => '还没有定总监票人。',
    'keys-not-made': (m) => `监票人已做好钥匙 ${of(m)} 人。请把邀请链接交给还没有做的人。`,
    'letters-unmade': (m) => `凭证已登记 ${of(m)} 份。没有凭证的代表不能投票。`,
    'quorum-short': (m) => `实到 ${m.have ?? 0}，法定人数 ${m.need ?? 0}，未达到，不能开始投票。`,
    'method-not-carried': () => '上一次表决没有通过，可以修改后再次表决。',
    'scrutineers-not-carried': () => '上一次表决没有通过，可以调整名单后再次表决。',
    'preparation-first': () => '请先备齐候选项目、名册和票选办法。',
    'manifest-unmade': () => '还没有生成本轮公告单。',
    'manifest-signatures': (m) => `公告单已签 ${of(m)}。监票人签齐后才能发票。`,
    'head-count': () => '总监票人还没有报会场清点人数。',
    'papers-not-drawn': (m) => `已发出 ${m.have ?? 0}，实到 ${m.need ?? 0}，还有代表没有领票。`,
    'ballots-out': (m) => `收回 ${m.have ?? 0} / 发出 ${m.need ?? 0}，还有票没有投。`,
    'printed-uncounted': () => '收回的纸质票还没有清点。请与监票人各清点一遍（折叠，不打开），两人一致后才有清点报告。',
    'count-signatures': (m) => `清点报告已签 ${of(m)}。签齐并含总监票人后，本轮才有效。`,
    'numbers-contradict': () => '清点数字互相矛盾，本轮不能确认。请总监票人报告主持人，由主持人裁定。',
    'printed-unkeyed': () => '纸质票还没有录完并投入票箱，票箱还不能封存。',
    'tree-head-signatures': (m) => `票箱封条已签 ${of(m)}。`,
    'keys-unreleased': (m) => `监票人已交钥匙 ${of(m)}。`,
    'opening-not-begun': () => '钥匙已够，等一名监票人开箱。',
    'board-unmade': () => '正在开箱，等开箱单。',
    'second-opening': (m) => `开箱单已签 ${of(m)}，等另一名监票人重开核对。`,
    'ruling-needed': () => '按票选办法，此处由会议主持人裁定。请录入裁定。',
    'ruling-unsigned': () => '裁定已录入，等总监票人签字生效。',
    'outcome-signatures': (m) => `结果已签 ${of(m)}。签齐并含总监票人后生效。`,
    'meeting-adjourned': () => '会议休会中。',
  },
  acts: {
    'add-projects': '添加候选项目', 'import-roll': '导入名册', 'change-method': '修改票选办法', 'name-scrutineers': '指定监票人',
    'hand-invitations': '交邀请链接', 'make-letters': '制作凭证', 'check-in': '为代表签到', 'adopt-method': '录入表决结果',
    'adopt-scrutineers': '录入表决结果', 'prepare-round': '准备本轮', 'make-manifest': '生成公告单', 'open-round': '开始投票',
    'start-closing': '开始截止倒计时', 'call-off-closing': '取消倒计时', 'count-printed': '清点纸质票', 'void-round': '录入作废裁定', 'freeze-box': '封存票箱',
    'enter-ruling': '录入裁定', certify: '计票人签字', resume: '恢复会议', publish: '公布结果',
  },
  toCome: '还没有到这一步。',
  nowInHand: (step) => `现在：${step}`,
  goToStepInHand: '回到当前步骤',
};

const en: DayTexts = {
  rail: 'The day',
  openRail: 'Show all steps',
  closeRail: 'Fold the steps away',
  skip: 'Skip to this step',
  progress: (done, all) => `${done} / ${all} steps done`,
  place: (step, all) => `Step ${step} / ${all}`,
  groups: {
    prepare: 'Before the meeting',
    meeting: 'The meeting begins',
    round: (number, kind) => `Round ${number}${kind === '' ? '' : ` · ${kind}`}`,
    after: 'Announcement',
  },
  roundKinds: { first: 'first round', revote: 're-vote of the tied', 'second-round': 'second round for a shortfall', repeat: 'repeat of a void round' },
  congressStates: {
    preparing: 'preparing', adopted: 'method adopted', voting: 'voting', adjourned: 'adjourned', decided: 'decided', published: 'published',
  },
  roundStates: {
    prepared: 'prepared', armed: 'armed', open: 'open', closed: 'closed', confirmed: 'count confirmed', frozen: 'box frozen',
    tallied: 'tallied', certified: 'certified', void: 'void',
  },
  steps: {
    projects: 'Congress and candidate projects', roll: 'Roll of delegates', method: 'Method', scrutineers: 'Scrutineers',
    letters: 'Credential letters', 'check-in': 'Check-in', 'adopt-method': 'Adopt the method', 'adopt-scrutineers': 'Adopt the scrutineers',
    arm: 'Arm the round', open: 'Issue papers and open', vote: 'Vote and close', count: 'Count report (gate 1)', freeze: 'Freeze the box',
    unseal: 'Open the box', outcome: 'Objections and outcome', certify: 'Result sheet (gate 2)', void: 'This round is void', publish: 'Publish the result',
  },
  states: { done: 'done', 'in-hand': 'in hand', waiting: 'waiting for', 'to-come': 'to come' },
  waitedFor: { chief: 'chief scrutineer', scrutineers: 'scrutineers', delegates: 'delegates', chair: 'chair', countdown: 'end of countdown' },
  waitHints: {
    chief: 'The chief scrutineer does it on the own device; this page follows by itself.',
    scrutineers: 'Scrutineers do it on their own devices; this page follows by itself.',
    delegates: 'Delegates do it themselves and the figures follow; you decide when to go on.',
    chair: 'The chair decides, you enter it.',
    countdown: 'The close comes by itself; until then it can be called off.',
  },
  missing: {
    'projects-few': (m) => `${m.have ?? 0} candidate projects; at least ${m.need ?? 0} are needed (more than places).`,
    'roll-empty': () => 'The roll is empty. Import it before scrutineers, letters and check-in.',
    'method-unfit': () => 'A figure in the method cannot hold; please correct it.',
    'scrutineers-few': (m) => `Scrutineers named: ${of(m)}. The box needs one key from each.`,
    'chief-unnamed': () => 'No chief scrutineer is named yet.',
    'keys-not-made': (m) => `Scrutineers with keys: ${of(m)}. Hand the invitation link to those without.`,
    'letters-unmade': (m) => `Letters registered: ${of(m)}. A delegate without a letter cannot vote.`,
    'quorum-short': (m) => `Present ${m.have ?? 0}, quorum ${m.need ?? 0}: not reached, voting cannot open.`,
    'method-not-carried': () => 'The last vote did not carry; change the method and vote again.',
    'scrutineers-not-carried': () => 'The last vote did not carry; change the list and vote again.',
    'preparation-first': () => 'First complete projects, roll and method.',
    'manifest-unmade': () => 'The manifest of this round is not made yet.',
    'manifest-signatures': (m) => `Manifest signed ${of(m)}. Papers can be drawn once it is signed.`,
    'head-count': () => 'The chief scrutineer has not entered the head count of the hall.',
    'papers-not-drawn': (m) => `Issued ${m.have ?? 0}, present ${m.need ?? 0}: some delegates have not drawn a paper.`,
    'ballots-out': (m) => `Received ${m.have ?? 0} / issued ${m.need ?? 0}: some papers are not cast yet.`,
    'printed-uncounted': () => 'The returned printed ballots are not counted yet. Please count them, and a scrutineer too, folded; the count report comes once both agree.',
    'count-signatures': (m) => `Count report signed ${of(m)}. The round stands once signed, the chief included.`,
    'numbers-contradict': () => 'The figures contradict each other; the round cannot be confirmed. The chief reports to the chair, who rules.',
    'printed-unkeyed': () => 'The printed ballots are not yet keyed and put into the box, so it cannot be frozen.',
    'tree-head-signatures': (m) => `Tree head signed ${of(m)}.`,
    'keys-unreleased': (m) => `Keys released ${of(m)}.`,
    'opening-not-begun': () => 'Enough keys are there; a scrutineer opens the box.',
    'board-unmade': () => 'The box is being opened; the board follows.',
    'second-opening': (m) => `Board signed ${of(m)}; another scrutineer re-opens and compares.`,
    'ruling-needed': () => 'By the method the chair rules here. Enter the ruling.',
    'ruling-unsigned': () => 'The ruling is entered; it takes effect with the chief scrutineer’s signature.',
    'outcome-signatures': (m) => `Outcome signed ${of(m)}. It takes effect once signed, the chief included.`,
    'meeting-adjourned': () => 'The meeting is adjourned.',
  },
  acts: {
    'add-projects': 'Add candidate projects', 'import-roll': 'Import the roll', 'change-method': 'Change the method',
    'name-scrutineers': 'Name scrutineers', 'hand-invitations': 'Hand over invitations', 'make-letters': 'Make letters',
    'check-in': 'Check delegates in', 'adopt-method': 'Enter the vote', 'adopt-scrutineers': 'Enter the vote',
    'prepare-round': 'Prepare the round', 'make-manifest': 'Make the manifest', 'open-round': 'Open voting',
    'start-closing': 'Start the closing countdown', 'call-off-closing': 'Call the countdown off', 'count-printed': 'Count the printed ballots', 'void-round': 'Enter a void ruling',
    'freeze-box': 'Freeze the box', 'enter-ruling': 'Enter the ruling', certify: 'Certify as tally clerk', resume: 'Resume the meeting',
    publish: 'Publish the result',
  },
  toCome: 'This step has not come yet.',
  nowInHand: (step) => `Now: ${step}`,
  goToStepInHand: 'Go to the step in hand',
};

export const dayTexts = { zh, en };
