import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { z } from 'zod';
import { addProject, projectInput } from '#shared/contract/congress.ts';
import { signInAccount } from '#shared/contract/account.ts';
import data from '#server/features/rehearsal-seed/ningwei-2025.json' with { type: 'json' };
import { makeSetupLink } from '#server/features/setup/setup.service.ts';
import { actor, letterOf } from '#tests/support/actor.ts';
import type { Actor } from '#tests/support/actor.ts';
import { api } from '#tests/support/api.ts';
import { USUAL, looksRight, wear } from '#tests/support/looks-right.ts';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { OfficePage } from '#tests/support/pages/office-page.ts';
import { PublicPage } from '#tests/support/pages/public-page.ts';
import { ScreenPage } from '#tests/support/pages/screen-page.ts';
import { ScrutineerPage } from '#tests/support/pages/scrutineer-page.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { picture, pictureOf, watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const CLERK = { name: '王工', password: '票选办法第一条' + '2026' };
const OFFICE = { name: '宁围街道办事处', password: '民生实事要办好2026' };

const candidates = z.array(projectInput).parse(data.candidates);
const TITLES = candidates.map(({ title }) => title);
const line = (number: number) => `${number}. ${TITLES[number - 1] ?? ''}`;
const card = (number: number) => `${number} 号 ${TITLES[number - 1] ?? ''}`;

const ROLL = [
  '代表证号,姓名,代表团',
  ...['001,陈正,第一代表团', '002,李明,第一代表团', '003,周芳,第一代表团', '004,沈阿婆,第一代表团', '005,吴梅,第一代表团', '006,何建国,第一代表团'],
  ...['007,许亮,第二代表团', '008,郑敏,第二代表团', '009,冯伟,第二代表团', '010,蒋丽,第二代表团', '011,韩冰,第二代表团', '012,杨光,第二代表团'],
].join('\n');
const BAD_ROLL = ['代表证号,姓名,代表团', '001,陈正,第一代表团', '00A,李明,第一代表团', '003,,第一代表团', '001,周芳,第二代表团'].join('\n');

/** Nine marked ballots and one abstention: six are ahead beyond doubt. */
const MOST = [1, 2, 3, 4, 5, 6];
const VOTES: Readonly<Record<string, readonly number[]>> = {
  '001': MOST, '002': MOST, '003': MOST, '004': MOST, '006': [2, 3, 4, 5, 6, 7],
  '007': [1, 3, 4, 5, 6, 8], '008': [1, 2, 4, 5, 6, 7], '009': MOST, '010': MOST,
};
const COUNTS = [8, 8, 8, 9, 9, 9, 2, 1];
const SELECTED = TITLES.slice(0, 6);
const KEY_WORK = TITLES.slice(6);
const AT_THE_BOX = { 应到: 12, 实到: 11, 发出: 11, 收回: 10, 未收回: 1, 换设备: 0, 会场清点: 11 };
const OPENED = { 有效票: 10, 其中弃权: 1, 无效票: 0 };
const RANKED = [
  `1 ${line(4)} 9 票 ■ 入选`, `1 ${line(5)} 9 票 ■ 入选`, `1 ${line(6)} 9 票 ■ 入选`,
  `4 ${line(1)} 8 票 ■ 入选`, `4 ${line(2)} 8 票 ■ 入选`, `4 ${line(3)} 8 票 ■ 入选`,
  `7 ${line(7)} 2 票 ○ 重点工作`, `8 ${line(8)} 1 票 ○ 重点工作`,
];

let server: TestServer;
let browser: WatchedBrowser;

beforeAll(async () => {
  server = await startTestServer({ rehearsal: false });
  browser = await watchedBrowser(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('one congress day, from the one-time link to the announcement', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { url } = server;
  const clerk = new ClerkPage(await browser.person({ viewport: { width: 1440, height: 900 } }));
  const screen = new ScreenPage(await browser.person({ viewport: { width: 1920, height: 1080 } }));

  // The clerk makes the congress with the link of the terminal and prepares it.
  const token = await makeSetupLink(server.deps);
  const congressId = await clerk.setUp(`${url}/setup#${token}`, { title: '2026年度民生实事项目票选', place: '宁围街道', year: 2026 }, CLERK);
  await screen.open(url, congressId);
  await screen.shows('会议即将开始', { 应到: 0, 实到: 0 });
  for (const candidate of candidates.slice(0, 2)) await clerk.addProject(candidate);
  await addRemainingProjects(url, congressId);
  await clerk.addOffice(OFFICE.name, OFFICE.password);

  // A roll with problems is not imported; mended it is, and imported again it shows the difference.
  await clerk.choosesRoll('名册-草稿.csv', BAD_ROLL);
  await clerk.previewIs([
    '第 3 行 A 列 ✕ 问题 代表证号 代表证号应为 1 至 8 位数字，这里是“00A”。请改正。',
    '第 4 行 B 列 ✕ 问题 姓名 “姓名”是空的。请填写，或删去这一行。',
    '第 5 行 A 列 ✕ 问题 代表证号 代表证号 001 在第 2 行已出现。请核对两行。',
    '第 2 行 + 新增 001 陈正 第一代表团',
  ]);
  await looksRight(clerk.page, 'roll preview');
  await clerk.says('有 3 处问题，还不能导入。请在文件里改正，存盘后再选一次文件。');
  await clerk.choosesRoll('名册.csv', ROLL.replace('012,杨光,第二代表团', '012,杨先,第一代表团').replace('011,韩冰,第二代表团\n', ''));
  await clerk.importsRoll('导入后：新增 11 人，改动 0 人，删除 0 人。', '名册已导入：新增 11 人，改动 0 人，删除 0 人。');
  await clerk.says('名册共 11 人');
  await clerk.choosesRoll('名册-定稿.csv', ROLL);
  await clerk.previewIs(['第 13 行 ↻ 改动 012 杨光 姓名：杨先 → 杨光；代表团：第一代表团 → 第二代表团', '第 12 行 + 新增 011 韩冰 第二代表团']);
  await clerk.importsRoll('导入后：新增 1 人，改动 1 人，删除 0 人。', '名册已导入：新增 1 人，改动 1 人，删除 0 人。');
  await clerk.says('名册共 12 人');
  await clerk.hallShows({ 应到: 12, 实到: 0, 法定人数: 8 });

  // Three scrutineers are named; each makes the keys on a device of their own.
  const chief = new ScrutineerPage(await browser.person());
  const second = new ScrutineerPage(await browser.person());
  const third = new ScrutineerPage(await browser.person());
  const chiefSheet = await chief.enrol(await clerk.nameScrutineer('001', '陈正'));
  const secondSheet = await second.enrol(await clerk.nameScrutineer('002', '李明'));
  const thirdSheet = await third.enrol(await clerk.nameScrutineer('003', '周芳'));
  await chief.waitsFor('还没有开始');
  await clerk.stepIs('监票人', '已完成');

  // Letters are made in the clerk's browser; the codes exist on paper only.
  const letters = new Map([...(await clerk.makeLetters('第一代表团', 6)), ...(await clerk.makeLetters('第二代表团', 6))]);
  expect(letters.size).toBe(12);
  await clerk.stepIs('投票凭证', '已完成');

  // Check-in: the first delegation one by one at the desk, five of the second; one is absent.
  await clerk.goTo('签到');
  await clerk.checkIn('012', '012 杨光（第二代表团）已签到。');
  await clerk.undoCheckIn('杨光');
  await clerk.recordLeave('杨光');
  for (const [number, name] of [['001', '陈正'], ['002', '李明'], ['003', '周芳'], ['004', '沈阿婆'], ['005', '吴梅'], ['006', '何建国']] as const) {
    await clerk.checkIn(number, `${number} ${name}（第一代表团）已签到。`);
  }
  await screen.shows('正在签到', { 应到: 12, 实到: 6, 法定人数: 8 });
  await clerk.checkInDelegation('第二代表团', 5);
  await clerk.hallShows({ 应到: 12, 实到: 11, 法定人数: 8 });
  await screen.shows('正在签到', { 应到: 12, 实到: 11, 法定人数: 8 });
  await picture(screen.page, 'screen-check-in');

  // Method and scrutineers are adopted by a show of hands; the key codes stand on the screen.
  await clerk.entersHands('通过票选办法', { for: 10, against: 0, abstain: 1 });
  await clerk.entersHands('通过监票人名单', { for: 11, against: 0, abstain: 0 });
  await screen.shows('表决票选办法和监票人');
  await screen.page.getByText('赞成 10　反对 0　弃权 1').waitFor();
  for (const { keyCode } of [chiefSheet, secondSheet, thirdSheet]) await screen.page.getByText(keyCode).waitFor();

  // Arming: the manifest is checked and signed on the scrutineers' devices.
  await clerk.preparesRound(1);
  await screen.shows('监票人正在核对本轮公告单', { 应到: 12, 实到: 11, 发出: 0, 收回: 0 });
  const fingerprint = await screen.fingerprint();
  for (const scrutineer of [chief, second, third]) await scrutineer.signsManifest(1, fingerprint);
  await screen.shows('请领票');

  // Papers are drawn: three delegates at booths, the others with the secrets of their letters.
  const code = (number: string) => letters.get(number) ?? '';
  const elder = new BoothPage(await browser.person());
  const abstainer = new BoothPage(await browser.person());
  const phone = new BoothPage(await browser.person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }));
  await phone.page.goto(`${url}/b/${congressId}`);
  await phone.isAsked('请输入投票凭证上的码');
  await picture(phone.page, 'booth-letter');
  await elder.enter(url, congressId, code('004'));
  await abstainer.enter(url, congressId, code('005'));
  await phone.enter(url, congressId, code('006'));
  for (const booth of [elder, abstainer, phone]) {
    await booth.isAsked('请选出 6 项');
    expect(await booth.fingerprint()).toBe(fingerprint);
  }
  const hall = new Map<string, Actor>();
  for (const number of ['001', '002', '003', '007', '008', '009', '010', '011']) hall.set(number, await actor(url, letterOf(congressId, code(number), 'real')));
  await Promise.all([...hall.values()].map((one) => one.draw()));
  await screen.shows('请领票', { 应到: 12, 实到: 11, 发出: 11, 收回: 0 });

  // The chief counts the heads, the clerk opens.
  await chief.countsHeads(11);
  await clerk.opensVoting(1);
  await screen.shows('正在投票', { 应到: 12, 实到: 11, 发出: 11, 收回: 0 });

  // Ballots: one delegate reloads in the middle and goes on, one abstains, one votes on a phone.
  await elder.marks([1, 2, 3]);
  await abstainer.abstains();
  await elder.page.reload();
  await elder.isAsked('请选出 6 项');
  await elder.showsMarked([1, 2, 3]);
  await elder.marks([4, 5, 6]);
  await elder.goesToReview();
  await elder.reviews(MOST.map(card), [card(7), card(8)]);
  await elder.casts();
  await phone.marks(VOTES['006'] ?? []);
  await picture(phone.page, 'booth-ballot');
  await wear(phone.page, { ...USUAL, size: 'largest', theme: 'dark' });
  await picture(phone.page, 'booth-ballot-dark');
  await wear(phone.page, USUAL);
  await phone.goesToReview();
  await phone.reviews([2, 3, 4, 5, 6, 7].map(card), [card(1), card(8)]);
  await picture(phone.page, 'booth-review');
  await phone.casts();
  await picture(phone.page, 'booth-receipt');
  for (const [number, one] of hall) {
    const choice = VOTES[number];
    if (choice !== undefined) await one.cast(choice);
  }
  await clerk.hallShows({ 应到: 12, 实到: 11, 发出: 11, 收回: 10 });
  await screen.shows('正在投票', { 应到: 12, 实到: 11, 发出: 11, 收回: 10 });
  await picture(screen.page, 'screen-voting');

  // The close: sixty seconds on every page, then nobody knows a total until gate 1 is signed.
  await clerk.closesVoting(1, 1);
  await screen.shows('即将截止', { 应到: 12, 实到: 11, 发出: 11, 收回: 10 });
  await picture(clerk.page, 'console');
  await screen.page.getByRole('heading', { name: '投票已截止' }).waitFor({ timeout: 75_000 });

  // Gate 1: count report and tree head, each box verified by the scrutineer's own browser.
  await clerk.countReportShows(1, { 应到: 12, '实到（备票到截止之间到过）': 11, 发出: 11, 收回: 10, 未收回: 1, 换设备: 0, 会场清点: 11 });
  await chief.verifiesBox(AT_THE_BOX);
  await picture(chief.page, 'scrutineer-gate-1');
  await chief.signsVerified();
  await second.signsGate1(AT_THE_BOX);
  await clerk.freezes(1);
  await screen.shows('票箱已封存，正在计票', { 应到: 12, 实到: 11, 发出: 11, 收回: 10 });

  // Two release their keys; one opens the box, another opens it again.
  await chief.releasesKey();
  await second.releasesKey();
  await chief.opensBox(OPENED);
  await second.opensAgain(OPENED);

  // Gate 2: the tally clerk certifies, two sign, and the outcome takes effect.
  const verdict = (number: number) => (number <= 6 ? '入选' : '办事处重点工作');
  await clerk.tallyShows(1, COUNTS.map((votes, index) => `${line(index + 1)} ${votes} ${verdict(index + 1)}`), '有效票 10；其中弃权 1；无效票 0');
  await clerk.certifies(1);
  await second.signsOutcome({ 应选数: 6, ...OPENED }, RANKED);
  await chief.signsOutcome({ 应选数: 6, ...OPENED }, RANKED);
  await screen.showsResult(
    [
      `并列 1 ${line(4)} 9 票 入选`, `并列 1 ${line(5)} 9 票 入选`, `并列 1 ${line(6)} 9 票 入选`,
      `并列 4 ${line(1)} 8 票 入选`, `并列 4 ${line(2)} 8 票 入选`, `并列 4 ${line(3)} 8 票 入选`,
      '应选线（6 项）',
      `7 ${line(7)} 2 票 重点工作`, `8 ${line(8)} 1 票 重点工作`,
    ],
    '应到 12　实到 11　发出 11　收回 10　有效 10（其中弃权 1）　无效 0',
  );
  await picture(screen.page, 'screen-result');
  await chief.waitsFor('结果已由各方签字确认');

  // The signed sheet as it is printed.
  await clerk.page.goto(`${url}/print/${congressId}/result-sheet`);
  await clerk.page.getByRole('heading', { level: 1, name: /计票结果报告单$/ }).waitFor();
  await pictureOf(clerk.page.getByRole('article'), 'document-result-sheet');
  await clerk.page.goBack();

  // The office has its two lists before anything is public.
  const office = new OfficePage(await browser.person({ viewport: { width: 1440, height: 900 } }));
  const stranger = new PublicPage(await browser.person());
  await stranger.open(url, congressId);
  await stranger.page.getByRole('heading', { name: '结果还没有公布' }).waitFor();
  await office.signIn(url, congressId, OFFICE.name, OFFICE.password);
  await office.seesList('2026 年度民生实事项目', SELECTED.map((title, index) => new RegExp(`^${index + 1} ${title} ${COUNTS[index] ?? 0} / 有效票 10`)));
  await office.seesList('纳入办事处重点工作', KEY_WORK.map((title, index) => new RegExp(`^${index + 7} ${title} ${COUNTS[index + 6] ?? 0} / 有效票 10`)));
  await office.seesRound('第 1 轮：应到 12，实到 11，发出 11，收回 10，有效 10（其中弃权 1），无效 0');
  await picture(office.page, 'office');

  // Publication: the page that waited for it shows it, without the hall's record.
  await clerk.publishes();
  await stranger.announces(SELECTED, KEY_WORK);
  await stranger.givesRound('第 1 轮', { 应到: 12, 实到: 11, 发出: 11, 收回: 10, 未收回: 1, 有效票: 10, 其中弃权: 1, 无效票: 0, 应选数: 6 });
  await stranger.page.getByText('按票选办法，公布名单，不公布各项目得票数。').waitFor();
  await stranger.keepsRecordForHall();
  await picture(stranger.page, 'announcement');
  await screen.showsLists({ '2026 年度民生实事项目': SELECTED, 纳入办事处重点工作: KEY_WORK });

  // A delegate finds the ballot by the tracker, then recounts the whole round in the own browser.
  await elder.findsBallot();
  await expect.poll(() => elder.page.getByText(/^✓?\s*\d 号 /).count()).toBe(6);
  const tracker = await elder.tracker();
  const recount = new PublicPage(elder.page);
  await elder.page.getByRole('link', { name: '查看公布的结果' }).click();
  await recount.announces(SELECTED, KEY_WORK);
  expect(await recount.looksUp(tracker)).toEqual(MOST.map(line));
  await recount.goesToRecount();
  await recount.recounts({ '第 1 轮': [4, 5, 6, 1, 2, 3, 7, 8].map((number) => `${line(number)} ${COUNTS[number - 1] ?? 0} 票`) });
  await elder.page.getByText('票 10 · 有效票 10 · 其中弃权 1 · 无效票 0').waitFor();
  await picture(elder.page, 'recount');

  expect(browser.faults).toEqual([]);
  expect(browser.refusals).toEqual([]);
});

/** The six that the clerk does not type, with the clerk's own sign-in. */
async function addRemainingProjects(url: string, congressId: string): Promise<void> {
  const { token } = await api(url).must(signInAccount, { body: { congressId, ...CLERK } });
  for (const body of candidates.slice(2)) await api(url).must(addProject, { params: { congressId }, body }, token);
}
