import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { CHECKOUT } from '#server/checkout.ts';
import { makeSetupLink } from '#server/features/setup/setup.service.ts';
import { inParallel } from '#scripts/simulation/in-parallel.ts';
import { aRoll, projectWorkbook, rollWorkbook } from '#tests/builders/office-tables.ts';
import { actor, letterOf, ownStanding, sharedStanding } from '#tests/support/actor.ts';
import type { Actor, Standing } from '#tests/support/actor.ts';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import type { ShownFigures } from '#tests/support/pages/figures.ts';
import { countsFolded, handsOut, keysPile, sheetOf, signsCountReport, stampsPile, unfoldsPrinted } from '#tests/support/pages/printed-sheets.ts';
import { PublicPage } from '#tests/support/pages/public-page.ts';
import { ScreenPage } from '#tests/support/pages/screen-page.ts';
import { ScrutineerPage } from '#tests/support/pages/scrutineer-page.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const CLERK = { name: '王工', password: '票选办法第一条' + '2026' };
const DELEGATIONS = ['一', '二', '三', '四', '五', '六', '七', '八'].map((number) => `第${number}代表团`);
const EACH = 50;
const ROLL = aRoll(DELEGATIONS, EACH);
const TITLES = ['停车位', '文化中心', '老旧小区改造', '口袋公园', '社区食堂', '道路整治', '健身步道', '儿童之家'];
const line = (number: number) => `${number}. ${TITLES[number - 1] ?? ''}`;

/** On leave all day. */
const AWAY = ['397', '398', '399', '400'];
/** Take a printed ballot in the first round, and vote by device in the second. */
const ON_PAPER = ['101', '102', '103'];
const AT_PHONE = '004';
/** Draws a paper in the first round and never casts it. */
const LEAVES = '200';
const ABSTAINS = '201';
const PRESENT = 396;

const SIX = [1, 2, 3, 4, 5, 6];
const SEVEN = [1, 2, 3, 4, 5, 7];
/** 394 mark the first five; the sixth place goes to 6 and to 7 by 197 each. */
const PAPER = [SIX, SEVEN, SIX];
const FIRST = {
  box: { 应到: 400, 实到: PRESENT, 会场清点: PRESENT, 发出: 396, 收回: 395, 未收回: 1, 换设备: 0 },
  opened: { 有效票: 395, 其中弃权: 1, 无效票: 0 },
};
/** The tied two again for the one place left: 7 is ahead by 5. */
const SECOND = {
  box: { ...FIRST.box, 收回: 396, 未收回: 0 },
  opened: { 有效票: 396, 其中弃权: 1, 无效票: 0 },
};

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

/** Two countdowns of a minute, and 400 delegates with real cryptography. */
const PATIENCE_MS = 600_000;

test('a congress of 400 from the office’s tables to a verified archive, with three on paper, a tie and a re-vote', { timeout: PATIENCE_MS }, async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { url } = server;
  const clerk = new ClerkPage(await browser.person({ viewport: { width: 1440, height: 1400 }, acceptDownloads: true }));
  const screen = new ScreenPage(await browser.person({ viewport: { width: 1920, height: 1080 } }));

  // From the tables that the office has.
  const token = await makeSetupLink(server.deps);
  const congressId = await clerk.setUp(`${url}/setup#${token}`, { title: '2026年度民生实事项目票选', place: '宁围街道', year: 2026 }, CLERK);
  await screen.open(url, congressId);
  await clerk.choosesProjects('候选项目.xlsx', projectWorkbook(TITLES));
  await clerk.importsProjects('导入后共 8 项：新增 8 项，改动 0 项，删除 0 项。', '候选项目已导入，现在共 8 项。');
  await clerk.choosesRoll('代表名册.xlsx', rollWorkbook('宁围街道居民议政会议代表名册', ROLL));
  await clerk.importsRoll('导入后：新增 400 人，改动 0 人，删除 0 人。', '名册已导入：新增 400 人，改动 0 人，删除 0 人。');

  const scrutineers = [new ScrutineerPage(await browser.person()), new ScrutineerPage(await browser.person()), new ScrutineerPage(await browser.person())] as const;
  const [chief, second, third] = scrutineers;
  for (const [index, one] of scrutineers.entries()) {
    await one.enrol(await clerk.nameScrutineer(ROLL[index]?.number ?? '', ROLL[index]?.name ?? ''));
  }

  // Letters by delegation; the secrets are on the paper only.
  const codes = new Map<string, string>();
  for (const delegation of DELEGATIONS) for (const [number, code] of await clerk.makeLetters(delegation, EACH)) codes.set(number, code);
  expect(codes.size).toBe(400);

  // The desk: four on leave, two by the number of the letter, the others by delegation.
  await clerk.goTo('签到');
  for (const number of AWAY) await clerk.recordLeave(nameOf(number));
  for (const number of ['001', AT_PHONE]) await clerk.checkIn(number, `${number} ${nameOf(number)}（第一代表团）已签到。`);
  for (const delegation of DELEGATIONS) await clerk.checkInDelegation(delegation, EACH - (delegation === '第一代表团' ? 2 : 0) - (delegation === '第八代表团' ? AWAY.length : 0));
  await screen.shows('正在签到', { 应到: 400, 实到: PRESENT, 法定人数: 267 });
  await clerk.entersHands('通过票选办法', { for: 390, against: 2, abstain: 4 });
  await clerk.entersHands('通过监票人名单', { for: 396, against: 0, abstain: 0 });

  let standing: Standing = ownStanding(url, congressId);

  // The first round: three take a printed ballot, the others a paper.
  const phone = new BoothPage(await browser.person({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }));
  await phone.enter(url, congressId, codes.get(AT_PHONE) ?? '');
  await arm(1);
  await clerk.goTo('发票与开始投票', 1);
  await unfoldsPrinted(clerk.page);
  for (const number of ON_PAPER) await handsOut(clerk.page, chief.page, number);
  await phone.isAsked('请选出 6 项');
  const hall = new Map<string, Actor>();
  const others = ROLL.map(({ number }) => number).filter((number) => number !== AT_PHONE && !AWAY.includes(number));
  await inParallel(others, 8, async (number) => hall.set(number, await actor(url, letterOf(congressId, codes.get(number) ?? '', 'real'), () => standing)));
  const drawing = others.filter((number) => !ON_PAPER.includes(number));
  await drawAll(drawing);
  await screen.shows('请领票', { 发出: 396 });
  await chief.countsHeads(PRESENT);
  await clerk.opensVoting(1);
  await phone.marks(SEVEN);
  await phone.goesToReview();
  await phone.casts();
  const casting = drawing.filter((number) => number !== LEAVES && number !== ABSTAINS);
  expect(casting).toHaveLength(390);
  await castAll(casting.map((number, index) => [number, index < 195 ? SIX : SEVEN]));
  await castAll([[ABSTAINS, []]]);
  await closed(1, 4);

  // Counted folded, keyed apart by two scrutineers once gate 1 is signed, stamped into the box.
  const counted = { 印制: '20', 剩余未用: '17', '收回（折叠）': '3' };
  await clerk.goTo('清点报告（第一关）', 1);
  for (const { page } of [clerk, second]) await countsFolded(page, counted);
  for (const { page } of [chief, second]) await signsCountReport(page, '发出 396，收回 395，实到 396，应到 400');
  await sheetOf(second.page, '录入纸质票').waitFor();
  for (const { page } of [second, third]) await keysPile(page, PAPER);
  await stampsPile(chief.page, third.page, PAPER.length);
  await counts(1, FIRST);
  const tie = [...[1, 2, 3, 4, 5].map((number) => `并列 1 ${line(number)} 394 票 暂列入选`), `并列 6 ${line(6)} 197 票 得票相等，待重新投票`, '应选线：2 项得票相等，争 1 个名额，待重新投票', `并列 6 ${line(7)} 197 票 得票相等，待重新投票`, `8 ${line(8)} 0 票 待定`];
  await screen.showsResult(tie, '应到 400　实到 396　发出 396　收回 395　有效 395（其中弃权 1）　无效 0');

  // The second round, with the same letters; whoever voted on paper now votes by device.
  await arm(2);
  await phone.isAsked('请选出 1 项');
  await phone.offers([6, 7].map((number) => `${number} 号 ${titleOf(number)}`));
  await drawAll(others);
  await screen.shows('请领票', { 发出: 396 });
  await chief.countsHeads(PRESENT);
  await clerk.opensVoting(2);
  await phone.marks([7]);
  await phone.goesToReview();
  await phone.casts();
  await castAll(others.map((number, index) => [number, index === 0 ? [] : index <= 195 ? [6] : [7]]));
  await closed(2, 0);
  await counts(2, SECOND);
  await screen.showsResult([`1 ${line(7)} 200 票 入选`, '应选线（1 项）', `2 ${line(6)} 195 票 重点工作`], '应到 400　实到 396　发出 396　收回 396　有效 396（其中弃权 1）　无效 0');

  // Announced, recounted in a reader's browser, and kept as one file that verifies.
  await clerk.publishes();
  await phone.findsBallot();
  await phone.page.getByText('前几轮的查票码').click();
  await phone.page.getByText('第 1 轮的查票码').waitFor();
  await phone.page.getByRole('link', { name: '查看公布的结果' }).click();
  const reader = new PublicPage(phone.page);
  await reader.announces(SEVEN.map(titleOf), [6, 8].map(titleOf));
  await reader.goesToRecount();
  await reader.recounts({ '第 1 轮': [...[1, 2, 3, 4, 5].map((number) => `${line(number)} 394 票`), `${line(6)} 197 票`, `${line(7)} 197 票`, `${line(8)} 0 票`], '第 2 轮': [`${line(7)} 200 票`, `${line(6)} 195 票`] });
  const verified = await promisify(execFile)('npm', ['run', '--silent', 'verify', '--', await clerk.downloadsArchive()], { cwd: CHECKOUT });
  const lines = verified.stdout.trim().split('\n');
  expect(lines.at(-1)).toBe('OK');
  expect(lines.filter((one) => one.startsWith('PASS round-1 ')).length).toBeGreaterThan(20);
  expect(lines.filter((one) => one.startsWith('PASS round-2 ')).length).toBeGreaterThan(20);

  expect(browser.faults).toEqual([]);
  expect(browser.refusals).toEqual([]);

  async function arm(round: number): Promise<void> {
    await clerk.preparesRound(round);
    await screen.shows('监票人正在核对本轮公告单', { 应到: 400, 实到: PRESENT, 发出: 0, 收回: 0 });
    const fingerprint = await screen.fingerprint();
    for (const one of scrutineers) await one.signsManifest(round, fingerprint);
    standing = await sharedStanding(url, congressId);
    // The phone that waits in the hall draws its paper at once.
    await screen.shows('请领票', { 收回: 0 });
  }

  async function drawAll(numbers: readonly string[]): Promise<void> {
    await inParallel(numbers, 8, (number) => theActor(number).draw());
  }

  async function castAll(votes: readonly (readonly [string, readonly number[]])[]): Promise<void> {
    await inParallel(votes, 8, ([number, choice]) => theActor(number).cast(choice));
  }

  function theActor(number: string): Actor {
    const found = hall.get(number);
    if (found === undefined) throw new Error(`${number} is not in the hall.`);
    return found;
  }

  /** `notCast` as the clerk is told before the countdown: papers on devices, and printed ballots that are still out. */
  async function closed(round: number, notCast: number): Promise<void> {
    await clerk.closesVoting(round, notCast);
    await screen.page.getByRole('heading', { name: '投票已截止' }).waitFor({ timeout: 75_000 });
  }

  /** From the box to the outcome, by the scrutineers' own browsers. */
  async function counts(round: number, { box, opened }: { readonly box: ShownFigures; readonly opened: ShownFigures }): Promise<void> {
    for (const one of [chief, second]) await one.signsGate1(box);
    await clerk.freezes(round);
    await chief.releasesKey();
    await second.releasesKey();
    await chief.opensBox(opened);
    await second.opensAgain(opened);
    await clerk.certifies(round);
    const places = round === 1 ? 6 : 1;
    for (const one of [second, chief]) await one.signsOutcome({ 应选数: places, ...opened });
  }
});

function nameOf(number: string): string {
  return ROLL.find((one) => one.number === number)?.name ?? '';
}

function titleOf(number: number): string {
  return TITLES[number - 1] ?? '';
}
