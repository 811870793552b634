import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDelegates } from '#shared/contract/roll.ts';
import { listScrutineers, nameScrutineer } from '#shared/contract/scrutineer.ts';
import { api } from '#tests/support/api.ts';
import { importedRoll } from '#tests/support/imported-roll.ts';
import { ScrutineerPage } from '#tests/support/pages/scrutineer-page.ts';
import { aPreparation } from '#tests/support/preparation.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

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

test('a browser that made one scrutineer’s key makes no second one in a real congress', async () => {
  const { clerk, params } = await aPreparation(server);
  const client = api(server.url);
  await importedRoll(client, params, clerk, '代表证号,姓名,代表团\n001,陈正,第一组\n002,李明,第一组');
  const links: string[] = [];
  for (const { id, number } of await client.must(listDelegates, { params }, clerk)) {
    const body = { delegateId: id, chief: number === '001', alternate: false };
    const { invitation } = await client.must(nameScrutineer, { params, body }, clerk);
    links.push(`${server.url}/enrol#${invitation}`);
  }
  const device = await browser.device();
  await new ScrutineerPage(await device.newPage()).enrol(links[0] ?? '');

  const again = await device.newPage();
  await again.goto(links[1] ?? '');
  await again.getByRole('button', { name: '打开邀请' }).click();
  await again.getByText('这台设备已为本次会议制作过一位监票人的钥匙').waitFor();
  expect(await again.getByRole('button', { name: '制作我的钥匙' }).isDisabled()).toBe(true);
  const scrutineers = await client.must(listScrutineers, { params }, clerk);
  expect(scrutineers.map(({ delegateNumber, enrolled }) => [delegateNumber, enrolled])).toEqual([['001', true], ['002', false]]);
});
