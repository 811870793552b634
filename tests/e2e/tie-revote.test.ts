import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { readCongress } from '#shared/contract/congress.ts';
import type { CongressSummary } from '#shared/contract/congress.ts';
import { enterHall } from '#scripts/simulation/hall.ts';
import type { Hall } from '#scripts/simulation/hall.ts';
import { count } from '#scripts/simulation/one-round.ts';
import { actor } from '#tests/support/actor.ts';
import type { Actor } from '#tests/support/actor.ts';
import { api } from '#tests/support/api.ts';
import { BoothPage } from '#tests/support/pages/booth-page.ts';
import { ClerkPage } from '#tests/support/pages/clerk-page.ts';
import { OfficePage } from '#tests/support/pages/office-page.ts';
import { PublicPage } from '#tests/support/pages/public-page.ts';
import { ScreenPage } from '#tests/support/pages/screen-page.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { picture, watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

/** Twelve ballots: five projects by all; the sixth place goes to 6 and to 7 five times each. */
const FIRST_ROUND = [6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8].map((last) => [1, 2, 3, 4, 5, last]);
/** The tied two again, for the one place left: 6 gets four, 7 gets seven, one delegate abstains. */
const SECOND_ROUND = [[6], [6], [6], [6], [], [7], [7], [7], [7], [7], [7], [7]];
/** The delegate at the browser is the last of the twelve. */
const AT_BROWSER = 11;
const EVERYONE = { 应到: 12, 实到: 12, 发出: 12 };

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

test('two projects tie for the last place and are voted on again with the same letters', async () => {
  onTestFailed(async () => console.log(await browser.describe()));
  const { url } = server;
  const hall = await enterHall(url, { delegates: 12, scrutineers: 3, threshold: 2 }, null);
  const congressId = hall.congress.id;
  await hall.clerk.checkIn(hall.delegates.map(({ number }) => number));
  await hall.clerk.adopt(12);
  const { projects } = await api(url).must(readCongress, { params: { congressId } });
  const title = (number: number) => projects.find((project) => project.number === number)?.title ?? '';
  const line = (number: number) => `${number}. ${title(number)}`;
  const numbered = (numbers: readonly number[], word: string) => numbers.map((number) => `${word}${number} 号 ${title(number)}`);

  const clerk = new ClerkPage(await browser.person());
  const screen = new ScreenPage(await browser.person({ viewport: { width: 1920, height: 1080 } }));
  const booth = new BoothPage(await browser.person());
  await clerk.useRehearsalAccount(url, congressId);
  await screen.open(url, congressId);
  await booth.enterRehearsal(url, congressId, hall.delegates[AT_BROWSER]?.number ?? '');
  await booth.isAsked('还没有开始准备投票');
  const others = await Promise.all(hall.delegates.slice(0, AT_BROWSER).map(({ letter }) => actor(url, letter)));

  // The first round ends in a tie across the cut-off.
  await clerk.preparesRound(1);
  const first = await armed(hall);
  await booth.isAsked('请选出 6 项');
  await drawAndOpen(clerk, hall, first, others);
  await castAll(others, FIRST_ROUND);
  await booth.marks(FIRST_ROUND[AT_BROWSER] ?? []);
  await booth.goesToReview();
  await booth.casts();
  await clerk.hallShows({ ...EVERYONE, 收回: 12 });
  await clerk.closesVoting(1, 0, true);
  await screen.shows('投票已截止', { ...EVERYONE, 收回: 12 });
  const tied = await count(hall, first.id);
  expect(tied.outcome).toMatchObject({ selected: [1, 2, 3, 4, 5], tied: [6, 7], placesLeft: 1, keyWork: [], final: false, next: 'revote' });
  await screen.showsResult(
    [
      ...[1, 2, 3, 4, 5].map((number) => `并列 1 ${line(number)} 12 票 暂列入选`),
      `并列 6 ${line(6)} 5 票 得票相等，待重新投票`,
      '应选线：2 项得票相等，争 1 个名额，待重新投票',
      `并列 6 ${line(7)} 5 票 得票相等，待重新投票`,
      `8 ${line(8)} 2 票 待定`,
    ],
    '应到 12　实到 12　发出 12　收回 12　有效 12（其中弃权 0）　无效 0',
  );
  await screen.page.getByText('本轮已签字确认；还要再投一轮，最终结果以后公布').waitFor();
  await picture(screen.page, 'screen-tie');

  // The office and the public see nothing before the last round is certified.
  const office = new OfficePage(await browser.person());
  await office.useRehearsalAccount(url, congressId);
  await office.seesNothingYet();

  // The console offers the next round: the tied two for the one place left.
  await clerk.page.getByRole('heading', { name: '第 2 轮' }).first().waitFor();
  await clerk.preparesRound(2);
  await clerk.page.getByRole('heading', { name: '第 2 轮 · 同票再投' }).waitFor();
  await clerk.page.getByText('应选 1 项，候选 2 项').waitFor();
  const second = await armed(hall);
  expect(second.id).not.toBe(first.id);
  // The delegate goes on at the same page, with the same letter, without signing in again.
  await booth.isAsked('请选出 1 项');
  await booth.offers(numbered([6, 7], ''));
  await drawAndOpen(clerk, hall, second, others);
  await castAll(others, SECOND_ROUND);
  await booth.marks(SECOND_ROUND[AT_BROWSER] ?? []);
  await booth.goesToReview();
  await booth.reviews(numbered([7], ''), numbered([6], ''));
  await booth.casts();
  await screen.shows('正在投票', { ...EVERYONE, 收回: 12 });
  await clerk.closesVoting(2, 0, true);
  await screen.shows('投票已截止', { ...EVERYONE, 收回: 12 });
  const decided = await count(hall, second.id);
  expect(decided.outcome).toMatchObject({ selected: [7], tied: [], keyWork: [6, 8], final: true, valid: 12, abstained: 1 });

  // Selected of both rounds and key work make up the eight.
  await screen.showsResult(
    [`1 ${line(7)} 7 票 入选`, '应选线（1 项）', `2 ${line(6)} 4 票 重点工作`],
    '应到 12　实到 12　发出 12　收回 12　有效 12（其中弃权 1）　无效 0',
  );
  const votes = new Map([[6, '4 / 有效票 12'], [7, '7 / 有效票 12'], [8, '2 / 有效票 12']]);
  const row = (number: number) => new RegExp(`^${number} ${title(number)} ${votes.get(number) ?? '12 / 有效票 12'}`);
  await office.seesList('2025 年度民生实事项目', [1, 2, 3, 4, 5, 7].map(row));
  await office.seesList('纳入办事处重点工作', [6, 8].map(row));
  await clerk.publishes();
  const reader = new PublicPage(await browser.person());
  await reader.open(url, congressId);
  await reader.announces([1, 2, 3, 4, 5, 7].map(title), [6, 8].map(title));
  await reader.givesRound('第 1 轮', { ...EVERYONE, 收回: 12, 未收回: 0, 有效票: 12, 其中弃权: 0, 无效票: 0, 应选数: 6 });
  await reader.givesRound('第 2 轮（得票相等，再次投票）', { ...EVERYONE, 收回: 12, 未收回: 0, 有效票: 12, 其中弃权: 1, 无效票: 0, 应选数: 1 });

  // The delegate still has the tracker of each round, and recounts both.
  await booth.findsBallot();
  await booth.page.getByText('前几轮的查票码').click();
  await booth.page.getByText('第 1 轮的查票码').waitFor();
  await booth.page.getByRole('link', { name: '查看公布的结果' }).click();
  const recount = new PublicPage(booth.page);
  await recount.goesToRecount();
  await recount.recounts({
    '第 1 轮': [...[1, 2, 3, 4, 5].map((number) => `${line(number)} 12 票`), `${line(6)} 5 票`, `${line(7)} 5 票`, `${line(8)} 2 票`],
    '第 2 轮': [`${line(7)} 7 票`, `${line(6)} 4 票`],
  });

  expect(browser.faults).toEqual([]);
  expect(browser.refusals).toEqual([]);
});

type Round = NonNullable<CongressSummary['round']>;

/** The scrutineers sign the manifest of the round in hand. */
async function armed(hall: Hall): Promise<Round> {
  const { round } = await hall.clerk.readCongress();
  if (round === null) throw new Error('No round is in hand.');
  for (const scrutineer of hall.scrutineers) await scrutineer.signManifest(round.id);
  return round;
}

async function drawAndOpen(clerk: ClerkPage, hall: Hall, round: Round, others: readonly Actor[]): Promise<void> {
  await Promise.all(others.map((one) => one.draw()));
  await hall.scrutineers[0]?.enterHeadCount(round.id, 12);
  await clerk.opensVoting(round.number);
}

async function castAll(others: readonly Actor[], choices: readonly (readonly number[])[]): Promise<void> {
  await Promise.all(others.map((one, index) => one.cast(choices[index] ?? [])));
}
