import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { readCodeOf } from '#shared/ballot-paper/secret-code.ts';
import { readRehearsal } from '#shared/contract/rehearsal.ts';
import { addDelegate, countLetters } from '#shared/contract/roll.ts';
import { enterHall } from '#scripts/simulation/hall.ts';
import { actor } from '#tests/support/actor.ts';
import { api } from '#tests/support/api.ts';
import { looksRight } from '#tests/support/looks-right.ts';
import { filmCode } from '#tests/support/camera-film.ts';
import { readCode128 } from '#tests/support/code-128-reading.ts';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { ScrutineerPage } from '#tests/support/pages/scrutineer-page.ts';
import { pixelsOf } from '#tests/support/picture-pixels.ts';
import { aPreparation } from '#tests/support/preparation.ts';
import type { Preparation } from '#tests/support/preparation.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { picture, watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const ORIGIN = 'https://vote.ningwei.example';
const DESK = '扫凭证外面的码，或输入代表证号后按回车';
const PEOPLE = ['陈正', '李明', '周芳', '沈阿婆', '吴梅'];

let server: TestServer;
let browser: WatchedBrowser;
let folder: string;
let film: string;

beforeAll(async () => {
  server = await startTestServer({ publicOrigin: ORIGIN });
  folder = await mkdtemp(join(tmpdir(), 'vote-letters-'));
  film = join(folder, 'camera.y4m');
  browser = await watchedBrowser(server.url, ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  expect(browser.faults.splice(0)).toEqual([]);
  browser.refusals.splice(0);
});

test('letters are printed in every layout, made anew after a jam, registered without their secrets, and used at the desk', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const preparation = await aPreparation(server);
  const { congressId, params, clerk: token } = preparation;
  for (const [index, name] of PEOPLE.entries()) {
    await api(server.url).must(addDelegate, { params, body: { number: `00${String(index + 1)}`, name, delegation: '第一代表团' } }, token);
  }
  const clerk = await aClerk(preparation);
  const { page } = clerk;
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));

  // One batch in all three layouts: what a scanner and a phone read from the paper.
  await clerk.goTo('投票凭证');
  expect(await page.getByText('只有这台电脑自己打得开').count()).toBe(0);
  await page.getByRole('button', { name: '为第一代表团生成 5 份凭证' }).click();
  const printed: string[] = [];
  for (const [layout, pages] of [['折叠式，一页一份', 5], ['折叠式，一页两份（中间裁开）', 3], ['信封式，外页和内页分开，按证号配对', 4]] as const) {
    await page.getByRole('combobox', { name: '版式' }).selectOption({ label: layout });
    await page.getByText(`5 份凭证，共 ${String(pages)} 页 A4。`).waitFor();
    await onPaper(page, async (paper) => {
      expect(await paper.locator('.letter-page').count()).toBe(pages);
      const outside = paper.locator('.letter-outside').nth(2);
      expect(await seenQr(outside.locator('.letter-number .qr-code'))).toBe('RVN:003');
      expect(readCode128(pixelsOf(await outside.locator('.bar-code').screenshot()))).toBe('RVN:003');
      expect(await seenQr(outside.locator('.letter-booth .qr-code'))).toBe(`${ORIGIN}/b/${congressId}`);
      const inside = paper.locator('.letter-inside').nth(2);
      expect(await inside.innerText()).toContain('与外页同号：003');
      const secret = await inside.locator('.letter-secret').innerText();
      expect(await seenQr(inside.locator('.qr-code'))).toBe(`RV1:${secret.replaceAll(/[^0-9A-Z]/g, '')}`);
      printed.push(secret);
      for (const part of [outside, inside]) expect(await part.innerText()).toContain('不得委托他人投票');
      expect(await cutOff(paper)).toEqual([]);
    });
    await picture(page, `letters-${String(pages)}-pages`);
  }
  expect(new Set(printed).size).toBe(1);
  await looksRight(page, 'letters that wait');

  // Left and returned to; then the printer jammed: nothing of the first print ever works.
  await clerk.goTo('代表名册');
  await page.getByText('第一代表团的 5 份凭证还没有登记').first().waitFor();
  await page.getByRole('link', { name: '回到投票凭证' }).click();
  await clerk.confirm('卡纸或印坏：丢弃并重新生成这批', '确认丢弃并重新生成');
  await page.getByText('5 份凭证，共 4 页 A4。').waitFor();
  const codes = await onPaper(page, (paper) => paper.locator('.letter-secret').allInnerTexts());
  expect(codes).not.toContain(printed[0]);
  // The answer of the registration is lost: pressed once more, the same batch is registered, once.
  await losesAnswer(page, '**/letters');
  await clerk.confirm('打印无误，登记这批凭证', '确认登记凭证');
  await page.getByText('已重新连上。请看本页的最新情况').waitFor();
  await clerk.confirm('打印无误，登记这批凭证', '确认登记凭证');
  await page.getByText('已登记 5 份凭证，页面里的密码已清除。').waitFor();
  expect(await page.locator('.letters').count()).toBe(0);
  expect(await counted(preparation)).toMatchObject({ made: 5, unaccounted: 5 });
  for (const code of [...codes, ...printed]) {
    const read = readCodeOf('real', code);
    const secret = read.ok ? toBase64url(read.secret) : 'unreadable';
    expect(sent.filter((one) => one.includes(secret) || one.includes(code.replaceAll(/[^0-9A-Z]/g, '')))).toEqual([]);
  }

  // The desk: a scanner quicker than the network, then one that types while the focus is elsewhere.
  await clerk.goTo('签到');
  const desk = page.getByRole('textbox', { name: DESK });
  await desk.focus();
  await page.keyboard.type('RVN:001\nRVN:002\n');
  await clerk.hallShows({ 实到: 2 });
  expect(await desk.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: '陈正 离场' }).focus();
  await page.keyboard.type('RVN:003\n');
  await clerk.hallShows({ 实到: 3 });
  await page.getByText('003 周芳（第一代表团）已签到。').waitFor();

  // The camera: the address is not the number, and a secret is thrown away.
  await filmCode(film, `${ORIGIN}/b/${congressId}`);
  await page.getByRole('button', { name: '用这台设备的摄像头扫码' }).click();
  await page.getByText('这是投票页面的地址。').waitFor();
  await looksRight(page, 'check-in with the camera');
  await watchInstead(page, `RV1:${(codes[3] ?? '').replaceAll(/[^0-9A-Z]/g, '')}`);
  await page.getByText('刚才读入的是凭证里面的密码，已丢弃').waitFor();
  await watchInstead(page, 'RVN:004');
  await page.getByText('004 沈阿婆（第一代表团）已签到。').waitFor();
  await page.getByRole('button', { name: '关闭摄像头' }).click();
  await clerk.hallShows({ 实到: 4 });
  expect(sent.filter((one) => codes.some((code) => one.includes(code.replaceAll(/[^0-9A-Z]/g, ''))))).toEqual([]);

  // Four are handed out; the last one is counted and sealed, and the register adds up.
  await clerk.goTo('投票凭证');
  await page.getByText('制作 5，发放 4，封存 0，作废 0：还有 1 份没有着落').waitFor();
  await clerk.confirm('封存没有发放的 1 份', '已点清，确认封存');
  await page.getByText('制作 5 = 发放 4 + 封存 1 + 作废 0').waitFor();
  forgetLostAnswers();
});

test('a letter is made anew after arming: printed, signed for by the chief; the old one is refused with the reason, the new one draws', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { url } = server;
  const hall = await enterHall(url, { delegates: 6, scrutineers: 3, threshold: 2 }, null);
  const congressId = hall.congress.id;
  await hall.clerk.checkIn(hall.delegates.map(({ number }) => number));
  await hall.clerk.adopt(6);
  const { id: roundId } = await hall.clerk.prepareRound();
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(roundId);
  const chief = new ScrutineerPage(await browser.person());
  await chief.useRehearsalSheet(url, congressId, 0);
  const clerk = new ClerkPage(await browser.person());
  await clerk.useRehearsalAccount(url, congressId);
  const { page } = clerk;
  await clerk.goTo('发票与开始投票', 1);
  await page.getByText('凭证：制作 6 = 发放 6 + 封存 0 + 作废 0').waitFor();
  await page.locator('summary').filter({ hasText: '纸质票' }).click();
  const reissue = page.getByRole('region', { name: '备票后换发凭证', exact: true });
  const ask = async (number: string) => {
    await reissue.getByRole('textbox', { name: '换发原因' }).fill('凭证遗失');
    await reissue.getByRole('searchbox').fill(number);
    await reissue.getByRole('button', { name: /生成新凭证并请总监票人签字$/ }).click();
  };

  // The answer is lost, the request arrived: the letter that the chief may sign is still there to be printed.
  const old = await offeredCode(congressId, '006');
  await losesAnswer(page, '**/reissues');
  await ask('006');
  await reissue.getByText('1 份凭证，共 1 页 A4。').waitFor();
  expect(await reissue.innerText()).not.toMatch(/[0-9A-Z]{4}[ -][0-9A-Z]{4}[ -][0-9A-Z]{4}/);
  const code = await onPaper(page, async (paper) => {
    expect(await seenQr(paper.locator('.letter-number .qr-code'))).toBe('RVN:006');
    return paper.locator('.letter-secret').innerText();
  });
  // Left and returned to: it is still there to be printed.
  await clerk.goTo('签到');
  await page.getByRole('link', { name: '账号', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '账号' }).waitFor();
  await clerk.goTo('发票与开始投票', 1);
  await page.locator('summary').filter({ hasText: '纸质票' }).click();
  await reissue.getByText('1 份凭证，共 1 页 A4。').waitFor();
  await looksRight(page, 'a letter made anew');
  await reissue.getByRole('button', { name: '已打印，清除' }).click();

  const request = chief.page.getByRole('region', { name: /^换发凭证：006 / });
  await request.getByRole('button', { name: /^为 .+ 签字$/ }).click();
  await reissue.getByText('本轮已换发凭证 1 份').waitFor();
  await page.getByText('凭证：制作 7 = 发放 6 + 封存 0 + 作废 1').waitFor();

  const refused = new BoothPage(await browser.person());
  await refused.enter(url, congressId, old);
  await refused.page.getByText('这份投票凭证已作废，不能再用，通常是已换发新凭证。').first().waitFor();

  // The rehearsal offers the new letter; it is the printed one, and it draws.
  const booth = new BoothPage(await browser.person());
  await booth.enterRehearsal(url, congressId, '006');
  await booth.isAsked('请选出 6 项');
  expect(await offeredCode(congressId, '006')).toBe(`RVT:${code.replaceAll(/[^0-9A-Z]/g, '')}`);

  await ask('006');
  await reissue.getByRole('alert').getByText('这位代表已用这份投票凭证领票，本轮内不能更换或作废。').waitFor();

  // The mark of one who drew stands; a wrong person is a case for the chief.
  const [first] = hall.delegates;
  if (first !== undefined) await (await actor(url, first.letter)).draw();
  await clerk.goTo('签到');
  await clerk.confirm('撤销 代表001 的签到', '确认撤销签到');
  await page.getByText('如果签错了人，领票的就是另一个人：请立即报告总监票人').first().waitFor();
  forgetLostAnswers();
});

/** The next request arrives, and no answer comes back. */
async function losesAnswer(page: Page, path: string): Promise<void> {
  await page.route(path, async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
}

function forgetLostAnswers(): void {
  expect(browser.faults.splice(0).filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
}

async function aClerk({ congressId }: Preparation): Promise<ClerkPage> {
  const page = await browser.person({ permissions: ['camera'], deviceScaleFactor: 2 });
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BarcodeDetector'));
  await page.goto(`${server.url}/console/${congressId}`);
  await page.getByRole('textbox', { name: '姓名' }).fill('王工');
  await page.getByLabel('密码', { exact: true }).fill('a long password');
  await page.getByRole('button', { name: '登录控制台' }).click();
  await page.getByRole('navigation', { name: '会议流程' }).waitFor();
  return new ClerkPage(page);
}

/** As the printer gets it; on the screen no letter is seen. */
async function onPaper<T>(page: Page, read: (paper: Locator) => Promise<T>): Promise<T> {
  const paper = page.locator('.letters');
  expect(await paper.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  await paper.waitFor();
  const value = await read(paper);
  await page.emulateMedia({ media: null });
  return value;
}

/** Parts of a sheet whose words or codes do not fit into it. */
function cutOff(paper: Locator): Promise<readonly string[]> {
  return paper.locator('.letter, .letter-part').evaluateAll((parts) =>
    parts.filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1).map((part) => `${part.getAttribute('class') ?? ''} ${String(part.scrollHeight)} of ${String(part.clientHeight)}`),
  );
}

/** What a phone reads from the picture of a code. */
async function seenQr(code: Locator): Promise<string> {
  return decodeQR(pixelsOf(await code.screenshot()));
}

async function watchInstead(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '关闭摄像头' }).click();
  await filmCode(film, text);
  await page.getByRole('button', { name: '用这台设备的摄像头扫码' }).click();
}

function counted({ params, clerk }: Preparation) {
  return api(server.url).must(countLetters, { params }, clerk);
}

/** The code of the letter that the rehearsal offers for this delegate now. */
async function offeredCode(congressId: string, number: string): Promise<string> {
  const { letters } = await api(server.url).must(readRehearsal, { params: { congressId } });
  return letters.find((one) => one.number === number)?.code ?? '';
}
