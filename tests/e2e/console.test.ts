import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { changeMethod, readCongress } from '#shared/contract/congress.ts';
import { askReopening } from '#shared/contract/booth.ts';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { checkIn, checkOut, listDelegates } from '#shared/contract/roll.ts';
import { enterHall } from '#scripts/simulation/hall.ts';
import type { Hall } from '#scripts/simulation/hall.ts';
import { close } from '#scripts/simulation/one-round.ts';
import { actor } from '#tests/support/actor.ts';
import type { Actor } from '#tests/support/actor.ts';
import { api } from '#tests/support/api.ts';
import { enterOn, tabTo, typeInto } from '#tests/support/keyboard.ts';
import { looksRight } from '#tests/support/looks-right.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { readLines } from '#tests/support/pages/figures.ts';
import { clerkOf, delegateOf } from '#tests/support/people.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const DESK = '扫凭证外面的码，或输入代表证号后按回车';

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
  browser.refusals.splice(0);
});

test('a clerk runs the day from sign-in to close without a mouse', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await aHall(6);
  const page = await browser.person();
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const confirm = async (label: string, yes: string) => {
    await enterOn(page, button(label));
    await enterOn(page, button(yes));
  };
  await page.goto(`${server.url}/console/${hall.congress.id}`);

  // Sign-in: an empty form says what is missing; the rehearsal's account fills it.
  await enterOn(page, button('登录控制台'));
  await page.getByText('请填写姓名和密码。').waitFor();
  await enterOn(page, button(/^使用这个账号/));
  await enterOn(page, button('登录控制台'));

  // Check-in by number: the desk has the focus and keeps it; a mistaken mark is taken back.
  await heading('签到');
  const desk = page.getByRole('textbox', { name: DESK });
  await focused(desk);

  // The letters register: found by number, chosen, marked as handed out; back at the desk it has the focus again.
  await enterOn(page, page.getByRole('link', { name: /^投票凭证/ }));
  await heading('投票凭证');
  await typeInto(page, page.getByRole('textbox', { name: '查找代表' }), '006');
  await tabTo(page, page.getByRole('checkbox', { name: /^选 006 / }));
  await page.keyboard.press('Space');
  await confirm('为所选 1 人记为已发放', '确认已发放');
  await page.getByText('已登记 1 份。').waitFor();
  await enterOn(page, page.getByRole('link', { name: /^签到/ }));
  await focused(desk);
  for (const { number } of hall.delegates) await page.keyboard.type(`${number}\n`);
  await figure(page, '实到', 6);
  await page.getByText('006', { exact: false }).getByText('已签到').first().waitFor();
  await enterOn(page, button('撤销刚才的登记'));
  await figure(page, '实到', 5);
  await typeInto(page, desk, '006\n');
  await figure(page, '实到', 6);

  // Both shows of hands. What is asked twice can be left with Escape, and the focus is where it was.
  await enterOn(page, page.getByRole('link', { name: '跳到这一步的内容' }));
  await enterOn(page, page.getByRole('link', { name: /^通过票选办法/ }));
  await heading('通过票选办法');
  await typeInto(page, page.getByRole('spinbutton', { name: '赞成' }), '6');
  await enterOn(page, button('录入票选办法的表决结果'));
  await page.keyboard.press('Escape');
  await focused(button('录入票选办法的表决结果'));
  await confirm('录入票选办法的表决结果', '确认录入表决结果');
  await heading('通过监票人名单');
  await typeInto(page, page.getByRole('spinbutton', { name: '赞成' }), '6');
  await confirm('录入监票人名单的表决结果', '确认录入表决结果');

  // The page follows the day: arm, draw, open.
  await heading('备票');
  await confirm('准备本轮', '确认准备本轮');
  await confirm('生成公告单', '确认生成公告单');
  await page.getByText('请监票人在各自设备上核对公告单并签字。').waitFor();
  const people = await drawn(hall);
  await heading('发票与开始投票');
  await hall.scrutineers[0]?.enterHeadCount((await roundOf(hall)).id, 6);
  await page.getByText('已报，与签到一致').waitFor();
  await confirm('开始投票', '确认开始投票');
  await heading('投票与截止');
  await Promise.all(people.map((one) => one.cast([1, 2, 3, 4, 5, 6])));
  await figure(page, '收回', 6);
  await tabTo(page, page.getByRole('checkbox', { name: '演练：倒计时缩短为 5 秒' }));
  await page.keyboard.press('Space');
  await confirm('开始截止倒计时', '确认开始倒计时');
  await heading('清点报告');
  await new ClerkPage(page).stepIs('投票与截止', '已完成');
});

test('an opening taken back, another device, a ruling withdrawn and entered, an adjournment: each where a clerk looks for it', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await aHall(6);
  const { congress } = hall;
  await hall.clerk.client.call(changeMethod, { params: { congressId: congress.id }, body: { ...congress.method, tie: 'ruling' } });
  await hall.clerk.checkIn(hall.delegates.map(({ number }) => number));
  await hall.clerk.adopt(6);
  const clerk = await aClerk(hall);
  const { page } = clerk;
  await clerk.preparesRound(1);
  const people = await drawn(hall);
  await clerk.goTo('发票与开始投票', 1);
  await hall.scrutineers[0]?.enterHeadCount((await roundOf(hall)).id, 6);
  await clerk.opensVoting(1);

  // Taken back while nothing was received, and opened again.
  await clerk.confirm('收回“开始投票”', '确认收回开始');
  await page.getByRole('heading', { level: 1, name: '发票与开始投票' }).waitFor();
  await clerk.opensVoting(1);

  // A delegate asks to go on with another device; the clerk is told whatever step is open.
  const { token, who } = await delegateOf(server.url, congress.id, 3);
  await clerk.goTo('签到');
  const { id } = await roundOf(hall);
  await api(server.url).must(askReopening, { params: { roundId: id } }, token);
  await clerk.confirm(`同意 ${who.name} 换设备`, '确认同意换设备');
  await page.getByRole('region', { name: '代表请求换设备继续投票' }).waitFor({ state: 'detached' });

  // Voided by the chair: entered, withdrawn, entered again, in effect with the chief's signature.
  await clerk.goTo('投票与截止', 1);
  await rulesVoid(page, '误开始');
  await clerk.confirm('撤回裁定', '确认撤回裁定');
  await rulesVoid(page, '候选项目印错');
  await page.getByText('等总监票人签字生效').first().waitFor();
  await hall.scrutineers[0]?.signRuling(await hall.clerk.readRound(id));
  await page.getByRole('link', { name: /^本轮已作废/ }).waitFor();

  // Between rounds the meeting adjourns and, at the step that waits for it, goes on.
  await page.getByRole('link', { name: '休会与恢复' }).click();
  await page.getByRole('textbox', { name: '休会原因' }).fill('午餐');
  await clerk.confirm('宣布休会', '确认休会');
  await clerk.goTo('备票', 2);
  await page.getByText('会议休会中。').waitFor();
  await page.getByRole('button', { name: '恢复会议' }).click();

  // The repeat ends in a tie, which this method leaves to the chair: as many as there are places left, no more, no fewer.
  await clerk.preparesRound(2);
  await page.getByRole('heading', { name: '第 2 轮 · 作废重投' }).waitFor();
  await drawn(hall);
  const second = await roundOf(hall);
  await hall.scrutineers[0]?.enterHeadCount(second.id, 6);
  await clerk.opensVoting(2);
  await Promise.all(people.map((one, index) => one.cast([1, 2, 3, 4, 5, index % 2 === 0 ? 6 : 7])));
  await close(hall, second.id);
  await tallied(hall, second.id);
  await clerk.goTo('异议与结果', 2);
  const enter = page.getByRole('button', { name: '录入裁定' });
  await page.getByRole('textbox', { name: '裁定内容' }).fill('第 7 号项目入选');
  await page.getByRole('textbox', { name: '主持人姓名' }).fill('李主持');
  await page.getByRole('textbox', { name: '裁定理由' }).fill('两项得票相等');
  expect(await enter.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: /^7\./ }).check();
  await clerk.confirm('录入裁定', '确认录入裁定');
  await clerk.stepIs('异议与结果', '等待 总监票人');
  await hall.scrutineers[0]?.signRuling(await hall.clerk.readRound(second.id));
  await clerk.certifies(2);
  await page.getByText('计票人已签字：').first().waitFor();
});

test('two clerks, a reload and a lost network: the page says where the day is and whether the act was done', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await aHall(6);
  const clerk = await aClerk(hall);
  const { page } = clerk;
  await clerk.goTo('签到');
  const params = { congressId: hall.congress.id };
  const other = (await clerkOf(server.url, hall.congress.id)).token;
  await api(server.url).must(checkIn, { params, body: { number: '001' } }, other);
  await figure(page, '实到', 1);
  await clerk.checkIn('001', '先前已经签到');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '签到' }).waitFor();

  // The request never arrived: not done, and the number still stands in the field.
  const desk = page.getByRole('textbox', { name: DESK });
  await page.context().setOffline(true);
  await desk.fill('002');
  await desk.press('Enter');
  await page.getByText('还不知道办成没有').waitFor();
  await page.context().setOffline(false);
  await page.getByText('刚才这一步没有办成').waitFor();
  expect(await desk.inputValue()).toBe('002');

  // It arrived, only the answer was lost: done.
  await page.route('**/check-ins', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await desk.press('Enter');
  await page.getByText('刚才这一步已经办成').waitFor();
  await figure(page, '实到', 2);
  await page.unroute('**/check-ins');

  // A file that was looked over survives a look at another step.
  await clerk.choosesRoll('名册.csv', '代表证号,姓名,代表团\n901,样例,第一代表团');
  await clerk.goTo('签到');
  await page.getByText('名册文件核对好了，还没有导入。').waitFor();
  await page.getByRole('link', { name: '回到代表名册' }).click();
  await page.getByRole('heading', { name: '核对结果：名册.csv' }).waitFor();
  expect(await readLines(page.getByRole('table', { name: '核对结果' }).locator('tbody tr.ant-table-row'))).toContain('第 2 行 + 新增 901 样例 第一代表团');

  // Candidates dropped as a file take the place of those that stand there; then one is moved down twice, by the keyboard too.
  await clerk.dropsProjects('候选项目.csv', '序号,项目名称\n1,修桥\n2,铺路\n3,种树');
  const preview = page.getByRole('table', { name: '核对结果' }).locator('tbody tr.ant-table-row');
  expect((await readLines(preview)).slice(-3)).toEqual(['第 2 行 ↻ 改动 1. 修桥', '第 3 行 ↻ 改动 2. 铺路', '第 4 行 ↻ 改动 3. 种树']);
  await page.getByText('导入后共 3 项：新增 0 项，改动 3 项，删除 5 项。', { exact: true }).waitFor();
  await clerk.confirm('导入这些候选项目', '确认导入并删除');
  await page.getByRole('status').getByText('候选项目已导入，现在共 3 项。').waitFor();
  await page.getByRole('button', { name: '下移第 1 号项目' }).click();
  await page.getByRole('status').getByText('“修桥”现在是第 2 号。').waitFor();
  await focused(page.getByRole('button', { name: '下移第 2 号项目' }));
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('“修桥”现在是第 3 号。').waitFor();
  await focused(page.getByRole('button', { name: '上移第 3 号项目' }));
  const { projects } = await api(server.url).must(readCongress, { params });
  expect(projects.toSorted((a, b) => a.number - b.number).map(({ title }) => title)).toEqual(['铺路', '种树', '修桥']);
  const lost = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
  expect(browser.faults.splice(0).filter((fault) => !lost.test(fault))).toEqual([]);
});

test('the tables: found by words, narrowed, sorted by strokes, marked together and taken back', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { id } = await api(server.url).must(startRehearsal, { body: { delegates: 400, scrutineers: 3, threshold: 2 } });
  const { token } = await clerkOf(server.url, id);
  const roll = await api(server.url).must(listDelegates, { params: { congressId: id } }, token);
  const clerk = new ClerkPage(await browser.person());
  const { page } = clerk;
  await clerk.useRehearsalAccount(server.url, id);
  await clerk.goTo('代表名册');
  const table = page.getByRole('region', { name: '代表名册' });
  const rows = table.locator('tbody').getByRole('row').filter({ visible: true });
  const search = table.getByRole('textbox', { name: '查找代表（证号、姓名、代表团）' });
  await table.getByText('共 400 人').waitFor();
  expect(await rows.count()).toBe(50);
  await search.fill('３９９');
  await table.getByText('共 400 人，查到 1 人').waitFor();
  expect((await readLines(rows))[0]).toContain('399');
  await search.fill('没有这个人');
  await table.getByText('没有符合的内容。').waitFor();
  await table.getByRole('button', { name: '清除条件' }).click();
  await table.getByText(/^共 400 人　/).waitFor();

  await table.getByRole('columnheader', { name: '姓名' }).click();
  const names = await readLines(rows.locator('td').nth(1));
  expect(names).toEqual(names.toSorted(new Intl.Collator('zh-u-co-stroke').compare));

  // A whole delegation: those absent get leave together, and it is taken back together.
  const delegation = roll[0]?.delegation ?? '';
  const size = roll.filter((one) => one.delegation === delegation).length;
  await clerk.goTo('签到');
  await page.getByRole('combobox', { name: '代表团', exact: true }).selectOption(delegation);
  await page.getByRole('button', { name: `全选查到的 ${size} 人` }).click();
  await clerk.confirm(`为所选 ${size} 人请假`, '确认记为请假');
  await page.getByText(`已记请假 ${size} 人。`).waitFor();
  const onLeave = async () => (await api(server.url).must(listDelegates, { params: { congressId: id } }, token)).filter((one) => one.attendance === 'leave').length;
  expect(await onLeave()).toBe(size);
  await page.getByRole('button', { name: '撤销刚才的登记' }).click();
  await page.getByText(`已撤销，共 ${size} 人。`).waitFor();
  expect(await onLeave()).toBe(0);
});

test('every page of the console looks right, with a round that waits for gate 2', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await aHall(7);
  const inTime = hall.delegates.slice(0, 6);
  await hall.clerk.checkIn(inTime.map(({ number }) => number));
  await hall.clerk.adopt(6);
  const { id } = await hall.clerk.prepareRound();
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(id);
  const people = await drawnOf({ ...hall, delegates: inTime });
  await hall.scrutineers[0]?.enterHeadCount(id, 6);
  await hall.clerk.open(id);
  await hall.clerk.checkIn(['007']);
  await Promise.all(people.map((one, index) => one.cast([1, 2, 3, 4, 5, index % 2 === 0 ? 6 : 7])));
  await close(hall, id);
  await tallied(hall, id);
  const last = hall.delegates.at(-1)?.number;
  const delegates = await hall.clerk.client.call(listDelegates, { params: { congressId: hall.congress.id } });
  const leaver = delegates.find((one) => one.number === last);
  await hall.clerk.client.call(checkOut, { params: { congressId: hall.congress.id, delegateId: leaver?.id ?? '' } });

  const page = await browser.person({ viewport: { width: 1024, height: 768 } });
  await new ClerkPage(page).useRehearsalAccount(server.url, hall.congress.id);
  const rail = page.getByRole('navigation').getByRole('link');
  await rail.first().waitFor();
  // Who came after the opening and left again is late all the same.
  await new ClerkPage(page).goTo('签到');
  await page.getByRole('combobox', { name: '显示' }).selectOption({ label: '迟到 1' });
  await page.getByText(/^共 7 人，查到 1 人/).waitFor();
  expect((await readLines(page.locator('tbody').getByRole('row').filter({ visible: true })))[0]).toMatch(/^007 代表007 .*已离场 \d\d:\d\d 迟到/);
  for (const link of [...(await rail.all()), ...(await page.locator('.side-links a:not([target])').all())]) {
    await link.click();
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => document.querySelectorAll('main details').forEach((folded) => folded.setAttribute('open', '')));
    await looksRight(page, new URL(page.url()).pathname);
  }
  // On a phone the rail is folded under the line that says where the day is.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '查看全部步骤' }).click();
  await looksRight(page, 'narrow, steps unfolded', { widths: [] });
});

async function aHall(delegates: number): Promise<Hall> {
  return enterHall(server.url, { delegates, scrutineers: 3, threshold: 2 }, null);
}

async function aClerk(hall: Hall): Promise<ClerkPage> {
  const clerk = new ClerkPage(await browser.person());
  await clerk.useRehearsalAccount(server.url, hall.congress.id);
  return clerk;
}

async function roundOf(hall: Hall) {
  const { round } = await api(server.url).must(readCongress, { params: { congressId: hall.congress.id } });
  if (round === null) throw new Error('No round is in hand.');
  return round;
}

/** The manifest is signed by all and every delegate draws. */
async function drawn(hall: Hall): Promise<readonly Actor[]> {
  const { id } = await roundOf(hall);
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(id);
  return drawnOf(hall);
}

async function drawnOf(hall: Hall): Promise<readonly Actor[]> {
  const people = await Promise.all(hall.delegates.map(({ letter }) => actor(server.url, letter)));
  await Promise.all(people.map((one) => one.draw()));
  return people;
}

/** Gate 1, freeze and both openings, as far as the outcome that nobody certified yet. */
async function tallied(hall: Hall, roundId: string): Promise<void> {
  const [chief, second] = hall.scrutineers;
  if (chief === undefined || second === undefined) throw new Error('Opening wants two scrutineers.');
  const closed = await hall.clerk.readRound(roundId);
  for (const scrutineer of hall.scrutineers) await scrutineer.signGate1(closed);
  const frozen = await hall.clerk.freeze(roundId);
  for (const scrutineer of hall.scrutineers) await scrutineer.release(frozen);
  await second.openAgain(await chief.open(frozen));
}

async function rulesVoid(page: Page, reason: string): Promise<void> {
  const fold = page.getByText('本轮需要作废？');
  if (!(await page.getByRole('textbox', { name: '主持人姓名' }).isVisible())) await fold.click();
  await page.getByRole('textbox', { name: '主持人姓名' }).fill('李主持');
  await page.getByRole('textbox', { name: '裁定理由' }).fill(reason);
  await page.getByRole('button', { name: '录入作废裁定' }).click();
  await page.getByRole('button', { name: '确认录入裁定' }).click();
}

async function figure(page: Page, name: string, value: number): Promise<void> {
  await new ClerkPage(page).hallShows({ [name]: value });
}

async function focused(target: ReturnType<Page['locator']>): Promise<void> {
  await expect.poll(() => target.evaluate((element) => element === document.activeElement), { timeout: 10_000 }).toBe(true);
}
