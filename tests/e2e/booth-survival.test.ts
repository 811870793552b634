import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { callOffClosing, startClosing } from '#shared/contract/round.ts';
import { type BoothHall, boothHall, countOf, type Latecomer } from '#tests/support/booth-hall.ts';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { until } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

/** Titles of the booth's screens. */
const CHOOSE = '请选出 6 项';
const NOT_YET = '还没有投进票箱，正在重试';
const IN_BOX = '已投进票箱';
const DRAWING = '正在领票并盖章';
const ELSEWHERE = '这份凭证的票已经在别的设备上领出';
const NOT_RECEIVED = '选票没有投进票箱';
const SIX = [1, 2, 3, 4, 5, 6];

const PAPER = '**/paper';
const BOX = '**/box/**';

let server: TestServer;
let browser: WatchedBrowser;
let hall: BoothHall;
/** Ballots that the tests before this one cast. */
let cast = 0;

beforeAll(async () => {
  server = await startTestServer();
  browser = await watchedBrowser(server.url);
  hall = await boothHall(server, { latecomers: 15, method: { tracker: 'at-cast' } });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

afterEach(async () => {
  // What a cut line or a busy server leaves on the console is the subject here; an uncaught error never is.
  const expected = /Failed to load resource|^(429|50\d) /;
  expect(browser.faults.splice(0).filter((fault) => !expected.test(fault))).toEqual([]);
  expect(await hall.received()).toBe(cast);
});

test('a reload at any point goes on where the delegate was', async () => {
  const { booth, page } = await enter(await hall.latecomer(), { on: PAPER, does: dead });
  await booth.isAsked(DRAWING);
  await page.reload();
  await booth.isAsked(DRAWING);
  await page.unroute(PAPER);
  await booth.isAsked(CHOOSE);

  await booth.marks([1, 2, 3]);
  await expect.poll(() => keptMarks(page)).toEqual([1, 2, 3]);
  await page.reload();
  await booth.isAsked(CHOOSE);
  await booth.showsMarked([1, 2, 3]);
  await booth.marks([4, 5, 6]);
  await booth.goesToReview();
  await expect.poll(() => keptMarks(page)).toEqual(SIX);
  await page.reload();
  await booth.isAsked(CHOOSE);
  await booth.showsMarked(SIX);

  await page.route(BOX, dead);
  await pressCast(booth);
  await booth.isAsked(NOT_YET);
  await page.reload();
  await booth.isAsked(NOT_YET);
  await page.unroute(BOX);
  await booth.isAsked(IN_BOX);
  cast += 1;

  const tracker = await booth.tracker();
  await page.reload();
  await booth.isAsked(IN_BOX);
  expect(await booth.tracker()).toBe(tracker);
});

test('a network that goes away at every step costs nothing, and nothing is fetched but the messages themselves', async () => {
  const device = await browser.device();
  const page = await device.newPage();
  const booth = new BoothPage(page);
  const { code } = await hall.latecomer();
  await page.goto(`${server.url}/b/${hall.meeting.congressId}`);
  await device.setOffline(true);
  await type(page, code);
  await page.getByText('连不上服务器，正在重试').waitFor();
  await page.route(PAPER, dead);
  await device.setOffline(false);
  await booth.isAsked(DRAWING);
  await device.setOffline(true);
  await page.unroute(PAPER);
  await device.setOffline(false);
  await booth.isAsked(CHOOSE);

  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await device.setOffline(true);
  await booth.marks(SIX);
  await pressCast(booth);
  await booth.isAsked(NOT_YET);
  await page.getByText('已试 2 次').waitFor();
  await device.setOffline(false);
  await booth.isAsked(IN_BOX);
  cast += 1;
  expect(fetched.filter((path) => !path.startsWith('/api/') && !path.startsWith('/box/'))).toEqual([]);
});

test('an answer lost after the commit makes no second ballot', async () => {
  const { booth, page } = await atBallot();
  const sent: (string | null)[] = [];
  await page.route(BOX, async (route) => {
    sent.push(route.request().postData());
    if (sent.length > 2) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await booth.marks(SIX);
  await pressCast(booth);
  await booth.isAsked(IN_BOX);
  cast += 1;
  expect(sent).toHaveLength(3);
  expect(new Set(sent).size).toBe(1);
});

test('a server that is busy, or a proxy that answers for it, is asked again', async () => {
  const busy = [
    { status: 503, contentType: 'application/json', body: JSON.stringify({ code: 'try-again', message: { zh: '请再试', en: 'try again' } }) },
    { status: 429, contentType: 'application/json', body: JSON.stringify({ code: 'too-many-attempts', message: { zh: '请稍候', en: 'wait' } }) },
    { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' },
  ];
  const rules = ['**/api/auth/delegate', PAPER, BOX].map((on, index) => {
    const answers = busy.slice(index, index + 1);
    const does = (route: Route) => {
      const answer = answers.shift();
      return answer === undefined ? route.continue() : route.fulfill(answer);
    };
    return { on, does };
  });
  const { booth } = await enter(await hall.latecomer(), ...rules);
  await booth.isAsked(CHOOSE);
  await booth.marks(SIX);
  await pressCast(booth);
  await booth.isAsked(IN_BOX);
  cast += 1;
});

test('a paper is taken up on another device when a scrutineer approves, and still makes one ballot', async () => {
  const who = await hall.latecomer();
  const first = await enter(who);
  await first.booth.isAsked(CHOOSE);
  const second = await enter(who);
  await second.booth.isAsked(ELSEWHERE);
  await second.page.getByRole('button', { name: '申请换到本机继续' }).click();
  await hall.decidesDeviceChange(false);
  await second.page.getByText('没有同意换设备').waitFor();
  await second.page.getByRole('button', { name: '申请换到本机继续' }).click();
  await hall.decidesDeviceChange(true);
  await second.booth.isAsked(CHOOSE);
  await second.booth.marks(SIX);
  await pressCast(second.booth);
  await second.booth.isAsked(IN_BOX);
  cast += 1;

  // The first device comes too late, and is told what stands.
  await first.booth.marks([3, 4, 5, 6, 7, 8]);
  await pressCast(first.booth);
  await first.booth.isAsked(NOT_RECEIVED);
  await first.page.getByText('这张票已经投过另一份选择，票箱只收第一份').waitFor();
});

test('three tabs with one letter draw one paper, cast one ballot and end with the same truth', async () => {
  const who = await hall.latecomer();
  const device = await browser.device();
  const tabs = await Promise.all([1, 2, 3].map(() => enterOn(device, who)));
  const [left, right, idle] = tabs;
  if (left === undefined || right === undefined || idle === undefined) throw new Error('Three tabs.');
  for (const { booth } of tabs) await booth.isAsked(CHOOSE);
  for (const [{ booth, page }, marks] of [[left, SIX], [right, [3, 4, 5, 6, 7, 8]]] as const) {
    await page.bringToFront();
    await booth.marks(marks);
    await booth.goesToReview();
  }
  // Both in the same moment: a tab in the background takes no real click, and the slower may have followed the other already.
  const presses = await Promise.all([left, right].map(({ page }) => page.getByRole('button', { name: '投出选票' }).elementHandle()));
  await Promise.all(presses.map((button) => button.dispatchEvent('click')));
  for (const { booth } of tabs) await booth.isAsked(IN_BOX);
  cast += 1;
  expect(new Set(await Promise.all(tabs.map(({ booth }) => booth.tracker()))).size).toBe(1);
  const toldOfOther = await Promise.all(tabs.map(({ page }) => page.getByText('这张票是在本机另一个页面投出的').count()));
  expect(toldOfOther.toSorted()).toEqual([0, 1, 1]);
});

test.each([['fast', 26], ['slow', -26]])('a clock %s by hours: sign-in, countdown and receipt are right', async (_how, hours) => {
  const device = await browser.device();
  await device.addInitScript((ms) => {
    const RealDate = Date;
    const now = () => RealDate.now() + ms;
    window.Date = new Proxy(RealDate, {
      construct: (target, values: readonly unknown[]): Date => (values.length === 0 ? new target(now()) : new target(String(values[0]))),
      get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }, hours * 3_600_000);
  const { booth, page } = await enterOn(device, await hall.latecomer());
  await booth.isAsked(CHOOSE);
  await page.reload();
  await booth.isAsked(CHOOSE);
  const { meeting, roundId } = hall;
  const params = { roundId };
  await meeting.api.must(startClosing, { params, body: { seconds: 60 } }, meeting.clerk);
  const started = Date.now();
  const shown = await page.getByRole('timer').getByText(/还有 \d+ 秒截止/).innerText();
  const left = 60 - (Date.now() - started) / 1_000;
  await meeting.api.must(callOffClosing, { params }, meeting.clerk);
  expect(Math.abs(Number(/\d+/.exec(shown)?.[0]) - left)).toBeLessThan(4);
  await page.getByRole('timer').waitFor({ state: 'detached' });
  await booth.marks(SIX);
  await pressCast(booth);
  await booth.isAsked(IN_BOX);
  cast += 1;
});

test('a browser that keeps nothing says so, and casts', async () => {
  const device = await browser.device();
  await device.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(window, 'indexedDB', { value: { open: refuse, deleteDatabase: refuse } });
    for (const name of ['getItem', 'setItem', 'removeItem', 'clear'] as const) Storage.prototype[name] = refuse;
    Object.defineProperty(navigator, 'locks', { value: { request: () => Promise.reject(new DOMException('Access denied.', 'SecurityError')) } });
  });
  const { booth, page } = await enterOn(device, await hall.latecomer());
  await booth.isAsked(CHOOSE);
  await page.getByText('这个浏览器不保存内容').waitFor();
  await booth.marks(SIX);
  await pressCast(booth);
  await booth.isAsked(IN_BOX);
  cast += 1;
  expect(await page.getByText('这个浏览器不保存内容').count()).toBe(0);
  await page.reload();
  await booth.isAsked('请输入投票凭证上的码');
});

test('storage that is cleared while choosing, and again while casting, costs nothing', async () => {
  const { booth, page } = await atBallot();
  await booth.marks([1, 2, 3]);
  await clearStorage(page);
  await booth.marks([4, 5, 6]);
  await clearStorage(page);
  await page.route(BOX, dead);
  await pressCast(booth);
  await booth.isAsked(NOT_YET);
  await clearStorage(page);
  await page.unroute(BOX);
  await booth.isAsked(IN_BOX);
  cast += 1;
});

test('a sign-in that runs out while the delegate waits is made again unseen', async () => {
  const who = await hall.latecomer({ checkedIn: false });
  const tokens = new Set<string>();
  const ended = new Set<string>();
  const { booth } = await enter(who, {
    on: '**/api/**',
    does: (route) => {
      const headers = route.request().headers();
      const token = headers['authorization'] ?? '';
      if (token !== '') tokens.add(token);
      return route.continue(ended.has(token) ? { headers: { ...headers, authorization: 'Bearer of.half.anhourago' } } : {});
    },
  });
  await booth.isAsked('请先到签到处签到');
  await expect.poll(() => tokens.size).toBe(1);
  for (const token of tokens) ended.add(token);
  // A new session differs from the old one by its second.
  const second = Math.floor(Date.now() / 1_000);
  await expect.poll(() => Math.floor(Date.now() / 1_000)).toBeGreaterThan(second);
  await hall.checkIn(who);
  await booth.isAsked(CHOOSE);
  expect(tokens.size).toBeGreaterThan(1);
});

test('the close is told plainly: while choosing, while a cast is retried, and to a ballot whose answer was lost', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const choosing = await atBallot();
  await choosing.booth.marks([1, 2]);
  const retrying = await atBallot();
  await retrying.page.route(BOX, dead);
  await retrying.booth.marks(SIX);
  await pressCast(retrying.booth);
  await retrying.booth.isAsked(NOT_YET);
  const unanswered = await atBallot();
  await unanswered.page.route(BOX, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await unanswered.booth.marks(SIX);
  await pressCast(unanswered.booth);
  await unanswered.booth.isAsked(NOT_YET);
  cast += 1;

  const { meeting, roundId } = hall;
  await meeting.api.must(startClosing, { params: { roundId }, body: { seconds: 1 } }, meeting.clerk);
  await until(meeting, roundId, ({ state }) => state === 'closed');
  await choosing.booth.isAsked('本轮投票已经截止');
  await choosing.page.getByText('记为“未收回”，不算弃权').waitFor();
  await retrying.booth.isAsked(NOT_YET);
  await retrying.page.unroute(BOX);
  await retrying.booth.isAsked(NOT_RECEIVED);
  await retrying.page.getByText('投票截止时，票箱还没有收到这张票').waitFor();
  await unanswered.page.unroute(BOX);
  await unanswered.booth.isAsked(IN_BOX);

  // What was cast in all these ways is in the box once each.
  expect((await countOf(hall)).received).toBe(cast);
});

type Rule = { readonly on: string; readonly does: (route: Route) => Promise<void> };
type Seat = { readonly booth: BoothPage; readonly page: Page };

/** The line is dead, though the browser does not know. */
function dead(route: Route): Promise<void> {
  return route.abort();
}

/** A delegate at a device of their own, the letter typed. */
async function enter(who: Latecomer, ...rules: readonly Rule[]): Promise<Seat> {
  return enterOn(await browser.device(), who, ...rules);
}

async function enterOn(device: BrowserContext, { code }: Latecomer, ...rules: readonly Rule[]): Promise<Seat> {
  const page = await device.newPage();
  for (const { on, does } of rules) await page.route(on, does);
  await page.goto(`${server.url}/b/${hall.meeting.congressId}`);
  await type(page, code);
  return { booth: new BoothPage(page), page };
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '凭证码' }).fill(code);
  await page.getByRole('button', { name: '进入投票间' }).click();
}

async function atBallot(): Promise<Seat> {
  const seat = await enter(await hall.latecomer());
  await seat.booth.isAsked(CHOOSE);
  return seat;
}

async function pressCast(booth: BoothPage): Promise<void> {
  await booth.goesToReview();
  await booth.page.getByRole('button', { name: '投出选票' }).click();
}

/** The marks that the device has on its disk: writing them takes a moment. */
async function keptMarks(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) => new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
    const database = await answered<IDBDatabase>(indexedDB.open('booth'));
    const [record] = await answered<unknown[]>(database.transaction('rounds').objectStore('rounds').getAll());
    database.close();
    return typeof record === 'object' && record !== null && 'selection' in record ? record.selection : null;
  });
}

/** As when a cleaner app or the settings remove a site's data. */
async function clearStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    sessionStorage.clear();
    localStorage.clear();
    await new Promise((done) => {
      indexedDB.deleteDatabase('booth').onsuccess = done;
    });
  });
}
