import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { readArchive } from '#shared/ballot-paper/archive.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { verifyRounds } from '#shared/ballot-paper/verify.ts';
import { signInAccount } from '#shared/contract/account.ts';
import { readRehearsal } from '#shared/contract/rehearsal.ts';
import { readRecordZip } from '#shared/contract/round.ts';
import { enterHall } from '#scripts/simulation/hall.ts';
import { close } from '#scripts/simulation/one-round.ts';
import { actor } from '#tests/support/actor.ts';
import { api } from '#tests/support/api.ts';
import { looksRight } from '#tests/support/looks-right.ts';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { asksForPaper, countsFolded, handsOut, keysPile, sheetOf, signsCountReport, signsHandingOut, stampsPile, unfoldsPrinted } from '#tests/support/pages/printed-sheets.ts';
import { ScrutineerPage } from '#tests/support/pages/scrutineer-page.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { picture, watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

/** Nine ballots from devices; three more are on paper: one clear, one keyed differently, one in doubt. */
const ELECTRONIC = [6, 6, 6, 6, 6, 7, 7, 7, 7].map((last) => [1, 2, 3, 4, 5, last]);
const PAPER = [[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 7], [1, 2]] as const;
const EVERYONE = 12;
const PATIENT = { timeout: 20_000 };
/** Room for a whole sheet on its picture. */
const TALL = { viewport: { width: 1280, height: 1800 } };

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

test('three delegates vote on paper, from the desk to a record that verifies and does not tell them apart', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { url } = server;
  const hall = await enterHall(url, { delegates: EVERYONE, scrutineers: 3, threshold: 2 }, null);
  const congressId = hall.congress.id;
  await hall.clerk.checkIn(hall.delegates.map(({ number }) => number));
  await hall.clerk.adopt(EVERYONE);
  const { id: roundId } = await hall.clerk.prepareRound();
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(roundId);

  const clerk = new ClerkPage(await browser.person(TALL));
  await clerk.useRehearsalAccount(url, congressId);
  const [chief, second, third] = await Promise.all([0, 1, 2].map(async (index) => {
    const page = new ScrutineerPage(await browser.person(TALL));
    await page.useRehearsalSheet(url, congressId, index);
    return page;
  }));
  if (chief === undefined || second === undefined || third === undefined) throw new Error('A hall has three scrutineers.');

  // The desk asks, the chief signs: the last three delegates get a printed ballot, and their booth says so.
  const onPaper = hall.delegates.slice(-3).map(({ number }) => number);
  await clerk.goTo('发票与开始投票', 1);
  const desk = await unfoldsPrinted(clerk.page);
  await desk.getByRole('searchbox').fill(onPaper[0] ?? '');
  await desk.getByRole('button', { name: /^为 .+ 申请纸质票$/ }).click();
  await desk.getByRole('alert').getByText('还没有告知代表').waitFor();
  await seen(clerk.page, 'paper-desk');
  for (const number of onPaper.slice(0, 2)) await handsOut(clerk.page, chief.page, number);
  const last = onPaper[2] ?? '';
  await asksForPaper(clerk.page, last);
  await chief.page.getByRole('region', { name: new RegExp(`^纸质票：${last} `) }).waitFor();
  await seen(chief.page, 'paper-request');
  await signsHandingOut(chief.page, last);
  await clerk.page.getByText('已发出纸质票 3 张').waitFor();
  const booth = new BoothPage(await browser.person());
  await booth.enterRehearsal(url, congressId, onPaper[0] ?? '');
  await booth.page.getByText('您在这一轮已经领取了纸质票').first().waitFor();

  // The others vote on their devices.
  const others = await Promise.all(hall.delegates.slice(0, -3).map(({ letter }) => actor(url, letter)));
  await Promise.all(others.map((one) => one.draw()));
  await hall.scrutineers[0]?.enterHeadCount(roundId, EVERYONE);
  await hall.clerk.open(roundId);
  await Promise.all(others.map((one, index) => one.cast(ELECTRONIC[index] ?? [])));
  await close(hall, roundId);

  // Folded: the clerk and a scrutineer count, wrong at first, then the same; one sum in the count report.
  await clerk.goTo('清点报告（第一关）', 1);
  await countsFolded(clerk.page, { 印制: '20', 剩余未用: '17', '收回（折叠）': '3' });
  await countsFolded(second.page, { 印制: '20', 剩余未用: '17', '收回（折叠）': '2' });
  await second.page.getByText('两人录入的数目不一致，请重新清点。').waitFor();
  await countsFolded(second.page, { 印制: '20', 剩余未用: '17', '收回（折叠）': '3' });
  await seen(clerk.page, 'paper-count');
  for (const one of [chief, second]) await signsCountReport(one.page, '发出 12，收回 12，实到 12，应到 12');

  // Unfolded: two scrutineers key, each alone; the chief rules on what differs and what is in doubt.
  await sheetOf(second.page, '录入纸质票').waitFor();
  await seen(second.page, 'paper-keying');
  await keysPile(second.page, PAPER, 3);
  await second.page.getByText('您已录完，等另一人录入。').waitFor();
  await keysPile(third.page, [PAPER[0], [1, 2, 3, 4, 5, 8], PAPER[2]]);
  const rule = sheetOf(chief.page, '裁定有出入或有疑问的纸质票');
  await rule.waitFor();
  await seen(chief.page, 'paper-ruling');
  const differs = rule.getByRole('group', { name: '第 2 张 · 两人录入不一致' });
  await differs.getByRole('radio', { name: '有效', exact: true }).check();
  for (const number of PAPER[1]) await differs.getByRole('checkbox', { name: new RegExp(`^${number}\\. `) }).check();
  await differs.getByRole('textbox', { name: '裁定原因' }).fill('圈画在第 7 项');
  await differs.getByRole('button', { name: '裁定第 2 张' }).click();
  const doubtful = rule.getByRole('group', { name: '第 3 张 · 画选有疑问' });
  await doubtful.getByRole('radio', { name: '无效票' }).check();
  await doubtful.getByRole('textbox', { name: '裁定原因' }).fill('票面有字迹');
  await doubtful.getByRole('button', { name: '裁定第 3 张' }).click();
  await rule.getByText('第 3 张：无效（票面有字迹）').waitFor();

  // Stamped in the chief's browser, signed by another, put into the box in one act.
  await sheetOf(chief.page, '为纸质票盖章、投入票箱').waitFor();
  await seen(chief.page, 'paper-stamp');
  await stampsPile(chief.page, third.page, 3);

  // From here on the round is like any other: the box is verified and signed by both browsers.
  const box = { 应到: EVERYONE, 实到: EVERYONE, 会场清点: EVERYONE, 发出: EVERYONE, 收回: EVERYONE, 未收回: 0, 换设备: 0 };
  for (const one of [chief, second]) await one.signsGate1(box);
  await expect.poll(async () => (await hall.clerk.readRound(roundId)).treeHead?.signedBy.length, PATIENT).toBe(2);
  const frozen = await hall.clerk.freeze(roundId);
  const [first, other] = hall.scrutineers;
  if (first === undefined || other === undefined) throw new Error('Opening wants two scrutineers.');
  for (const scrutineer of hall.scrutineers) await scrutineer.release(frozen);
  const tallied = await other.openAgain(await first.open(frozen));
  expect(tallied.outcome).toMatchObject({
    valid: 11, abstained: 0, invalid: 1,
    counts: [11, 11, 11, 11, 11, 6, 5, 0].map((votes, index) => ({ number: index + 1, votes })),
    selected: [1, 2, 3, 4, 5, 6],
  });
  const certified = await hall.clerk.certify(tallied);
  for (const scrutineer of hall.scrutineers) await scrutineer.signOutcome(certified);

  const archive = readArchive(await recordOf(url, congressId));
  if (!archive.ok) throw new Error(archive.reason);
  const results = await verifyRounds(NODE_PLATFORM, archive.rounds.map((round) => round.files));
  expect(results.flat().filter(({ passed }) => !passed)).toEqual([]);
  const text = (name: string) => new TextDecoder().decode(archive.rounds[0]?.files.get(name));
  expect(text('paper.jsonl').trimEnd().split('\n')).toHaveLength(3);
  expect(text('issue.jsonl').match(/"paper":true/g)).toHaveLength(3);
  expect(text('box.jsonl').trimEnd().split('\n')).toHaveLength(EVERYONE);
  expect(text('board.txt')).toMatch(/ PAPER-INVALID$/m);

  expect(browser.faults).toEqual([]);
  expect(browser.refusals).toEqual([`409 /api/rounds/${roundId}/printed/requests`, `409 /api/rounds/${roundId}/paper`]);
});

test('everything fails: the hall counts by hand, and both gates are signed without a box', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { url } = server;
  const hall = await enterHall(url, { delegates: EVERYONE, scrutineers: 3, threshold: 2 }, null);
  const congressId = hall.congress.id;
  await hall.clerk.checkIn(hall.delegates.map(({ number }) => number));
  await hall.clerk.adopt(EVERYONE);
  const { id: roundId } = await hall.clerk.prepareRound();
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(roundId);
  await hall.scrutineers[0]?.enterHeadCount(roundId, EVERYONE);

  const clerk = new ClerkPage(await browser.person(TALL));
  await clerk.useRehearsalAccount(url, congressId);
  await clerk.goTo('发票与开始投票', 1);
  await clerk.page.locator('summary').filter({ hasText: '纸质票' }).click();
  const sheet = sheetOf(clerk.page, '手工计票');
  const numbers = { 发出票数: 12, 收回票数: 11, '弃权（空白）': 1, 无效票: 0 };
  for (const [label, value] of Object.entries(numbers)) await sheet.getByRole('spinbutton', { name: label }).fill(String(value));
  const votes = [10, 10, 10, 10, 10, 6, 4, 0];
  for (const [index, value] of votes.entries()) await sheet.getByRole('spinbutton', { name: new RegExp(`^${index + 1}\\. .+ 得票`) }).fill(String(value));
  await sheet.getByRole('textbox', { name: '会议主持人' }).fill('王主任');
  await sheet.getByRole('textbox', { name: '改为手工计票的原因' }).fill('停电');
  await seen(clerk.page, 'paper-by-hand');
  await clerk.confirm('录入手工计票结果', '确认录入');

  const [chief, second] = await Promise.all([0, 1].map(async (index) => {
    const page = new ScrutineerPage(await browser.person(TALL));
    await page.useRehearsalSheet(url, congressId, index);
    return page;
  }));
  if (chief === undefined || second === undefined) throw new Error('A hall has three scrutineers.');
  for (const one of [chief, second]) {
    const report = sheetOf(one.page, '签清点报告');
    await report.getByText('本轮为手工计票，没有票箱。').waitFor();
    await signsCountReport(one.page, '发出 12，收回 11，实到 12，应到 12');
  }
  await expect.poll(async () => (await hall.clerk.readRound(roundId)).state, PATIENT).toBe('tallied');
  await hall.clerk.certify(await hall.clerk.readRound(roundId));
  for (const one of [chief, second]) await one.signsOutcome({ 应选数: 6, 有效票: 11, 其中弃权: 1, 无效票: 0 });
  await expect.poll(async () => (await hall.clerk.readRound(roundId)).state, PATIENT).toBe('certified');
  const archive = readArchive(await recordOf(url, congressId));
  const results = archive.ok ? await verifyRounds(NODE_PLATFORM, archive.rounds.map((round) => round.files)) : [];
  expect(results.flat().map(({ name, passed }) => [name, passed])).toContainEqual(['hand-count', true]);
  expect(results.flat().filter(({ passed }) => !passed)).toEqual([]);
  expect(browser.faults).toEqual([]);
});

async function seen(page: Page, what: string): Promise<void> {
  await looksRight(page, what, { within: '.printed-sheet' });
  await picture(page, what);
}

/** The record as the clerk downloads it. */
async function recordOf(url: string, congressId: string): Promise<Uint8Array> {
  const { accounts } = await api(url).must(readRehearsal, { params: { congressId } });
  const clerk = accounts.find(({ role }) => role === 'clerk');
  const { token } = await api(url).must(signInAccount, { body: { congressId, name: clerk?.name ?? '', password: clerk?.password ?? '' } });
  return api(url).must(readRecordZip, { params: { congressId } }, token);
}
