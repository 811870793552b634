import { expect, it } from 'vitest';
import { auditActorWords, auditDetailWords } from '#shared/document/audit-details.ts';

const HASH = 'a1'.repeat(32);

it.each([
  ['sign', `round 2: count ${HASH}, sth ${HASH}`, `第2轮：清点报告 ${HASH}，票箱封条 ${HASH}`],
  ['freeze box', 'round 1: 53 ballots', '第1轮：票箱内53张'],
  ['count printed ballots', 'round 1: 10 printed, 3 issued, 1 spoiled, 6 unused, 3 returned; agreed by 周敏, 王建国', '第1轮：印制10张，发放3张，作废1张，剩余6张，收回3张；周敏、王建国清点一致'],
  ['count by hand', 'round 1: 6 issued, 5 received, 1 blank, 0 invalid; 会议主持人: 停电', '第1轮：发出6张，收回5张，弃权1张，无效0张；会议主持人: 停电'],
  ['rule on printed ballot', 'round 1: ballot 3 is invalid: 无法辨认', '第1轮：第3张，认定无效：无法辨认'],
  ['document exported', 'letters-register.xlsx', '《投票凭证发放、换发登记表》（Excel）'],
  ['account changed', '周敏: clerk, closed', '周敏：工作人员，已停用'],
  ['start opening', 'round 1: keys of 1, 2, without 3 (key found useless)', '第1轮：用第1、2号监票人的钥匙，不用第3号的（钥匙不能用）'],
  ['prepare round', 'round 2 (revote): 1 of projects 6, 7', '第2轮：得票相等再次投票，从第6、7号项目中选1个'],
  ['prepare round', 'round 1 (first): 6 of projects 1, 2, 3, 4, 5, 6, 7', '第1轮：从第1、2、3、4、5、6、7号项目中选6个'],
  ['close round', 'round 1: 53 received, 55 issued, 55 of 60 present, 2 printed ballots to count', '第1轮：应到60人，实到55人，发出55张，收回53张，另有纸质票2张待清点'],
  ['show of hands', `method: 54 for, 0 against, 1 abstain, carried, ${HASH}`, `票选办法：赞成54人，反对0人，弃权1人，通过，${HASH}`],
  ['show of hands', `scrutineers: 1 for, 9 against, 0 abstain, not carried, ${HASH}`, `监票人名单：赞成1人，反对9人，弃权0人，未通过，${HASH}`],
  ['back up', 'round 1 in hand, round 2 in hand', '第1轮、第2轮进行中'],
  ['back up', 'no round in hand', '没有进行中的轮次'],
  ['restore', 'from the backup of 2026-03-05T01:30:00.000Z', '2026年3月5日 09:30的备份'],
  ['rehearsal made', '{"delegates":60,"scrutineers":3,"threshold":2}', '代表60人，监票人3名，2名可以开箱'],
  ['congress changed', '民生实事项目票选, 宁围街道, 2026, street', '民生实事项目票选，宁围街道，2026年，街道居民议政会议'],
  // What people entered stays, also where it reads like the server's own words.
  ['decline count', 'round 1: 53 ballots', '第1轮：53 ballots'],
  ['an act of an older log', 'in words of its own', 'in words of its own'],
])('%s: %s', (act, written, words) => {
  expect(auditDetailWords(act, written, 'street')).toBe(words);
});

it('names who acted by role', () => {
  expect(['clerk 周敏', 'scrutineer 1 王建国', 'countdown', 'terminal'].map(auditActorWords)).toEqual(['工作人员 周敏', '监票人 1 王建国', '倒计时', '服务器终端']);
});
