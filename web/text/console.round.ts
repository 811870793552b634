/** Words of a round's steps in the console. */
const zh = {
  fingerprint: '本轮指纹', semicolon: '；', colon: '：',
  places: (places: number, candidates: number) => `应选 ${places} 项，候选 ${candidates} 项`,
  coming: {
    name: (number: number, kind: string) => `第 ${number} 轮 · ${kind}：`,
    why: {
      first: '全部候选项目，按票选办法的应选数。', revote: '应选线上得票相等，在得票相等的项目中，就缺额再投一次。凭证不换，公告单重新生成、重新签字。',
      'second-round': '过线的项目不足应选数，在其余项目中，就缺额再投一次。凭证不换，公告单重新生成、重新签字。', repeat: '上一轮已作废，候选项目和应选数不变，重新投票。凭证不换，公告单重新生成、重新签字。',
    },
  },
  signers: { title: '签字情况', signed: '已签', not: '未签', declined: (reason: string) => `不签，原因：${reason}`, chief: '总监票人', of: (have: number, need: number) => `已签 ${have} / 至少 ${need}` },
  arm: {
    prepare: '准备本轮', prepareSays: '将使用一个预留的轮次编号，监票人已经为它做好钥匙。', prepareYes: '确认准备本轮',
    make: '生成公告单', makeSays: '公告单写明候选项目、规则、名册和钥匙。生成后请监票人核对并签字，签齐即可发票。', makeYes: '确认生成公告单',
    discard: '收回公告单', discardSays: '公告单和已有签字作废。名册变动后重新生成。发过票就不能收回。', discardYes: '确认收回公告单',
    waiting: '请监票人在各自设备上核对公告单并签字。', signed: '公告单已签齐，代表可以领票。', letters: '还有代表没有凭证，生成公告单时会被拒绝。',
  },
  open: {
    checklist: '开始投票前', boxes: ['写票处有遮挡，后面没有摄像头', '大屏上的指纹与监票人手里的一致', '代表已领票，或已知道怎么领票'],
    headCount: '会场清点人数', headCountWaiting: '等总监票人在自己的设备上报数。报数时看不到系统里的实到人数。', headCountEntered: '已报，与签到一致', headCountDiffers: (reason: string) => `已报，与签到不一致，原因：${reason}`,
    act: '开始投票', says: '开始后，代表可以把票投进票箱。还没有收回任何一票时可以收回“开始”。', yes: '确认开始投票',
    notDrawn: (count: number) => `还有 ${count} 名已到代表没有领票。现在开始投票，他们在截止前仍可领票、投票。`,
    notDrawnYes: (count: number) => `确认：还有 ${count} 人未领票，开始投票`,
    wait: (seconds: number) => `有人未领票时，备票满两分钟才可以开始，还要等 ${seconds} 秒。全部领完即可开始。`,
    quorumShort: '实到还没有达到法定人数，请先签到。',
  },
  vote: {
    what: '投票进行中。截止前，这里只显示应到、实到、发出、收回；收回每 5 秒更新一次。',
    back: '收回“开始投票”', backSays: '退回到开始之前。只有还没有收回任何一票时才可以。', backYes: '确认收回开始',
    close: '开始截止倒计时', closeSays: (seconds: number) => `所有投票页面和大屏显示 ${seconds} 秒倒计时，期间仍可投票、可以取消。到时即截止，没有投的票算未收回。`, closeYes: '确认开始倒计时',
    short: '演练：倒计时缩短为 5 秒', running: (seconds: number) => `${seconds} 秒后截止`, callOff: '取消倒计时', closing: '正在截止…',
    notCast: (count: number) => `还有 ${count} 张票没有投。`,
  },
  reopenings: {
    title: '代表请求换设备继续投票', who: (number: string, name: string) => `${number} ${name}`, approve: (name: string) => `同意 ${name} 换设备`, decline: (name: string) => `不同意 ${name}，交监票人处理`,
    says: (name: string) => `请当面核对是 ${name} 本人，并且原来的设备确实不能用了。`, approveYes: '确认同意换设备', declineYes: '确认不同意', declineSays: '代表不能在新设备上继续。请告诉总监票人。', approveShort: '同意', declineShort: '不同意',
  },
  count: {
    title: '清点报告', figures: { summoned: '应到', present: '实到（备票到截止之间到过）', issued: '发出', received: '收回', notReturned: '未收回', reopened: '换设备', headCount: '会场清点' },
    headCountReason: '人数不一致的原因', valid: '数字符合票选办法。', invalid: '数字不符合票选办法，本轮不能确认。请总监票人报告主持人，由主持人裁定。',
    waiting: '请监票人签清点报告。签齐之前，任何人都看不到计票结果。', hash: '报告摘要', none: '清点报告还没有生成。',
  },
  freeze: { act: '封存票箱', says: '票箱从此只读，盖章钥匙销毁，本轮不能再投票。之后不能恢复。', yes: '确认封存票箱', size: '箱内票数', treeHead: '票箱封条' },
  unseal: {
    what: '监票人在各自设备上交钥匙、开箱、由另一人重开核对。服务器看不到任何一张票怎么投。', keys: '已交钥匙', board: '开箱单', second: '重开核对',
    keyOf: (name: string) => name, handed: '已交', notHanded: '未交', openingSet: '用来开箱的钥匙', notYet: '还没有', done: '完成', boardHash: '开箱单摘要', opening: '正在开箱',
  },
  outcome: {
    provisional: '以下为签字前的结果，签齐后生效。请先在大屏公示开箱单，由主持人询问有无异议。', counts: '各项目得票', project: '项目', votes: '得票', standing: '结果',
    valid: '有效票', abstained: '其中弃权', invalid: '无效票', selected: '入选', tied: '得票相等', none: '未定', objections: '异议记录', noObjections: '还没有异议。', objectionBy: '提出人', objectionText: '异议内容', enterObjection: '记录异议',
    next: { none: '名额已满，没有待定事项。', revote: '应选线上得票相等：签字后，在得票相等的项目中再投一轮。', 'second-round': '不足应选数：签字后，在其余项目中再投一轮；主持人也可以裁定不再投。', 'ruling-tie': '应选线上得票再次相等，由会议主持人裁定。', 'ruling-shortfall': '不足应选数，由会议主持人裁定。' },
    placesLeft: (count: number) => `还剩 ${count} 个名额`, certify: '计票人签字', certifySays: (name: string) => `您以计票人 ${name} 的身份确认上面的计票结果。签字后交监票人签字。`, certifyYes: '确认计票人签字', certifiedBy: (name: string) => `计票人已签字：${name}`,
    pending: '还没有到第二关，计票结果尚未生效。', votesUnit: (votes: number) => `${votes} 票`,
  },
  ruling: {
    title: '主持人裁定', kinds: { void: '本轮作废', tie: '得票相等的裁定', shortfall: '不足应选数的裁定' }, text: '裁定内容', by: '主持人姓名', reason: '裁定理由', selected: (count: number) => `裁定入选的项目（选 ${count} 项）`,
    enter: { void: '录入作废裁定', tie: '录入裁定', shortfall: '录入裁定' }, says: { void: '总监票人签字后，本轮作废，票箱永不打开，以相同候选项目重投一轮。', tie: '总监票人签字后，裁定的项目入选，并写入结果。', shortfall: '总监票人签字后，不再投票，剩余名额空缺。' },
    yes: '确认录入裁定', withdraw: '撤回裁定', withdrawSays: '总监票人还没有签字，可以撤回。', withdrawYes: '确认撤回裁定', unsigned: '等总监票人签字生效', effective: '已生效', open: '本轮需要作废？', voidWhat: '误截止、候选有误、法定人数不足、钥匙不够、数字矛盾时，由总监票人报告，主持人裁定作废。',
    shortfallOpen: '主持人裁定不再投？', shortfallText: '剩余名额不再投票，予以空缺。', voidText: '本轮作废，以相同候选项目重新投票。',
  },
  certify: { what: '计票人已签字。请总监票人和监票人签结果。最后一个签字完成时，结果即时生效。', done: '本轮结果已签字生效。' },
  voided: '本轮已由主持人裁定作废，票箱未打开。',
  publish: {
    what: '结果已经签字生效。公布后，任何人都可以看到公告。', act: '公布结果', says: '公告立即对所有人可见，不能撤回；如发现错误，以新的签字文件更正，原件保留。', yes: '确认公布结果', done: '结果已公布。', open: '打开公告', selected: '民生实事项目', keyWork: '其余项目', decidedNotYet: '最后一轮签字生效后，才可以公布。',
  },
  simulate: {
    title: '模拟代表', what: '演练专用：由服务器代替其余代表，按真实流程签到、领票、投票。', act: '要做的事', acts: { 'check-in': '签到', draw: '领票', cast: '投票' }, delegates: '人数', abstain: '其中弃权', leaning: '投票倾向', leanings: { clear: '有明显高低', even: '各项目均等', tie: '应选线上相等' },
    start: '让模拟代表开始', started: (count: number) => `已安排 ${count} 名模拟代表。`, progress: (done: number, of: number) => `已完成 ${done} / ${of}`, failed: (count: number) => `${count} 名没有办成`, last: '最近一次的原因', idle: '没有正在进行的模拟。',
  },
};

const en: typeof zh = {
  fingerprint: 'Fingerprint of this round', semicolon: '; ', colon: ': ',
  places: (places: number, candidates: number) => `${places} places, ${candidates} candidates`,
  coming: {
    name: (number: number, kind: string) => `Round ${number}, ${kind}:`,
    why: {
      first: 'All candidates, for the places of the method.', revote: 'Tallies are equal across the cut-off: voted again among the tied, for the places left. The same letters; a manifest of its own, signed anew.',
      'second-round': 'Fewer projects passed than there are places: voted again among the rest, for the places left. The same letters; a manifest of its own, signed anew.', repeat: 'The round before is void: the same candidates for the same places. The same letters; a manifest of its own, signed anew.',
    },
  },
  signers: { title: 'Signatures', signed: 'signed', not: 'not signed', declined: (reason: string) => `declined: ${reason}`, chief: 'chief scrutineer', of: (have: number, need: number) => `${have} signed, at least ${need} needed` },
  arm: {
    prepare: 'Prepare the round', prepareSays: 'One of the reserved round ids is taken; scrutineers made their keys for it.', prepareYes: 'Yes, prepare the round',
    make: 'Make the manifest', makeSays: 'It states candidates, rule, roll and keys. Scrutineers then check and sign it; papers can be drawn once it is signed.', makeYes: 'Yes, make the manifest',
    discard: 'Take the manifest back', discardSays: 'The manifest and its signatures are void; make it again after a roll change. Not possible once a paper is drawn.', discardYes: 'Yes, take the manifest back',
    waiting: 'Scrutineers check the manifest on their own devices and sign it.', signed: 'The manifest is signed; papers can be drawn.', letters: 'Some delegates have no letter; the manifest will be refused.',
  },
  open: {
    checklist: 'Before opening', boxes: ['The booths are screened, with no camera behind', 'The fingerprint on the hall screen equals the scrutineers’', 'Delegates have drawn papers, or know how to'],
    headCount: 'Head count of the hall', headCountWaiting: 'The chief scrutineer enters it on the own device, without seeing the number checked in.', headCountEntered: 'entered, equal to the check-ins', headCountDiffers: (reason: string) => `entered, differs from the check-ins: ${reason}`,
    act: 'Open voting', says: 'Delegates can then cast. The opening can be taken back while nothing was received.', yes: 'Yes, open voting',
    notDrawn: (count: number) => `${count} delegates present have not drawn a paper. If you open now, they may still draw and cast until the close.`,
    notDrawnYes: (count: number) => `Yes, open with ${count} not drawn`,
    wait: (seconds: number) => `With papers not drawn, opening is possible two minutes after arming: ${seconds} s more. Once all have drawn, at once.`,
    quorumShort: 'The quorum is not reached; check delegates in first.',
  },
  vote: {
    what: 'Voting is open. Until the close only summoned, present, issued and received are shown; received moves every 5 seconds.',
    back: 'Take the opening back', backSays: 'Back to before opening; possible only while nothing was received.', backYes: 'Yes, take the opening back',
    close: 'Start the closing countdown', closeSays: (seconds: number) => `Every booth and the hall screen show a countdown of ${seconds} seconds; casting goes on and it can be called off. Then the round is closed, and papers not cast are not returned.`, closeYes: 'Yes, start the countdown',
    short: 'Rehearsal: shorten the countdown to 5 seconds', running: (seconds: number) => `Closes in ${seconds} s`, callOff: 'Call the countdown off', closing: 'Closing…',
    notCast: (count: number) => `${count} papers are not cast yet.`,
  },
  reopenings: {
    title: 'Delegates who ask to go on with another device', who: (number: string, name: string) => `${number} ${name}`, approve: (name: string) => `Approve the other device of ${name}`, decline: (name: string) => `Decline ${name}, to the scrutineers`,
    says: (name: string) => `Make sure in person that this is ${name}, and that the first device is really of no use.`, approveYes: 'Yes, approve the other device', declineYes: 'Yes, decline', declineSays: 'The delegate cannot go on with the new device. Tell the chief scrutineer.', approveShort: 'Approve', declineShort: 'Decline',
  },
  count: {
    title: 'Count report', figures: { summoned: 'Summoned', present: 'Present (at any moment from arming to close)', issued: 'Issued', received: 'Received', notReturned: 'Not returned', reopened: 'Other devices', headCount: 'Head count' },
    headCountReason: 'Reason for the difference', valid: 'The figures hold by the method.', invalid: 'The figures do not hold by the method; the round cannot be confirmed. The chief reports to the chair, who rules.',
    waiting: 'Scrutineers sign the count report. Before that nobody can see any tally.', hash: 'Hash of the report', none: 'There is no count report yet.',
  },
  freeze: { act: 'Freeze the box', says: 'The box becomes read-only, the stamp key is destroyed, and nothing can be cast in this round any more. This cannot be undone.', yes: 'Yes, freeze the box', size: 'Ballots in the box', treeHead: 'Tree head' },
  unseal: {
    what: 'On their own devices scrutineers release keys, open the box, and another one re-opens it. The server sees no ballot’s marks.', keys: 'Keys released', board: 'Board', second: 'Re-opened by another',
    keyOf: (name: string) => name, handed: 'released', notHanded: 'not yet', openingSet: 'Keys used for opening', notYet: 'not yet', done: 'done', boardHash: 'Hash of the board', opening: 'being opened',
  },
  outcome: {
    provisional: 'This takes effect once signed. Show the board first; the chair asks for objections.', counts: 'Votes by project', project: 'Project', votes: 'Votes', standing: 'Outcome',
    valid: 'Valid', abstained: 'of which abstentions', invalid: 'Invalid', selected: 'selected', tied: 'tied', none: 'undecided', objections: 'Objections', noObjections: 'No objections yet.', objectionBy: 'Raised by', objectionText: 'Objection', enterObjection: 'Record the objection',
    next: { none: 'All places are filled; nothing is open.', revote: 'A tie across the cut-off: once signed, a re-vote among the tied.', 'second-round': 'Fewer than places pass: once signed, a second round among the rest; the chair may also rule to leave it out.', 'ruling-tie': 'Tied again across the cut-off: the chair rules.', 'ruling-shortfall': 'Fewer than places pass: the chair rules.' },
    placesLeft: (count: number) => `${count} places left`, certify: 'Certify as tally clerk', certifySays: (name: string) => `You, ${name}, certify the tally above as tally clerk. Scrutineers then sign.`, certifyYes: 'Yes, certify as tally clerk', certifiedBy: (name: string) => `Certified by tally clerk ${name}`,
    pending: 'Gate 2 is still to come; the tally has no effect yet.', votesUnit: (votes: number) => `${votes} votes`,
  },
  ruling: {
    title: 'Ruling of the chair', kinds: { void: 'This round is void', tie: 'Ruling on the tie', shortfall: 'Ruling on the shortfall' }, text: 'Ruling', by: 'Name of the chair', reason: 'Reason', selected: (count: number) => `Projects selected by the ruling (choose ${count})`,
    enter: { void: 'Enter a void ruling', tie: 'Enter the ruling', shortfall: 'Enter the ruling' }, says: { void: 'With the chief’s signature the round is void, its box stays sealed for ever, and a round with the same candidates follows.', tie: 'With the chief’s signature the projects named are selected and stand in the outcome.', shortfall: 'With the chief’s signature no further round is held and the places stay empty.' },
    yes: 'Yes, enter the ruling', withdraw: 'Take the ruling back', withdrawSays: 'The chief has not signed; it can be taken back.', withdrawYes: 'Yes, take the ruling back', unsigned: 'waits for the chief’s signature', effective: 'in effect', open: 'Must this round be voided?', voidWhat: 'An accidental close, wrong candidates, a lost quorum, too few keys, contradicting figures: the chief reports and the chair rules.',
    shortfallOpen: 'Does the chair leave the second round out?', shortfallText: 'No further round; the places left stay empty.', voidText: 'This round is void; the vote is repeated with the same candidates.',
  },
  certify: { what: 'The tally clerk has certified. Chief and scrutineers sign the outcome; with the last signature it takes effect.', done: 'The outcome of this round is signed and in effect.' },
  voided: 'The chair ruled this round void; its box was never opened.',
  publish: {
    what: 'The outcome is signed and in effect. Once published, anyone can read the announcement.', act: 'Publish the result', says: 'The announcement is visible to everyone at once and cannot be taken back; a mistake is corrected by a new signed act beside it.', yes: 'Yes, publish the result', done: 'The result is published.', open: 'Open the announcement', selected: 'Selected projects', keyWork: 'The other projects', decidedNotYet: 'Publication is possible once the last round is signed.',
  },
  simulate: {
    title: 'Simulated delegates', what: 'Rehearsal only: the server stands in for the other delegates, who check in, draw and cast as people do.', act: 'Act', acts: { 'check-in': 'check in', draw: 'draw a paper', cast: 'cast' }, delegates: 'How many', abstain: 'Of these abstaining', leaning: 'Leaning', leanings: { clear: 'clear', even: 'even', tie: 'tie at the cut-off' },
    start: 'Let simulated delegates begin', started: (count: number) => `${count} simulated delegates set going.`, progress: (done: number, of: number) => `${done} / ${of} done`, failed: (count: number) => `${count} did not manage`, last: 'Latest reason', idle: 'No simulation is under way.',
  },
};

export const roundTexts = { zh, en };
