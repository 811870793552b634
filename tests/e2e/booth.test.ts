import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { CROCKFORD } from '#shared/ballot-paper/crockford.ts';
import { suspectGroup } from '#shared/ballot-paper/mistyped-code.ts';
import { codeOf } from '#shared/ballot-paper/secret-code.ts';
import { enterHall } from '#scripts/simulation/hall.ts';
import type { Hall, HallDelegate } from '#scripts/simulation/hall.ts';
import { close, count } from '#scripts/simulation/one-round.ts';
import { actor } from '#tests/support/actor.ts';
import { looksRight } from '#tests/support/looks-right.ts';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const PHONE = { width: 360, height: 640 };
const TABLET = { width: 820, height: 1180 };
const SIX = [1, 2, 4, 5, 6, 7];

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
  // The line that a test cuts is its subject; everything else on the console is a fault.
  expect(browser.faults.splice(0).filter((fault) => !fault.includes('net::ERR_FAILED'))).toEqual([]);
  expect(browser.refusals.splice(0)).toEqual([]);
});

test('a delegate goes the whole way, on a phone and on a tablet, and every screen reads well in every appearance', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await enterHall(server.url, { delegates: 6, scrutineers: 3, threshold: 2 }, null);
  const [first, second, third, fourth, ...others] = hall.delegates;
  const phone = new BoothPage(await browser.person({ viewport: PHONE, hasTouch: true, isMobile: true }));
  const tablet = new BoothPage(await browser.person({ viewport: TABLET }));
  const { page } = phone;
  const seen = (what: string) => looksRight(page, what);

  await page.goto(`${server.url}/b/${hall.congress.id}`);
  await phone.isAsked('请输入投票凭证上的码');
  await seen('letter');
  await phone.enter(server.url, hall.congress.id, codeFor(first));
  await phone.isAsked('请先到签到处签到');
  await seen('check-in');
  await hall.clerk.checkIn(hall.delegates.map(({ number }) => number));
  await hall.clerk.adopt(hall.delegates.length);
  await phone.isAsked('还没有开始准备投票');
  await seen('no round');
  const { id: roundId } = await hall.clerk.prepareRound();
  await phone.isAsked('本轮还在准备');
  await seen('not armed');
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(roundId);
  await phone.isAsked('请选出 6 项');
  await page.getByText('票已领到。投票还没有开始').waitFor();

  // The same letter on a second device.
  const elsewhere = new BoothPage(await browser.person({ viewport: TABLET }));
  await elsewhere.enter(server.url, hall.congress.id, codeFor(first));
  await elsewhere.isAsked('这份凭证的票已经在别的设备上领出');
  await looksRight(elsewhere.page, 'elsewhere');

  await tablet.enter(server.url, hall.congress.id, codeFor(second));
  await tablet.isAsked('请选出 6 项');
  const abstainer = new BoothPage(await browser.person({ viewport: PHONE }));
  await abstainer.enter(server.url, hall.congress.id, codeFor(third));
  await abstainer.isAsked('请选出 6 项');
  const late = new BoothPage(await browser.person({ viewport: PHONE }));
  await late.enter(server.url, hall.congress.id, codeFor(fourth));
  await late.isAsked('请选出 6 项');
  for (const { letter } of others) await (await actor(server.url, letter)).draw();
  await hall.scrutineers[0]?.enterHeadCount(roundId, hall.delegates.length);
  await hall.clerk.open(roundId);

  // Six marks; the seventh is refused in a sentence, each time anew, and nothing that was marked is lost.
  await page.getByText('票已领到。投票还没有开始').waitFor({ state: 'detached' });
  await phone.marks([1, 2, 4]);
  await phone.saysNotInBox();
  await page.getByText('还需选 3 项').waitFor();
  await page.getByRole('button', { name: '选好了，去核对' }).click();
  await page.getByRole('alert').getByText('还不能核对：应选 6 项，已选 3 项。请再选 3 项。').waitFor();
  await phone.marks([5, 6, 7, 8]);
  await page.getByRole('alert').getByText('没有选上，因为已经选满 6 项').waitFor();
  await phone.showsMarked(SIX);
  await seen('ballot with the seventh mark refused');
  await phone.barIsInSight();
  await phone.goesToReview();
  await phone.saysNotInBox();
  await seen('review');

  // The line is cut at the last step: it is said in words, tried again, and then it is in the box.
  await page.route('**/box/**', (route) => route.abort());
  await page.getByRole('button', { name: '投出选票' }).click();
  await phone.isAsked('还没有投进票箱，正在重试');
  await phone.saysNotInBox();
  await seen('casting again');
  await page.unroute('**/box/**');
  await phone.isAsked('已投进票箱');
  expect(await page.locator('.not-in-box').count()).toBe(0);
  await page.getByText('这一轮您已经投完').waitFor();
  expect(await phone.fingerprintOfReceipt()).toBe(await phone.fingerprint());
  await seen('receipt');

  // On the tablet all in English, cards in two columns.
  await voteInEnglish(tablet.page);
  await looksRight(tablet.page, 'receipt on a tablet');

  // An abstention stands apart and is confirmed; going back keeps the marks.
  await abstainer.marks([3]);
  await abstainer.page.getByRole('button', { name: '我要弃权' }).click();
  await abstainer.isAsked('您要弃权，投一张空白票吗？');
  await abstainer.saysNotInBox();
  await looksRight(abstainer.page, 'abstention');
  await abstainer.page.getByRole('button', { name: '返回选择项目' }).click();
  await abstainer.showsMarked([3]);
  await abstainer.abstains();

  await late.marks([1, 2]);
  await close(hall, roundId);
  await late.isAsked('本轮投票已经截止');
  await late.page.getByText('所以没有投进票箱').waitFor();
  await looksRight(late.page, 'closed before casting');
  await count(hall, roundId);
  await phone.findsBallot();
  await phone.tracker();
  await seen('ballot found');
});

async function voteInEnglish(page: Page): Promise<void> {
  await page.getByRole('group', { name: '语言' }).getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Select 6 projects' }).waitFor();
  const [one, two] = await Promise.all([1, 2].map((number) => page.getByRole('button', { name: new RegExp(`^No\\. ${String(number)}`) }).boundingBox()));
  expect(one?.y).toBe(two?.y);
  for (const number of SIX) await page.getByRole('button', { name: new RegExp(`^No\\. ${String(number)}`) }).click();
  await page.getByText('Selected 6 / 6').waitFor();
  await page.getByText('Not in the ballot box yet').waitFor();
  await looksRight(page, 'ballot');
  await page.evaluate(chooseEnglish);
  await page.getByRole('button', { name: 'Done, review it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Please review. Nothing is cast yet' }).waitFor();
  await looksRight(page, 'review');
  await page.evaluate(chooseEnglish);
  await page.getByRole('button', { name: 'Cast the ballot' }).click();
  await page.getByRole('heading', { level: 1, name: 'In the ballot box' }).waitFor();
}

/** As another tab of the browser would. */
function chooseEnglish(): void {
  localStorage.setItem('language', 'en');
  window.dispatchEvent(new StorageEvent('storage', { key: 'language' }));
}

test('the whole way with the keyboard alone, the focus always in sight', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await enterHall(server.url, { delegates: 6, scrutineers: 3, threshold: 2 }, null);
  const roundId = await openForTheLast(hall);
  const booth = new BoothPage(await browser.person({ viewport: PHONE }));
  const { page } = booth;
  const { keyboard } = page;
  const tabTo = async (name: string | RegExp) => {
    const target = page.getByRole('button', { name });
    for (let presses = 0; presses < 60; presses += 1) {
      await keyboard.press('Tab');
      await booth.focusIsInSight();
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab never came to ${String(name)}.`);
  };
  await page.goto(`${server.url}/b/${hall.congress.id}`);
  await booth.isAsked('请输入投票凭证上的码');
  await tabTo('用摄像头扫码');
  await keyboard.press('Tab');
  await keyboard.type(codeFor(hall.delegates[5]).toLowerCase());
  await keyboard.press('Enter');
  await booth.isAsked('请选出 6 项');
  for (const number of SIX) {
    await tabTo(new RegExp(`^${String(number)} 号`));
    await keyboard.press('Space');
  }
  await tabTo('选好了，去核对');
  await keyboard.press('Enter');
  await booth.isAsked('请核对，现在还没有投出');
  await tabTo('投出选票');
  await keyboard.press('Enter');
  await booth.isAsked('已投进票箱');
  await expect.poll(async () => (await hall.clerk.readRound(roundId)).received, { timeout: 10_000 }).toBe(1);
});

test('a code is typed in any form, and a mistake is pointed to', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await enterHall(server.url, { delegates: 5, scrutineers: 3, threshold: 2 }, null);
  const booth = new BoothPage(await browser.person({ viewport: PHONE }));
  const { page } = booth;
  const code = codeFor(hall.delegates[4]);
  const { typed, group } = oneMistake(code);
  await page.goto(`${server.url}/b/${hall.congress.id}`);
  const field = page.getByRole('textbox', { name: '凭证码' });

  // Grouping while one types, small letters and O for 0; backspace takes characters, never sticks at a gap.
  await field.pressSequentially(code.slice(0, 10).toLowerCase().replaceAll('0', 'o'));
  expect(await field.inputValue()).toBe(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8, 10)}`);
  for (let presses = 0; presses < 3; presses += 1) await field.press('Backspace');
  expect(await field.inputValue()).toBe(`${code.slice(0, 4)} ${code.slice(4, 7)}`);
  await page.getByRole('button', { name: '进入投票间' }).click();
  await page.getByRole('alert').getByText('还差 21 个字符').waitFor();
  // In the middle the caret stays where one types.
  await field.fill(code.slice(0, 2) + code.slice(4, 9));
  await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(2, 2));
  await field.pressSequentially(code.slice(2, 4));
  expect(await field.inputValue()).toBe(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8, 9)}`);

  // One mistake: its group is named, in words too, and a touch marks it for typing it again.
  await field.fill(typed);
  await page.getByRole('alert').getByText(`请对照第 ${String(group)} 组`).waitFor();
  await looksRight(page, 'letter with a mistake');
  await page.getByRole('button', { name: `第 ${String(group)} 组，请对照` }).click();
  await page.keyboard.type(code.slice((group - 1) * 4, group * 4));
  await page.getByText('凭证码核对无误').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: '第 1 组' }).count()).toBe(0);

  // Mistakes that point nowhere: all groups are to be compared.
  await field.fill(mistakesInMany(code));
  await page.getByRole('alert').getByText('一组一组对照').waitFor();
  expect(await page.getByRole('button', { name: /^第 \d 组/ }).count()).toBe(7);
  await field.fill(`${code}77`);
  await page.getByText('多了 2 个字符').waitFor();

  // A paste of the whole printed line, as a keyboard scanner sends it: prefix, hyphens, Enter.
  await field.fill(`RVT: ${code.match(/.{4}/g)?.join('-') ?? ''}`);
  await page.getByText('凭证码核对无误').waitFor();
  await field.press('Enter');
  await booth.isAsked('请先到签到处签到');
});

test('size, theme, contrast, movement and language are remembered by the device', async () => {
  const page = await browser.person({ viewport: PHONE });
  const attributes = () => page.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    return [lang, dataset['textSize'], dataset['theme'], dataset['contrast'], dataset['motion']];
  });
  const choose = (group: string, name: string) => page.getByRole('group', { name: group }).getByRole('button', { name, exact: true }).click();
  await page.goto(`${server.url}/b`);
  await page.getByRole('button', { name: '字号与显示' }).click();
  await looksRight(page, 'the open panel');
  await choose('字号', '特大');
  await choose('明暗', '深色');
  await choose('对比度', '高');
  await choose('动画', '无');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('group', { name: '明暗' }).count()).toBe(0);
  await page.getByRole('button', { name: 'English' }).click();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Enter the code of your credential letter' }).waitFor();
  expect(await attributes()).toEqual(['en', 'largest', 'dark', 'high', 'still']);
  // Other pages of this device look the same.
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Text and display' }).click();
  await page.getByRole('group', { name: 'Text size' }).getByRole('button', { name: 'Largest', pressed: true }).waitFor();
  expect(await attributes()).toEqual(['en', 'largest', 'dark', 'high', 'still']);
  // No voice of its own: nothing is offered that would not speak.
  await page.goto(`${server.url}/b`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: 'Read aloud' }).count()).toBe(0);
});

test('a browser with a voice reads project by project and never a mark', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const hall = await enterHall(server.url, { delegates: 6, scrutineers: 3, threshold: 2 }, null);
  await openForTheLast(hall);
  const device = await browser.device({ viewport: PHONE });
  await device.addInitScript(giveVoice);
  const booth = new BoothPage(await device.newPage());
  const { page } = booth;
  await booth.enter(server.url, hall.congress.id, codeFor(hall.delegates[5]));
  await booth.isAsked('请选出 6 项');
  await booth.marks(SIX);
  await page.getByRole('button', { name: '朗读' }).click();
  await page.getByRole('button', { name: '朗读', exact: true, pressed: false }).waitFor();
  const said = await page.evaluate(() => (document.documentElement.dataset['said'] ?? '').split('\n'));
  expect(said[0]).toBe('zh-CN 请选出 6 项');
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) expect(said.filter((line) => line.startsWith(`zh-CN ${String(number)} 号`))).toHaveLength(1);
  expect(said.join('')).not.toMatch(/已选，|，已选\n|✓/);
  expect(said.at(-1)).toContain('为了保密');
  await booth.goesToReview();
  await page.getByRole('button', { name: '朗读' }).click();
  await page.getByRole('button', { name: '朗读', exact: true, pressed: false }).waitFor();
  const review = await page.evaluate((before) => (document.documentElement.dataset['said'] ?? '').split('\n').slice(before), said.length);
  expect(review.join('')).toContain('请核对');
  expect(review.join('')).not.toMatch(/\d 号/);
});

/** This machine has no voice: one that notes what it is given and is quick. */
function giveVoice(): void {
  const voice = { lang: 'zh-CN', localService: true, default: true, name: '测试', voiceURI: 'test' };
  const speak = (said: { text: string; lang: string; onend: () => void }) => {
    const { dataset } = document.documentElement;
    dataset['said'] = [...(dataset['said'] ?? '').split('\n').filter((line) => line !== ''), `${said.lang} ${said.text}`].join('\n');
    queueMicrotask(() => said.onend());
  };
  const synthesis = { getVoices: () => [voice], addEventListener: () => undefined, removeEventListener: () => undefined, cancel: () => undefined, speak };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
}

/** Voting is open, the others have drawn, and the last delegate of the roll has just been checked in. */
async function openForTheLast(hall: Hall): Promise<string> {
  const present = hall.delegates.slice(0, -1);
  const last = hall.delegates.slice(-1);
  await hall.clerk.checkIn(present.map(({ number }) => number));
  await hall.clerk.adopt(present.length);
  const { id } = await hall.clerk.prepareRound();
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(id);
  await Promise.all(present.map(async ({ letter }) => (await actor(server.url, letter)).draw()));
  await hall.scrutineers[0]?.enterHeadCount(id, present.length);
  await hall.clerk.open(id);
  await hall.clerk.checkIn(last.map(({ number }) => number));
  return id;
}

function codeFor(delegate: HallDelegate | undefined): string {
  if (delegate === undefined) throw new Error('The hall has no such delegate.');
  return codeOf(delegate.letter.secret, 'rehearsal');
}

/** The code with one character changed so that its group is found. */
function oneMistake(code: string): { readonly typed: string; readonly group: number } {
  for (let at = 9; at < code.length; at += 1) {
    for (const character of CROCKFORD) {
      const typed = code.slice(0, at) + character + code.slice(at + 1);
      const group = character === code[at] ? null : suspectGroup(typed, ['rehearsal']);
      if (group !== null) return { typed, group };
    }
  }
  throw new Error('No single mistake of this code is found.');
}

/** The code with mistakes in several groups, of which none is pointed to. */
function mistakesInMany(code: string): string {
  for (const first of CROCKFORD) {
    for (const second of CROCKFORD) {
      const typed = first + code.slice(1, 20) + second + code.slice(21);
      if (first !== code[0] && second !== code[20] && suspectGroup(typed, ['rehearsal']) === null) return typed;
    }
  }
  throw new Error('Every pair of mistakes points somewhere.');
}
