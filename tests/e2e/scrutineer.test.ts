import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { printedCode } from '#shared/ballot-paper/secret-code.ts';
import { askReopening } from '#shared/contract/booth.ts';
import { listDelegates } from '#shared/contract/roll.ts';
import * as contract from '#shared/contract/round.ts';
import { nameScrutineer } from '#shared/contract/scrutineer.ts';
import { api } from '#tests/support/api.ts';
import { boothRound, cast, drawAll } from '#tests/support/ballots.ts';
import { importedRoll } from '#tests/support/imported-roll.ts';
import { looksRight, looksRightNow } from '#tests/support/looks-right.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting, TestScrutineer } from '#tests/support/meeting.ts';
import { ScrutineerPage } from '#tests/support/pages/scrutineer-page.ts';
import { readLines } from '#tests/support/pages/figures.ts';
import { aPreparation } from '#tests/support/preparation.ts';
import { close, hashOf, readRound, until, withManifest } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { picture, watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const TABLET = { viewport: { width: 820, height: 1180 } };
const PHONE = { viewport: { width: 360, height: 740 } };

let server: TestServer;
let browser: WatchedBrowser;

beforeAll(async () => {
  server = await startTestServer();
  browser = await watchedBrowser(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(() => {
  expect(browser.faults.splice(0)).toEqual([]);
});

test('keys are made on one’s own device, survive a reload, and are on one sheet of paper', async () => {
  const [chiefLink, , alternateLink] = await invitations();
  const device = await browser.device(TABLET);
  const page = await device.newPage();
  await page.goto(chiefLink);
  await page.getByRole('button', { name: '打开邀请' }).waitFor();
  await looksRight(page, 'invitation');
  await press(page, '打开邀请');
  await title(page, '制作监票人钥匙');
  await looksRight(page, 'explanation');
  await press(page, '制作我的钥匙');
  await title(page, '请打印这一页，或逐字抄在纸上');
  await looksRight(page, 'sheet');
  const groups = await readLines(page.locator('.code-groups code'));
  expect(groups).toHaveLength(7);

  // On paper: one page, black on white in a dark room too, the code and no button.
  await choose(page, 'theme', 'dark');
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.emulateMedia({ media: 'print' });
  const printed = page.locator('.key-sheet');
  expect(await printed.evaluate((sheet) => [getComputedStyle(sheet).backgroundColor, getComputedStyle(sheet).color])).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  expect(await page.getByRole('button').count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await choose(page, 'theme', 'light');

  // What was printed is still good after a reload, here and at the proof.
  await page.reload();
  await title(page, '请打印这一页，或逐字抄在纸上');
  expect(await readLines(page.locator('.code-groups code'))).toEqual(groups);
  await press(page, '纸上已有凭单，继续');
  await page.reload();
  const asked = await askedGroup(page);
  await looksRight(page, 'proof');
  expect(await page.getByText(groups[0] ?? '').count()).toBe(0);
  await page.getByRole('textbox', { name: `第 ${asked} 组` }).fill(groups[asked % 7] === groups[asked - 1] ? '0000' : (groups[asked % 7] ?? ''));
  await press(page, '交出公钥，完成登记');
  await page.getByText('与凭单的这一组不相符').waitFor();

  // The server took the keys but its answer was lost on the way: pressing again finds them enrolled.
  await page.route('**/api/scrutineers/enrol', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('textbox', { name: `第 ${asked} 组` }).fill(groups[asked - 1] ?? '');
  await press(page, '交出公钥，完成登记');
  await page.getByText('连不上服务器').waitFor();
  await page.unroute('**/api/scrutineers/enrol');
  expect(browser.faults.splice(0)).toEqual([expect.stringContaining('net::ERR_FAILED')]);
  await press(page, '交出公钥，完成登记');
  await title(page, '登记完成');
  await looksRight(page, 'enrolled');
  await page.getByRole('link', { name: '进入监票人页面' }).click();
  await title(page, '还没有开始');
  await looksRight(page, 'desk before the meeting');

  // A closed tab loses nothing; leaving in one tab leaves in all, and says what it means.
  const other = await device.newPage();
  await other.goto(page.url());
  await title(other, '还没有开始');
  await press(other, '离开');
  await other.getByText('已经签的字不受影响').waitFor();
  await looksRight(other, 'leaving');
  await press(other, '清除钥匙并离开');
  await other.getByText('这台设备上已经没有您的钥匙。').waitFor();
  await title(page, '凭监票人凭单登录');
  expect(await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]))).not.toContain(groups.join(''));

  // An alternate has keys and no step; and a second scrutineer's sheet is refused on the first one's device.
  const alternate = new ScrutineerPage(await browser.person(PHONE));
  const { code } = await alternate.enrol(alternateLink);
  await alternate.waitsFor('您是候补监票人');
  await looksRight(alternate.page, 'alternate');
  await signIn(page, code);
  await page.getByText('这台设备已用于本次会议的另一位监票人').waitFor();
  await signIn(page, swapped(groups.join(' ')));
  await page.getByText('这个码没有通过校验').waitFor();
  await signIn(page, groups.join('').toLowerCase());
  await title(page, '还没有开始');
  // A tab that asked again just as the other one left may be told that it is signed out.
  const refused = browser.refusals.splice(0).filter((refusal) => !refusal.startsWith('401 /api/'));
  expect(refused).toEqual(['410 /api/scrutineers/enrol']);
});

test('the day of the chief and a second scrutineer, with what they must refuse', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const meeting = await aMeeting(server);
  const [first, other] = meeting.scrutineers;
  const chief = await browser.device(TABLET).then((device) => device.newPage());
  const second = await browser.device(PHONE).then((device) => device.newPage());
  await enter(chief, meeting, first);
  await enter(second, meeting, other);
  await title(chief, '还没有开始');

  // The manifest: one that the server changed is refused in plain words, and so is another fingerprint on the screen.
  await second.route('**/api/rounds/*/manifest', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('项目3', '项目9') });
  });
  const { id: roundId } = await withManifest(meeting);
  await title(second, '核对第 1 轮公告单');
  await stops(second, '9 项检查中有 2 项不符');
  await looksRight(second, 'a changed manifest');
  expect(await second.getByRole('button', { name: '核对无误，签字' }).count()).toBe(0);
  await press(second, '拒绝签字');
  await looksRight(second, 'declining');
  expect(await second.getByRole('textbox', { name: '拒绝的原因' }).inputValue()).toContain('核对不符');
  await second.getByRole('textbox', { name: '拒绝的原因' }).fill('候选项目与会议名单不同');
  await second.reload();
  await press(second, '拒绝签字');
  expect(await second.getByRole('textbox', { name: '拒绝的原因' }).inputValue()).toBe('候选项目与会议名单不同');
  await press(second, '写明原因，拒绝签字');
  await title(second, '您没有签字');
  await focused(second, '您没有签字');
  await looksRightNow(second, 'declined');
  expect((await readRound(meeting, roundId)).declines).toMatchObject([{ gate: 'manifest', position: 2, reason: '候选项目与会议名单不同' }]);
  await second.unroute('**/api/rounds/*/manifest');

  await title(chief, '核对第 1 轮公告单');
  await focused(chief, '核对第 1 轮公告单');
  await looksRight(chief, 'manifest');
  expect(await chief.getByRole('button', { name: '核对无误，签字' }).isDisabled()).toBe(true);
  await press(chief, '不一致');
  await stops(chief, '不一致');
  await looksRightNow(chief, 'another fingerprint');
  expect(await chief.getByRole('button', { name: '核对无误，签字' }).count()).toBe(0);
  const fingerprint = (await readRound(meeting, roundId)).fingerprint?.replaceAll('-', ' ') ?? '';
  await new ScrutineerPage(chief).signsManifest(1, fingerprint);
  await title(chief, '您已签公告单');
  await focused(chief, '您已签公告单');
  await sealed(chief, '本轮公告单');
  await chief.getByText('正在等：代表003').waitFor();
  await chief.getByText('不签，原因：候选项目与会议名单不同').waitFor();
  await looksRight(chief, 'manifest signed');
  await press(second, '问题解决了，重新核对');
  await press(second, '重新读取');
  await new ScrutineerPage(second).signsManifest(1, fingerprint);

  // The chief counts blind; a device change interrupts and what was typed is still there afterwards.
  await title(chief, '请清点会场人数');
  expect(await chief.getByText('6', { exact: true }).count()).toBe(0);
  await chief.getByRole('textbox', { name: '清点人数' }).fill('5');
  const booth = await boothRound(meeting, roundId);
  const papers = await drawAll(meeting, booth, meeting.delegates);
  await asksForDeviceChange(meeting, roundId);
  await title(chief, '有代表申请换设备');
  await looksRight(chief, 'device change');
  await press(chief, '同意换设备 006');
  await title(chief, '请清点会场人数');
  expect(await chief.getByRole('textbox', { name: '清点人数' }).inputValue()).toBe('5');
  await press(chief, '填报清点人数');
  await chief.getByRole('textbox', { name: '与签到人数不同的原因' }).fill('一位代表暂时离场');
  await looksRight(chief, 'head count');
  await press(chief, '填报清点人数');
  await title(chief, '代表正在领票');
  await meeting.api.must(contract.openRound, { params: { roundId }, body: {} }, meeting.clerk);
  await title(second, '投票进行中');
  await looksRight(second, 'voting');
  for (const [index, paper] of papers.slice(0, 5).entries()) await cast(meeting, booth, paper, index === 4 ? [] : [1, index === 3 ? 3 : 2]);

  // A void that the chair did not rule so is withdrawn; the ruling has a card of its own, for the chief alone.
  const ruling = { kind: 'void', text: '本轮作废', by: '会议主持人', reason: '误操作', selected: [] } as const;
  const ruled = await meeting.api.must(contract.enterRuling, { params: { roundId }, body: { ...ruling, selected: [] } }, meeting.clerk);
  await title(chief, '会议主持人的裁定：作废本轮');
  await looksRight(chief, 'ruling');
  const pending = ruled.rulings[0]?.id ?? '';
  await meeting.api.must(contract.withdrawRuling, { params: { roundId, rulingId: pending } }, meeting.clerk);
  await title(chief, '投票进行中');

  // Gate 1: a box that lacks a ballot ends in a plain no; the true one is verified, signed and sealed.
  await second.route('**/api/rounds/*/box', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).split('\n').slice(1).join('\n') });
  });
  await close(meeting, roundId);
  const gate1 = '第一道签字：清点报告和票箱封条';
  await title(second, gate1);
  await looksRight(second, 'gate 1');
  await press(second, '下载票箱并核验');
  await stops(second, '24 项检查中有 2 项不符');
  await looksRight(second, 'a box that lacks a ballot');
  expect(await second.getByRole('button', { name: '核验通过，签清点报告和封条' }).count()).toBe(0);
  await press(second, '拒绝签字');
  await press(second, '写明原因，拒绝签字');
  await title(second, '您没有签字');
  expect((await readRound(meeting, roundId)).declines).toMatchObject([{ gate: 'manifest' }, { gate: 'count', position: 2 }]);
  await second.unroute('**/api/rounds/*/box');
  await new ScrutineerPage(chief).verifiesBox({ 应到: 6, 实到: 6, 会场清点: 5, 发出: 6, 收回: 5, 未收回: 1, 换设备: 1 });
  await looksRight(chief, 'box verified');
  await picture(chief, 'scrutineer-verified');
  await new ScrutineerPage(chief).signsVerified();
  await title(chief, '您已完成第一道签字');
  await sealed(chief, '清点报告');
  await looksRightNow(chief, 'gate 1 signed');
  await press(second, '问题解决了，重新核对');
  await press(second, '重新下载并核验');
  await new ScrutineerPage(second).signsVerified();
  await until(meeting, roundId, ({ state }) => state === 'confirmed');
  await meeting.api.must(contract.freezeBox, { params: { roundId } }, meeting.clerk);

  // The keys, and an opening that a reload interrupts: it goes on by itself.
  await title(chief, '交出本轮的钥匙');
  await looksRight(chief, 'release');
  await new ScrutineerPage(chief).releasesKey();
  await title(chief, '您已交出钥匙');
  await chief.getByText('正在等：代表002、代表003').waitFor();
  await looksRightNow(chief, 'waiting for keys');
  await new ScrutineerPage(second).releasesKey();
  await title(chief, '开箱');
  await looksRight(chief, 'opening');
  let asked = 0;
  await chief.route('**/api/rounds/*/box', async (route) => {
    asked += 1;
    if (asked > 1) await route.continue();
  });
  await press(chief, '开始开箱');
  await chief.getByText('正在下载票箱').waitFor();
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(1);
  await looksRightNow(chief, 'in the middle of opening');
  await chief.reload();
  await chief.getByRole('heading', { name: '已全部打开' }).waitFor();
  expect(asked).toBe(2);
  await chief.unroute('**/api/rounds/*/box');
  await looksRight(chief, 'opened');
  await press(chief, '张贴开箱单并签字');
  await title(chief, '您已签开箱单');
  await sealed(chief, '开箱单');

  // The second opening: nothing to sign but the same board.
  await title(second, '重新开箱，比对开箱单');
  await looksRightNow(second, 'opening again');
  const posted = (await readRound(meeting, roundId)).board?.hash ?? '';
  await rewritten(second, (rounds) => rounds.replaceAll(posted, '0'.repeat(64)));
  await title(second, '重新开箱，比对开箱单');
  await press(second, '重新开箱并比对');
  await stops(second, '与张贴的开箱单不同');
  await looksRight(second, 'another board than the posted one');
  expect(await second.getByRole('button', { name: '开箱单相同，签字' }).count()).toBe(0);
  await press(second, '拒绝签字');
  expect(await second.getByRole('textbox', { name: '拒绝的原因' }).inputValue()).toBe('我重新开箱得到的开箱单与张贴的不同');
  await asSent(second);
  await new ScrutineerPage(second).opensAgain({ 有效票: 5, 其中弃权: 1, 无效票: 0 });
  await title(second, '等待计票人确认');
  await looksRightNow(second, 'waiting for the tally clerk');

  // Gate 2: after the tally clerk; the second declines with a reason, then signs; the chief's signature decides.
  const tallied = await readRound(meeting, roundId);
  await meeting.api.must(contract.certify, { params: { roundId }, body: { hash: hashOf(tallied, 'outcome') } }, meeting.clerk);
  await title(second, '第二道签字：计票结果报告单');
  await rewritten(second, (rounds) => rounds.replace('\\"selected\\":[1,2]', '\\"selected\\":[1,3]'));
  await stops(second, '本页算出的结果与报告单不同');
  await looksRight(second, 'another outcome than the computed one');
  expect(await second.getByRole('button', { name: '结果属实，签字' }).count()).toBe(0);
  await asSent(second);
  await second.getByText('本页自己算出的结果与报告单逐字相同').waitFor();
  await looksRight(second, 'gate 2');
  await picture(second, 'scrutineer-gate-2');
  await press(second, '拒绝签字');
  await second.getByRole('textbox', { name: '拒绝的原因' }).fill('要先处理一位代表的异议');
  await press(second, '写明原因，拒绝签字');
  await title(second, '您没有签字');
  await title(chief, '第二道签字：计票结果报告单');
  await press(chief, '结果属实，签字');
  await title(chief, '您已完成第二道签字');
  await chief.getByText('不签，原因：要先处理一位代表的异议').waitFor();
  await looksRightNow(chief, 'gate 2 signed');
  await press(second, '问题解决了，重新核对');
  await press(second, '结果属实，签字');
  for (const page of [chief, second]) await title(page, '结果已由各方签字确认');
  await sealed(chief, '计票结果报告单');
  await looksRight(chief, 'decided');

  // The own day, folded away on a phone: seals with their time, what others did, nothing left to do.
  await second.locator('.day-list summary').click();
  const day = await readLines(second.locator('.own-step'));
  expect(day.map((line) => line.replace(/\d\d:\d\d/, 'TIME'))).toEqual([
    '✓ 制作钥匙 已完成', '✓ 核对公告单 已签 TIME', '✓ 投票时值守 已完成', '✓ 核验票箱，签清点报告 已签 TIME',
    '✓ 交本轮钥匙 已完成', '✓ 开箱，签开箱单 已签 TIME', '✓ 签计票结果报告单 已签 TIME', '● 凭单装入封存袋 现在',
  ]);
  expect(await chief.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.includes('root')))).toEqual([]);
  expect(browser.refusals.splice(0)).toEqual([`409 /api/rounds/${roundId}/head-count`]);
});

/** A real congress with two scrutineers and an alternate who are invited. */
async function invitations(): Promise<readonly [string, string, string]> {
  const { clerk, params } = await aPreparation(server);
  const client = api(server.url);
  await importedRoll(client, params, clerk, '代表证号,姓名,代表团\n001,陈正,第一组\n002,李明,第一组\n003,吴梅,第一组');
  const delegates = await client.must(listDelegates, { params }, clerk);
  const invite = async (number: string) => {
    const delegateId = delegates.find((one) => one.number === number)?.id ?? '';
    const { invitation } = await client.must(nameScrutineer, { params, body: { delegateId, chief: number === '001', alternate: number === '003' } }, clerk);
    return `${server.url}/enrol#${invitation}`;
  };
  return [await invite('001'), await invite('002'), await invite('003')];
}

/** Signs in at the page with the code as it is printed. */
async function enter(page: Page, meeting: Meeting, { root }: TestScrutineer): Promise<void> {
  await page.goto(`${server.url}/scrutineer/${meeting.congressId}`);
  await title(page, '凭监票人凭单登录');
  await signIn(page, printedCode(root, 'rehearsal'));
}

async function signIn(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '凭证码' }).fill(code);
  await press(page, '凭单登录');
}

/** The same code with its first two characters changed about, or one changed where they are equal. */
function swapped(code: string): string {
  const [a = '', b = ''] = code;
  return a === b ? `${a === '7' ? '8' : '7'}${code.slice(1)}` : b + a + code.slice(2);
}

async function askedGroup(page: Page): Promise<number> {
  const heading = page.getByRole('heading', { level: 1, name: /填写第 \d 组的四个字符/ });
  return Number(/第 (\d) 组/.exec(await heading.innerText())?.[1]);
}

/** A delegate's own device failed; the paper is asked for again. */
async function asksForDeviceChange(meeting: Meeting, roundId: string): Promise<void> {
  const last = meeting.delegates.at(-1);
  if (last === undefined) throw new Error('A meeting has delegates.');
  await meeting.api.must(askReopening, { params: { roundId } }, last.token);
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

function title(page: Page, name: string): Promise<void> {
  return page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

/** The page reads the rounds anew, and what the server says of them is changed on the way. */
async function rewritten(page: Page, change: (rounds: string) => string): Promise<void> {
  await page.route('**/api/congresses/*/rounds', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
  await page.reload();
}

async function asSent(page: Page): Promise<void> {
  await page.unroute('**/api/congresses/*/rounds');
  await page.reload();
}

/** The focus is on the title of the new step, where a reader's voice begins. */
async function focused(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
}

/** The red seal with its time. */
async function sealed(page: Page, file: string): Promise<void> {
  await page.locator('.seal').getByText(new RegExp(`^${file}，\\d\\d:\\d\\d 签字$`)).waitFor();
}

/** Said first and loudly: what does not fit, and not to sign. */
async function stops(page: Page, what: string): Promise<void> {
  const alert = page.getByRole('alert').filter({ hasText: '请不要签字' });
  await alert.getByRole('heading', { name: `✗ ${what}` }).waitFor();
}

/** The reader's choice on this device, as another tab would change it. */
async function choose(page: Page, key: string, value: string): Promise<void> {
  await page.evaluate(
    ([name, chosen]) => {
      localStorage.setItem(name, chosen);
      window.dispatchEvent(new StorageEvent('storage', { key: name, newValue: chosen }));
    },
    [key, value] as const,
  );
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
