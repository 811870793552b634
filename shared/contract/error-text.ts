import type { ErrorCode } from '../error-code.ts';

/** One sentence per language: what happened, why, what to do next. */
export type Sentences = { readonly zh: string; readonly en: string };

type Details = { readonly figures?: Readonly<Record<string, number | string>> };

/**
 * The sentences of the refusals. `{name}` stands for a figure of that name. A part in square brackets is
 * left out when one of its figures is not given, so every sentence reads well with and without figures.
 */
export const ERROR_TEXT: Readonly<Record<ErrorCode, Sentences>> = {
  'bad-request': {
    zh: '收到的内容不完整或格式不对，没有保存任何内容。请检查后重新填写。',
    en: 'What arrived is incomplete or not in the expected form, and nothing was saved. Please check it and enter it again.',
  },
  'too-large': {
    zh: '内容太大[（最多 {most} MB）]，没有接收。请分成几份，或缩小后再送。',
    en: 'The content is too large[ (at most {most} MB)] and was not taken in. Please split it or make it smaller and send it again.',
  },
  'not-found': {
    zh: '这里没有这个内容，网址可能不完整。请检查网址，或从首页重新进入。',
    en: 'There is nothing at this address; it may be incomplete. Please check it, or start again from the first page.',
  },
  'not-signed-in': {
    zh: '还没有登录，或登录已过期。请重新登录后再做。',
    en: 'Nobody is signed in here, or the login session has expired. Please sign in and do it again.',
  },
  forbidden: {
    zh: '这一步由其他身份的人来做，当前登录的身份不能做。请由负责这一步的人登录后办理。',
    en: 'This step belongs to another role than the one signed in. Please let the person in charge of it sign in and do it.',
  },
  'another-congress': {
    zh: '当前登录属于另一场会议，不能用于这场会议。请在这场会议重新登录。',
    en: 'The login session belongs to another congress and does not count here. Please sign in to this congress.',
  },
  unexpected: {
    zh: '系统出了故障，这一步没有做成，情况已记录。请稍后再试；如仍不行，请告诉工作人员。',
    en: 'A fault of the system stopped this step; it has been logged. Please try again shortly, and tell a clerk if it stays.',
  },
  'database-unavailable': {
    zh: '数据库暂时没有应答，这一步没有做成，已有内容没有丢失。请稍后再试。',
    en: 'The database does not answer for the moment; this step was not done and nothing already kept is lost. Please try again shortly.',
  },
  'try-again': {
    zh: '系统这一刻忙不过来，这一步还没有做成。会自动再试，请不要离开本页。',
    en: 'The system is busy at this moment and the step is not yet done. It will be tried again by itself; please stay on this page.',
  },
  busy: {
    zh: '同样的一步正由另一人办理，这一次没有改动任何内容。请刷新后查看结果。',
    en: 'Another person is doing the same step right now; this time nothing was changed. Please reload and look at the result.',
  },
  'bad-password': {
    zh: '没有登录：账号与密码不相符。请核对后重新输入。',
    en: 'Not signed in: account and password do not belong together. Please check both and enter them again.',
  },
  'too-many-attempts': {
    zh: '短时间内尝试次数较多，为安全暂缓登录。请[等 {seconds} 秒后]再试，账号没有被锁定。',
    en: 'There were many attempts in a short time, so signing in is slowed down for safety. Please try again[ after {seconds} s]; the account is not locked.',
  },
  'second-factor-needed': {
    zh: '密码正确，还需要验证码。请打开手机上的验证器，输入本账号现在的六位数字。',
    en: 'The password is right; a code is needed as well. Please open the authenticator and enter the six digits it shows for this account now.',
  },
  'second-factor-set': {
    zh: '这个账号已经启用验证码，没有改动。要换验证器，请先用现在的验证码停用，再重新启用。',
    en: 'This account already asks for a code, so nothing was changed. To change the authenticator, drop it with a code first and set it up again.',
  },
  'bad-second-factor': {
    zh: '没有登录：验证码不对、已过时或已用过。请等验证器换一组数字后再输入；如总是不对，请核对手机时间。',
    en: 'Not signed in: the code is wrong, late or already used. Please wait for the next digits of the authenticator; if they never fit, check the clock of the phone.',
  },
  'bad-signature': {
    zh: '签名核对不上，没有接受。可能是用了别的凭证码，或内容在途中变了。请用自己的凭证码重新登录后再做。',
    en: 'The signature does not fit and was not accepted; another code may have been used, or the content changed on its way. Please sign in again with your own code and do it again.',
  },
  'nonce-used': {
    zh: '这次登录等得太久或已用过，没有登录。请再登录一次。',
    en: 'This sign-in took too long or was already used, so nobody was signed in. Please sign in once more.',
  },
  'credential-revoked': {
    zh: '这份投票凭证已作废，不能再用，通常是已换发新凭证。请使用新凭证，或向工作人员领取。',
    en: 'This credential letter was revoked, usually because a new one was made. Please use the new letter or ask a clerk for it.',
  },
  'letter-of-another-congress': {
    zh: '这份投票凭证属于另一场会议，不能用于这场会议。请进入凭证上写明的会议。',
    en: 'This credential letter belongs to another congress. Please go to the congress that is named on the letter.',
  },
  'unknown-key': {
    zh: '这个凭证码不在本次会议的登记中，没有登录。请核对凭证上的会议名称和凭证码，或询问工作人员。',
    en: 'This code is not registered with this congress, so nobody was signed in. Please compare the congress and the code on the sheet or letter, or ask a clerk.',
  },
  'invitation-used': {
    zh: '这份邀请已用过或已被新的邀请代替，不能再用。请向工作人员要一份新邀请。',
    en: 'This invitation was used or replaced by a newer one. Please ask a clerk for a new invitation.',
  },
  'setup-used': {
    zh: '这个一次性链接已用过，不能再用。请用已建立的工作人员账号登录。',
    en: 'This one-time link was already used. Please sign in with the clerk account that was made with it.',
  },
  'name-taken': {
    zh: '这个名称在本次会议中已有人使用，没有保存。请换一个名称。',
    en: 'This name is already in use in this congress, so it was not saved. Please choose another.',
  },
  'congress-unknown': {
    zh: '这里没有这场会议，网址可能不完整。请从首页选择会议。',
    en: 'There is no such congress here; the address may be incomplete. Please choose the congress on the first page.',
  },
  'project-unknown': {
    zh: '名单中没有这个候选项目，可能已被删去。请刷新后再选。',
    en: 'This candidate project is not on the list; it may have been removed. Please reload and choose again.',
  },
  'delegate-unknown': {
    zh: '名册中没有这位代表[（{number}）]，代表证号可能有误。请核对代表证号。',
    en: 'There is no such delegate[ ({number})] on the roll; the delegate number may be mistyped. Please compare the number.',
  },
  'scrutineer-unknown': {
    zh: '名单中没有这位监票人，名单可能已有变动。请刷新后再看。',
    en: 'There is no such scrutineer on the list; the list may have changed. Please reload and look again.',
  },
  'account-unknown': {
    zh: '本次会议没有这个账号。请核对账号名称，或请工作人员建立。',
    en: 'This congress has no such account. Please check the name or let a clerk add it.',
  },
  'frozen-by-adoption': {
    zh: '会议已通过票选办法，这些内容已封存，没有改动。确需修改时，请先退回准备阶段，之后要重新表决。',
    en: 'The meeting has adopted the method, so this is frozen and was not changed. If it must change, go back to preparing first; the adoption is then made again.',
  },
  'delegate-number-taken': {
    zh: '这个代表证号[（{number}）]已在名册中，没有重复加入。请核对代表证号。',
    en: 'This delegate number[ ({number})] is already on the roll and was not added twice. Please compare the number.',
  },
  'project-number-taken': {
    zh: '这个项目序号[（{number}）]已在候选项目中，没有重复加入。请换一个序号。',
    en: 'This project number[ ({number})] is already in use and was not added twice. Please choose another number.',
  },
  'delegate-is-scrutineer': {
    zh: '这位代表在监票人名单中，所以没有改动。请先将其移出监票人名单。',
    en: 'This delegate is on the list of scrutineers, so nothing was changed. Please take the delegate off that list first.',
  },
  'key-taken': {
    zh: '有钥匙已经登记过：属于另一人，或那份凭证已经作废，没有登记。每人只能用自己的钥匙，请重新制作。',
    en: 'A key was registered before: it belongs to someone else, or its letter is revoked, so nothing was registered. Each person has a key of their own; please make new ones.',
  },
  'bad-roll-file': {
    zh: '名册文件中有[ {rows} 行]内容不合要求，一行也没有导入。请按列出的内容修改文件后重新选择。',
    en: 'The roll file has[ {rows}] rows that do not fit, so none of it was imported. Please correct what is listed and choose the file again.',
  },
  'bad-project-file': {
    zh: '候选项目文件中有[ {rows} 行]内容不合要求，一项也没有导入。请按列出的内容修改文件后重新选择。',
    en: 'The project file has[ {rows}] rows that do not fit, so none of it was imported. Please correct what is listed and choose the file again.',
  },
  'import-outdated': {
    zh: '核对之后有人改动过，文件与现在的内容要重新比较，所以没有导入。请再核对一次。',
    en: 'Something was changed after you looked the file over, so it was compared anew and nothing was imported. Please look it over once more.',
  },
  'roll-frozen': {
    zh: '本轮公告单已生成或已有人领票，名册不能改动。确需改动时，请在无人领票时先撤回公告单。',
    en: 'The manifest of the round stands or a paper was drawn, so the roll cannot change. If it must, take the manifest back while no paper is drawn.',
  },
  'letter-in-use': {
    zh: '这位代表已用这份投票凭证领票，本轮内不能更换或作废。请等本轮结束，或报告总监票人。',
    en: 'The delegate drew a paper with this letter, so it can be neither replaced nor revoked in this round. Please wait for its end or report it to the chief scrutineer.',
  },
  'account-link-used': {
    zh: '这个一次性链接已用过、已过期或已被新的链接代替。请向另一位工作人员要一个新链接。',
    en: 'This one-time link was used, has expired or was replaced by a newer one. Please ask another clerk for a new one.',
  },
  'last-clerk': {
    zh: '这是最后一个能登录的工作人员账号，没有改动。请先添加另一个工作人员账号。',
    en: 'This is the last clerk account that can sign in, so nothing was changed. Please add another clerk account first.',
  },
  'letters-missing': {
    zh: '还有[ {missing} 位]代表没有投票凭证，本轮不能备票。请先为他们制作并登记凭证。',
    en: 'Some delegates[ ({missing})] have no credential letter yet, so the round cannot be armed. Please make and register their letters first.',
  },
  'places-not-below-candidates': {
    zh: '应选数[（{places}）]要少于候选项目数[（{candidates}）]，否则无从选择。请减少应选数或增加候选项目。',
    en: 'The places[ ({places})] must be fewer than the candidate projects[ ({candidates})], or there is nothing to choose. Please lower the places or add projects.',
  },
  'bad-method': {
    zh: '票选办法中有一项不成立，没有保存。请按提示修改这一项。',
    en: 'One parameter of the method cannot hold, so it was not saved. Please change the one that is named.',
  },
  'marking-not-in-rv1': {
    zh: '目前的票面只支持画选，不支持逐项赞成、反对、弃权，本轮不能备票。请在票选办法中改为画选。',
    en: 'The ballot paper carries ticks only, not for, against and abstain for each project, so the round cannot be armed. Please choose tick marking in the method.',
  },
  'bad-threshold': {
    zh: '开箱人数不成立[（{n} 人中 {t} 人）]：监票人至少 3 人，开箱至少 2 人，并且可以缺一人。请调整监票人或开箱人数。',
    en: 'The box threshold cannot hold[ ({t} of {n})]: at least 3 scrutineers, at least 2 to open, and one may be missing. Please adjust the scrutineers or the threshold.',
  },
  'too-few-scrutineers': {
    zh: '监票人不够[（已有 {named} 人，需要 {n} 人）]。请先补足监票人。',
    en: 'There are too few scrutineers[ ({named} named, {n} needed)]. Please name the missing ones first.',
  },
  'chief-missing': {
    zh: '还没有总监票人，或多于一人。请指定一位总监票人。',
    en: 'There is not exactly one chief scrutineer. Please name one.',
  },
  'chief-named': {
    zh: '名单中已有总监票人，总监票人只设一名，因此没有列入。请先移出原来的总监票人，或列为监票人。',
    en: 'The list already has a chief scrutineer and there is only one, so nobody was added. Please take the present chief off first, or name a scrutineer.',
  },
  'scrutineer-keys-missing': {
    zh: '还有[ {missing} 位]监票人没有制作钥匙。请他们用邀请先制作钥匙。',
    en: 'Some scrutineers[ ({missing})] have not made their keys. Please let them do so with their invitations.',
  },
  'clerk-is-scrutineer': {
    zh: '工作人员不能兼任监票人[：两份名单上都有“{name}”]，没有保存。请核对姓名，或另选一人。',
    en: 'A clerk is never also a scrutineer[, and "{name}" would stand on both lists], so this was not saved. Please check the name, or choose somebody else.',
  },
  'not-adopted': {
    zh: '会议还没有通过票选办法或监票人名单，这一步要等通过之后。请先完成表决。',
    en: 'The meeting has not yet adopted the method or the scrutineers, and this step comes after. Please take those votes first.',
  },
  'vote-not-carried': {
    zh: '赞成的没有多于反对和弃权之和，没有通过。请会议主持人决定如何处理，可修改后再次表决。',
    en: 'Those in favour were not more than those against and abstaining together, so it is not carried. The chair decides; it may be changed and put to the vote again.',
  },
  'not-checked-in': {
    zh: '这位代表还没有签到，签到后才能领票。请先到签到处签到。',
    en: 'The delegate has not checked in, and a paper is drawn only after that. Please check in at the desk first.',
  },
  'already-checked-in': {
    zh: '这位代表已经签到，没有重复登记。如人不对，请核对代表证号。',
    en: 'The delegate is already checked in and was not counted twice. If it is another person, please compare the delegate number.',
  },
  'check-in-used': {
    zh: '已领票的代表，签到不能撤销。如果签错了人，领票的就是另一个人：请立即报告总监票人，由会议主持人裁定。代表离场请用“离场”。',
    en: 'The check-in of a delegate who drew a paper cannot be undone. If it was the wrong person, someone else drew it: report it to the chief scrutineer at once, for a ruling. For a delegate who leaves, use Check out instead.',
  },
  'paper-drawn': {
    zh: '已有[ {papersDrawn} 张]票发出，这一步不能再做。如有差错，请报告总监票人，由会议主持人裁定。',
    en: 'A paper[ ({papersDrawn} in all)] was already drawn, so this can no longer be done. If something is wrong, please report it to the chief scrutineer for a ruling.',
  },
  'wrong-congress-state': {
    zh: '会议现在所处的阶段不能做这一步，没有改动。请刷新，按当前阶段继续。',
    en: 'The congress is not at the stage for this step; nothing was changed. Please reload and go on from where it is.',
  },
  'wrong-round-state': {
    zh: '本轮现在所处的阶段不能做这一步，没有改动。请刷新，按当前阶段继续。',
    en: 'The round is not at the stage for this step; nothing was changed. Please reload and go on from where it is.',
  },
  'round-unknown': {
    zh: '没有这个轮次，网址可能不完整，或轮次已更换。请刷新后再看。',
    en: 'There is no such round; the address may be incomplete or a later round stands. Please reload and look again.',
  },
  'round-not-armed': {
    zh: '本轮还没有备票，现在不能领票。请等大屏提示后再领。',
    en: 'The round is not armed, so no paper can be drawn yet. Please wait until the hall screen says so.',
  },
  'round-not-open': {
    zh: '现在还没有开始投票，选择没有丢失。请等会议主持人宣布开始。',
    en: 'Voting has not begun; your selection is not lost. Please wait until the chair opens it.',
  },
  'round-closed': {
    zh: '本轮投票已截止，这一步没有做成。如对此有异议，请举手告诉监票人。',
    en: 'Voting in this round has closed, so this was not done. If you object, please raise your hand and tell a scrutineer.',
  },
  'another-round-open': {
    zh: '本次会议另有一轮正在投票，同一时间只能有一轮。请先截止那一轮。',
    en: 'Another round of this congress is open, and only one can be at a time. Please close that one first.',
  },
  'quorum-missing': {
    zh: '到会人数不够[：应到 {summoned} 人，实到 {present} 人，需要 {needed} 人]，不能开始。请等更多代表签到。',
    en: 'The quorum is missing[: {summoned} summoned, {present} present, {needed} needed], so voting cannot begin. Please wait for more delegates to check in.',
  },
  'manifest-unsigned': {
    zh: '本轮公告单的监票人签名还不够[（已签 {signed}，需要 {needed}）]。请监票人核对并签字。',
    en: 'The manifest does not have enough signatures of scrutineers[ ({signed} of {needed})]. Please let the scrutineers check and sign it.',
  },
  'manifest-exists': {
    zh: '本轮公告单已经生成，没有重复生成。确需修改时，请先撤回它。',
    en: 'The round already has its manifest and no second one was made. If it must change, take it back first.',
  },
  'head-count-missing': {
    zh: '总监票人还没有报会场清点人数，不能开始投票。请总监票人清点并填报。',
    en: 'The chief scrutineer has not entered the head count of the hall, so voting cannot begin. Please let the chief count and enter it.',
  },
  'head-count-differs': {
    zh: '会场清点人数与签到人数不同，需要写明原因。请再清点一次，或写明原因后填报。',
    en: 'The heads counted differ from those checked in, which needs a reason. Please count again, or give the reason and enter it.',
  },
  'papers-not-drawn': {
    zh: '到会代表中还有[ {notDrawn} 位]没有领票。请[再等 {waitSeconds} 秒，或]确认这一人数后再开始投票。',
    en: 'Some of those present[ ({notDrawn})] have not drawn a paper. Please wait[ {waitSeconds} s more], then confirm the number to open.',
  },
  'already-received': {
    zh: '票箱里已有[ {received} 张]票，不能再撤回开始。请继续投票；如需作废本轮，请报会议主持人裁定。',
    en: 'The box already holds ballots[ ({received})], so the opening cannot be taken back. Please go on; to void the round, ask the chair for a ruling.',
  },
  'countdown-running': {
    zh: '截止倒计时正在进行[，还有 {secondsLeft} 秒]。请等它走完，或先取消倒计时。',
    en: 'The countdown to the close is running[, {secondsLeft} s left]. Please wait for its end or call it off first.',
  },
  'no-countdown': {
    zh: '现在没有进行中的倒计时，没有改动。请刷新后查看本轮状态。',
    en: 'No countdown is running, so nothing was changed. Please reload and look at the round.',
  },
  'no-next-round': {
    zh: '结果已定，不需要再投一轮。请继续公布结果。',
    en: 'The outcome is final and no further round follows. Please go on to the announcement.',
  },
  'rounds-used-up': {
    zh: '预留的[ {rounds} 个]轮次已用完，不能再开新一轮。请会议主持人裁定。',
    en: 'The reserved rounds[ ({rounds})] are used up, so no further one can begin. Please let the chair rule.',
  },
  'paper-exists': {
    zh: '用这份凭证在本轮已领过票，每人每轮只有一张，没有再发。请在领票的那台设备上继续，或找监票人。',
    en: 'A paper was already drawn with this letter; there is one for each delegate and round, so no second was issued. Please go on with the device that drew it, or see a scrutineer.',
  },
  'no-paper': {
    zh: '用这份凭证在本轮还没有领过票，没有可以接着用的票。请先领票。',
    en: 'No paper was drawn with this letter in this round, so there is none to take up. Please draw one first.',
  },
  'approval-pending': {
    zh: '换设备的申请还没有得到同意，票暂时不能在这里继续。请到监票人处说明。',
    en: 'The change of device is not approved yet, so the paper cannot be taken up here. Please see a scrutineer.',
  },
  'bad-blinded-message': {
    zh: '领票的请求不合规范，没有发票。请刷新本页后再领一次。',
    en: 'The request for a paper is not in proper form, so none was issued. Please reload this page and draw again.',
  },
  'bad-capsule': {
    zh: '随领票请求送来的备份不合规范，没有发票。请刷新本页后再领一次。',
    en: 'The capsule that came with the request is not in proper form, so no paper was issued. Please reload this page and draw again.',
  },
  'bad-format': {
    zh: '这张票的格式不合规范，没有放进票箱。请刷新本页再投；如仍不行，请举手。',
    en: 'The ballot is not in proper form and was not put into the box. Please reload this page and cast again; raise your hand if it stays.',
  },
  'bad-stamp': {
    zh: '这张票上的盖章核对不上，可能是别的轮次的票，没有放进票箱。请回到本轮重新打开票面；如仍不行，请举手。',
    en: 'The stamp does not fit, perhaps because the paper belongs to another round; the ballot was not put into the box. Please open the paper of this round; raise your hand if it stays.',
  },
  'ballot-exists': {
    zh: '这张票已经投过，票箱里是先投的那一张，后来的没有放入。投出的票不能更改。',
    en: 'This paper was already cast: the first ballot is in the box and the later one was not put in. A cast ballot is final.',
  },
  'not-in-box': {
    zh: '票箱里还没有这张票。如投票仍在进行，请继续投出；如已截止，请举手告诉监票人。',
    en: 'This ballot is not in the box yet. While voting is open, please cast it; after the close, raise your hand and tell a scrutineer.',
  },
  'manifest-untrusted': {
    zh: '本轮公告单核对不上，为安全已停下，没有送出任何内容。请举手告诉监票人，并对照大屏上的指纹。',
    en: 'The manifest does not check out, so everything stopped for safety and nothing was sent. Please raise your hand, tell a scrutineer and compare the fingerprint on the hall screen.',
  },
  'bad-code': {
    zh: '这个码没有通过校验，可能抄错或漏了字符。请对照纸面逐组核对后重新输入。',
    en: 'The code does not pass its check; a character may be wrong or missing. Please compare it with the paper group by group and enter it again.',
  },
  'code-of-rehearsal': {
    zh: '演练的码只能用于演练，正式会议的码只能用于正式会议，所以没有登录。请换用本次会议的凭证。',
    en: 'A rehearsal code counts only in a rehearsal and a real one only in a real congress, so nobody was signed in. Please use the letter or sheet of this congress.',
  },
  'too-many-selected': {
    zh: '所选项目多于应选数[（已选 {selected}，最多 {max}）]，还没有投出。请取消一些。',
    en: 'More projects are selected than allowed[ ({selected}, at most {max})]; nothing was cast. Please take some marks off.',
  },
  'too-few-selected': {
    zh: '所选项目还不够[（已选 {selected}，至少 {min}）]，还没有投出。请继续选择。',
    en: 'Too few projects are selected[ ({selected}, at least {min})]; nothing was cast. Please go on selecting.',
  },
  'unknown-project': {
    zh: '所选项目[（{number} 号）]不在本轮票面上，没有计入。请从票面所列项目中选择。',
    en: 'The project selected[ (no. {number})] is not on the paper of this round and was not counted. Please choose among those on the paper.',
  },
  'abstention-not-offered': {
    zh: '本次票选办法不设弃权，空白票没有投出。请选择项目后再投。',
    en: 'The method of this congress offers no abstention, so the blank ballot was not cast. Please select projects and cast again.',
  },
  'numbers-contradict': {
    zh: '几个人数之间相互矛盾，不符合票选办法，这一步停下。请核对数字；如无法解释，请报会议主持人裁定。',
    en: 'The numbers contradict each other under the method, so this step stops. Please compare them; if they cannot be explained, ask the chair for a ruling.',
  },
  'gate-1-unsigned': {
    zh: '清点报告的签名还不够[（还差 {missing} 份）]，票箱不能封存和打开。请监票人核对并签字。',
    en: 'The count report does not have enough signatures[ ({missing} missing)], so the box can be neither frozen nor opened. Please let the scrutineers check and sign it.',
  },
  'gate-2-unsigned': {
    zh: '计票结果报告单的签名还不够[（还差 {missing} 份）]，结果还没有生效。请监票人核对并签字。',
    en: 'The result sheet does not have enough signatures[ ({missing} missing)], so the outcome has no effect yet. Please let the scrutineers check and sign it.',
  },
  'already-signed': {
    zh: '已经签过字，没有重复记录。无需再做。',
    en: 'This was already signed and was not recorded twice. Nothing more is needed.',
  },
  'chief-signature-missing': {
    zh: '还缺总监票人的签名，这一步不能生效。请总监票人核对并签字。',
    en: 'The signature of the chief scrutineer is missing, so this has no effect yet. Please let the chief check and sign.',
  },
  'tally-clerk-missing': {
    zh: '计票人还没有确认签字，监票人随后才能签。请计票人先确认。',
    en: 'The tally clerk has not certified yet, and the scrutineers sign after. Please let the tally clerk certify first.',
  },
  'box-unverified': {
    zh: '票箱还没有核验，不能签字。请先在本页下载并核验票箱。',
    en: 'The box was not verified yet, so it cannot be signed. Please download and verify it on this page first.',
  },
  'tree-head-unsigned': {
    zh: '票箱封条的监票人签名还不够[（已签 {signed}，需要 {needed}）]，不能继续。请监票人核验票箱并签字。',
    en: 'The tree head does not have enough signatures of scrutineers[ ({signed} of {needed})]. Please let the scrutineers verify the box and sign.',
  },
  'too-few-keys': {
    zh: '交来的钥匙还不够[（已交 {released}，需要 {needed}）]，票箱打不开。请更多监票人交钥匙。',
    en: 'Too few keys were handed over[ ({released} of {needed})] to open the box. Please let more scrutineers hand theirs over.',
  },
  'bad-release': {
    zh: '交来的一把钥匙[（{i} 号监票人）]与公告单不符，没有使用。请这位监票人重新交钥匙，或换另一位。',
    en: 'A key handed over[ (scrutineer {i})] does not belong to the manifest and was not used. Please let that scrutineer hand it over again, or another one take the place.',
  },
  'release-too-early': {
    zh: '清点报告和票箱封条签齐之前不能交钥匙，钥匙没有交出。请等签字完成。',
    en: 'Keys are handed over only after count report and tree head are signed; nothing was handed over. Please wait for those signatures.',
  },
  'opening-started': {
    zh: '已经开始开箱，所用的钥匙已经固定，没有改动。请等开箱单。',
    en: 'The opening has begun and its set of keys is fixed; nothing was changed. Please wait for the board.',
  },
  'opening-not-started': {
    zh: '还没有开始开箱，不能张贴开箱单。请先开始开箱。',
    en: 'The opening has not begun, so no board can be posted. Please start it first.',
  },
  'bad-board': {
    zh: '开箱单不合规范或与票箱不符，没有接受。请重新开箱后再张贴。',
    en: 'The board is not in proper form or does not fit the box, so it was not accepted. Please open the box again and post it once more.',
  },
  'board-unsigned': {
    zh: '开箱单要有两位不同监票人的签名。请另一位监票人重新开箱、比对并签字。',
    en: 'The board wants the signatures of two different scrutineers. Please let another one open the box again, compare and sign.',
  },
  'board-differs': {
    zh: '第二位监票人开箱得到的开箱单与张贴的不同，没有签字。请两位监票人一起重新开箱。',
    en: 'The second opening gives another board than the one posted, so it was not signed. Please let both scrutineers open the box again together.',
  },
  'ruling-needed': {
    zh: '这里要先有会议主持人的裁定。请工作人员录入裁定，由总监票人签字。',
    en: 'The chair has to rule first. Please let a clerk enter the ruling and the chief scrutineer sign it.',
  },
  'ruling-not-expected': {
    zh: '现在没有需要裁定的事项，没有录入。请刷新后查看本轮状态。',
    en: 'There is nothing to rule on at this point, so it was not entered. Please reload and look at the round.',
  },
  'bad-ruling': {
    zh: '裁定内容不完整或与规则不符，没有录入。请[选满 {placesLeft} 项，并]写明裁定内容、裁定人和理由。',
    en: 'The ruling is incomplete or does not fit the rules, so it was not entered. Please[ fill exactly {placesLeft} places and] give its text, who ruled and why.',
  },
  'ruling-pending': {
    zh: '已有一份裁定在等总监票人签字。请先签字或撤回那一份。',
    en: 'A ruling is waiting for the signature of the chief scrutineer. Please have it signed or take it back first.',
  },
  'document-not-ready': {
    zh: '会议还没有进行到这一步，这份文书现在还不能出。请在文书列表里看它在等什么。',
    en: 'The meeting has not come so far, so this document cannot be made yet. Please see in the list of documents what it waits for.',
  },
  'paper-printed': {
    zh: '您在这一轮已经领取了纸质票，不能再领电子票。请在纸质票上画选，投入票箱。如有疑问请举手。',
    en: 'A printed ballot was handed to you in this round, so no electronic paper can be drawn. Please mark the printed one and put it into the ballot box; raise your hand if this is a mistake.',
  },
  'drawn-electronically': {
    zh: '这位代表在本轮已经领取了电子票，不能再发纸质票。请代表在设备上投票。',
    en: 'This delegate has drawn an electronic paper in this round, so no printed one can be handed out. Please let the delegate vote on the device.',
  },
  'paper-not-told': {
    zh: '还没有告知代表：纸质票很少时，录票的两位监票人看得到票面。请先告知，再发票。',
    en: 'The delegate was not yet told that, where few printed ballots are used, the two scrutineers who key them see them. Please say so first, then hand the ballot out.',
  },
  'request-pending': {
    zh: '这位代表已有一份申请在等总监票人签字，没有再提交。请等签字，或先撤回。',
    en: 'A request for this delegate is waiting for the chief scrutineer already, so no other was made. Please wait for the signature, or withdraw it first.',
  },
  'request-settled': {
    zh: '这份申请已经办完，没有再改动。请刷新后查看。',
    en: 'This request is settled already and nothing was changed. Please reload and look.',
  },
  'register-contradicts': {
    zh: '数目不相符，没有保存：印制数应等于发出、作废与剩余之和[（系统发出 {issued}）]，收回的不能多于发出的。请重新清点。',
    en: 'The numbers contradict each other and were not kept: printed must be issued plus spoiled plus unused[ (issued here: {issued})], and no more can return than were issued. Please count again.',
  },
  'scrutineer-needed': {
    zh: '这一步由两人办理，其中须有监票人[（{needed} 人）]，没有保存。请由监票人来办。',
    en: 'Two people do this step and scrutineers[ ({needed} of the two)] must be among them, so it was not kept. Please let a scrutineer do it.',
  },
  'printed-not-counted': {
    zh: '还有纸质票没有清点，清点报告还不能签。请两人先清点收回的纸质票（折叠，不打开）。',
    en: 'Printed ballots are not yet counted, so there is no count report to sign. Please let two people count the returned ones first, folded.',
  },
  'printed-not-keyed': {
    zh: '纸质票还没有录入票箱，还不能签封条或封存。请先录票、由总监票人盖章投入。',
    en: 'The printed ballots are not yet in the box, so it cannot be sealed or frozen. Please key them first and let the chief scrutineer stamp and put them in.',
  },
  'no-printed': {
    zh: '本轮没有需要办理的纸质票，这一步不用做。',
    en: 'There is no printed ballot to deal with in this round; nothing needs to be done.',
  },
  'keyed-by-two': {
    zh: '已有两人录票，不再接受第三人的录入。',
    en: 'Two people have keyed the ballots; no third entry is taken.',
  },
  'bad-keying': {
    zh: '录入与收回的纸质票不相符，没有保存[：第 {sheet} 张]。请逐张核对后再交。',
    en: 'The entries do not fit the returned ballots and were not kept[: ballot {sheet}]. Please compare them one by one and send them again.',
  },
  'keying-unsettled': {
    zh: '有[ {open} 张]票两人录入不一致或画选有疑问，还不能盖章。请总监票人先裁定。',
    en: 'Some ballots[ ({open})] were keyed differently or have doubtful marks, so nothing is stamped yet. Please let the chief scrutineer rule on them first.',
  },
  'sheet-settled': {
    zh: '这张票两人录入一致、没有疑问，不用裁定。',
    en: 'Both keyed this ballot the same and nothing is in doubt; no ruling is needed.',
  },
  'papers-unsigned': {
    zh: '另一位监票人还没有签字，还不能盖章。请等签字后继续。',
    en: 'The second scrutineer has not signed yet, so nothing is stamped. Please go on after the signature.',
  },
  'letter-unissued': {
    zh: '本轮还没有备票，不用总监票人签字。请按平常方式换发凭证。',
    en: 'The round is not armed, so no signature of the chief is needed. Please make the letter anew in the usual way.',
  },
  'bad-hand-count': {
    zh: '手工计票的数目对不上，没有保存[：画选共 {ticks}，应在 {least} 至 {most} 之间]。请核对后重新录入。',
    en: 'The numbers counted by hand do not add up and were not kept[: {ticks} ticks, should be {least} to {most}]. Please check and enter them again.',
  },
  'not-published': {
    zh: '结果还没有公布。请在会议公布之后再来查看。',
    en: 'The result is not published yet. Please come back after the announcement.',
  },
  'record-not-open': {
    zh: '按票选办法，核验包现在不对当前读者开放。参会人员请登录后查看，或等公布之后再来。',
    en: 'Under the method, the election record is not open to this reader now. Those of the hall can sign in to read it; otherwise please come back after publication.',
  },
  'record-too-small': {
    zh: '票数太少[（少于 {fewest} 张）]，公开会泄露个人的选择，所以不公开核验包。参会人员可登录后查看。',
    en: 'There are too few ballots[ (fewer than {fewest})]: to publish the record would give individual choices away. Those of the hall can sign in to read it.',
  },
  'bad-record': {
    zh: '这份核验包不完整或无法读取，没有核验。请重新下载后再试。',
    en: 'The election record is incomplete or cannot be read, so it was not checked. Please download it again.',
  },
  'retention-shorter': {
    zh: '保存期已经开始计算，只能延长，不能缩短[（现为 {months} 个月）]，没有改动。请填写不少于现在的月数。',
    en: 'The time of keeping runs already and can only be made longer[ than the present {months} months]; nothing was changed. Please enter as many months or more.',
  },
  'retention-running': {
    zh: '保存期还没有满，不能删除，没有改动任何内容。[{day} 起]才可以删除。',
    en: 'The time of keeping is not over, so nothing was deleted. Deletion is possible[ from {day} on] and not before.',
  },
  'round-under-way': {
    zh: '还有一轮没有结束，不能删除，没有改动任何内容。请先把这一轮办完，或由主持人裁定作废。',
    en: 'A round is still under way, so nothing was deleted. Please bring it to its end first, or have the chair rule it void.',
  },
  'deletion-asked': {
    zh: '已经有人提出删除，正等待另一人确认，没有重复提出。请刷新后查看。',
    en: 'The deletion was asked for already and waits for a second person; it was not asked for again. Please reload and look.',
  },
  'deletion-unasked': {
    zh: '没有人提出删除，或您看到的申请已经撤回，没有删除任何内容。请刷新后查看；需要时由一名工作人员写明理由并提出。',
    en: 'Nobody has asked for the deletion, or the wish that you saw was withdrawn; nothing was deleted. Please reload and look. A clerk asks for it first, with the reason.',
  },
  'second-person-needed': {
    zh: '删除须由两个人办理：提出的人不能自己确认，没有删除任何内容。请由另一名工作人员或一名监票人用本人的登录确认。',
    en: 'Two people delete a congress: who asked cannot confirm, and nothing was deleted. Please let another clerk or a scrutineer sign in as themselves and confirm.',
  },
  'rehearsal-only': {
    zh: '这一步只在演练中提供，正式会议中没有。请按正式流程办理。',
    en: 'This exists only in a rehearsal, not in a real congress. Please follow the real procedure.',
  },
  'simulation-running': {
    zh: '模拟代表还在进行上一步，没有重复开始。请等它完成。',
    en: 'The simulated delegates are still busy with the step before, so nothing new was started. Please wait until they are done.',
  },
};

/** The sentences of a refusal with its figures filled in; `placeOf` of field-name.ts says which field is meant. */
export function errorSentences(code: ErrorCode, { figures = {} }: Details = {}): Sentences {
  const { zh, en } = ERROR_TEXT[code];
  return { zh: fill(zh, figures), en: fill(en, figures) };
}

function fill(sentence: string, figures: Readonly<Record<string, number | string>>): string {
  return sentence.replace(/\[([^\]]*)\]/g, (_whole, part: string) => {
    const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    if (names.some((name) => figures[name] === undefined)) return '';
    return part.replace(/\{(\w+)\}/g, (_mark, name: string) => String(figures[name]));
  });
}
