import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readRehearsal, startRehearsal } from '#shared/contract/rehearsal.ts';
import { readBundle } from '#shared/contract/service.ts';
import { api } from '#tests/support/api.ts';
import { filmCode } from '#tests/support/camera-film.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { watchedBrowser } from '#tests/support/watched-browser.ts';
import type { WatchedBrowser } from '#tests/support/watched-browser.ts';

const FIRST_SCREEN_MOST = 120_000;
const DECODER_MOST = 50_000;

let server: TestServer;
let browser: WatchedBrowser;
let folder: string;
let film: string;
let congressId: string;
let code: string;

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'vote-booth-'));
  film = join(folder, 'camera.y4m');
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  browser = await watchedBrowser(server.url, camera);
  congressId = (await api(server.url).must(startRehearsal, { body: { delegates: 5, scrutineers: 3, threshold: 2 } })).id;
  const keys = await api(server.url).must(readRehearsal, { params: { congressId } });
  code = keys.letters[0]?.code ?? '';
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => {
  expect(browser.faults.splice(0)).toEqual([]);
  expect(browser.refusals.splice(0)).toEqual([]);
});

describe('what a phone fetches', () => {
  test('before the letter can be typed stays below 120 kB, packed', async () => {
    const page = await browser.person();
    await markFirstScreen(page);
    await page.goto(`${server.url}/b/${congressId}`);
    await page.getByRole('textbox', { name: '凭证码' }).waitFor();
    const needed = await fetchedUntil(page, 'first-screen');
    const packed = await Promise.all(needed.map(async (url) => ({ url, ...(await fetchPacked(url)) })));
    expect(packed.map(({ url }) => new URL(url).pathname)).toEqual(
      expect.arrayContaining([`/b/${congressId}`, expect.stringMatching(/booth.*\.js$/), expect.stringMatching(/booth.*\.css$/)]),
    );
    for (const { url, encoding } of packed) expect({ url, encoding }).toEqual({ url, encoding: 'gzip' });
    const total = packed.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`first screen of the booth: ${(total / 1000).toFixed(1)} kB gzipped in ${packed.length} files`);
    expect(total).toBeLessThan(FIRST_SCREEN_MOST);
    await page.context().close();
  });

  test('is all there before anyone is let in: nothing of the program comes later', async () => {
    const page = await browser.person();
    await page.goto(`${server.url}/b/${congressId}`);
    await page.getByRole('textbox', { name: '凭证码' }).fill(code);
    await page.getByRole('button', { name: '进入投票间' }).click();
    await page.getByRole('heading', { level: 1, name: '请先到签到处签到' }).waitFor();
    const { files } = await api(server.url).must(readBundle, {});
    const fetched = new Set((await fetchedUntil(page)).map((url) => new URL(url).pathname.slice(1)));
    const later = files.map(({ path }) => path).filter((path) => !fetched.has(path) && path !== 'booth/index.html');
    // What a browser needs that lacks Ed25519, tells no public key, or reads no QR code by itself.
    for (const path of later) expect(path).toMatch(/\/(ed25519-noble|curve|box-public-key|qr-decoder)-/);
    await page.context().close();
  });
});

describe('the program has a name', () => {
  test('that anyone recomputes from what is served', async () => {
    const bundle = await api(server.url).must(readBundle, {});
    const list = await fetch(server.url + bundle.list);
    expect(list.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(sha256(new Uint8Array(await list.arrayBuffer()))).toBe(bundle.sha256);
    for (const { path, sha256: expected } of bundle.files) {
      expect({ path, hash: sha256(new Uint8Array(await (await fetch(`${server.url}/${path}`)).arrayBuffer())) }).toEqual({ path, hash: expected });
    }
    const page = await (await fetch(`${server.url}/b/${congressId}`)).text();
    expect(page).toBe(await (await fetch(`${server.url}/booth/index.html`)).text());
    const loaded = Array.from(page.matchAll(/(?:src|href)="\/(booth\/[^"]+)"/g), ([, path]) => path);
    expect(loaded.length).toBeGreaterThan(1);
    expect(bundle.files.map(({ path }) => path)).toEqual(expect.arrayContaining([...loaded, 'booth/index.html']));
  });

  test('by the very commands at the head of the list', async () => {
    const head = await (await fetch(`${server.url}/booth/SHA256SUMS`)).text();
    const commands = Array.from(head.matchAll(/^# {3}(.+)$/gm), ([, command]) => command).join('\n');
    const { stdout } = await promisify(execFile)('sh', ['-euc', commands], { cwd: folder, env: { ...process.env, HOST: server.url } });
    const { sha256: name, files } = await api(server.url).must(readBundle, {});
    expect(stdout).toContain(`${name}  SHA256SUMS`);
    for (const { path } of files) expect(stdout).toContain(`${path}: OK`);
  });

  test('which stands on the hall screen', async () => {
    const { sha256: name } = await api(server.url).must(readBundle, {});
    const screen = await browser.person({ viewport: { width: 1920, height: 1080 } });
    await screen.goto(`${server.url}/screen/${congressId}`);
    await screen.getByText('投票页面程序 SHA-256').waitFor();
    expect((await screen.locator('.bundle-hash code').innerText()).replaceAll(' ', '')).toBe(name);
    await screen.context().close();
  });
});

describe('the page allows no code but its own files', () => {
  test('by its headers', async () => {
    const { headers } = await fetch(`${server.url}/b/${congressId}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
    expect(policy.split(/; */)).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]));
    expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(), geolocation=()');
  });

  test('in the browser', async () => {
    const page = await browser.person();
    await page.goto(`${server.url}/b/${congressId}`);
    await page.getByRole('textbox', { name: '凭证码' }).waitFor();
    expect(browser.faults.splice(0)).toEqual([]);
    const ran = await page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'document.body.dataset.inline = "ran"';
      document.body.append(inline);
      const styled = document.createElement('p');
      styled.setAttribute('style', 'color: rgb(1, 2, 3)');
      document.body.append(styled);
      // In a task of the page's own: what the test itself evaluates is let through.
      const evaluated = await new Promise<boolean>((done) => {
        setTimeout(() => {
          try {
            // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- to be refused
            done(new Function('return true')() === true);
          } catch {
            done(false);
          }
        });
      });
      return { inline: document.body.dataset['inline'] ?? 'refused', style: getComputedStyle(styled).color === 'rgb(1, 2, 3)', evaluated };
    });
    expect(ran).toEqual({ inline: 'refused', style: false, evaluated: false });
    expect(browser.faults.splice(0).length).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('the camera reads the letter', () => {
  test('with the decoder that comes only then, and takes no code of another kind', async () => {
    const page = await cameraPage(['camera']);
    expect((await fetchedUntil(page)).filter((url) => url.includes('qr-decoder'))).toEqual([]);

    await filmCode(film, 'RVN:001');
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    await page.getByRole('alert').getByText('这是凭证外面的号码').waitFor();
    await page.getByRole('button', { name: '停止扫码' }).click();
    await filmCode(film, 'https://example.org/menu');
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    await page.getByRole('alert').getByText('这个二维码不是投票凭证上的').waitFor();
    await page.getByRole('button', { name: '停止扫码' }).click();

    await filmCode(film, code);
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    await page.getByRole('heading', { level: 1, name: '请先到签到处签到' }).waitFor();
    expect(await page.evaluate(() => typeof window.BarcodeDetector)).toBe('undefined');
    const decoder = (await fetchedUntil(page)).filter((url) => url.includes('qr-decoder'));
    expect(decoder).toHaveLength(1);
    expect((await fetchPacked(decoder[0] ?? '')).bytes).toBeLessThan(DECODER_MOST);
    await page.context().close();
  });

  test('and says what to do where the camera is refused', async () => {
    const page = await cameraPage([]);
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    await page.getByRole('alert').getByText('请在地址栏的锁形图标处允许摄像头').waitFor();
    await page.context().close();
  });

  test.each([
    ['NotFoundError', '这台设备没有可用的摄像头'],
    ['NotReadableError', '摄像头正被其他程序占用'],
  ])('and what to do on %s', async (name, sentence) => {
    const page = await cameraPage(['camera']);
    await page.evaluate((fault) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', fault));
    }, name);
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    await page.getByRole('alert').getByText(sentence).waitFor();
    await page.context().close();
  });
});

/** A booth in a browser that reads no QR codes by itself. */
async function cameraPage(permissions: string[]): Promise<Page> {
  const page = await browser.person({ permissions });
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BarcodeDetector'));
  await page.goto(`${server.url}/b/${congressId}`);
  await page.getByRole('textbox', { name: '凭证码' }).waitFor();
  return page;
}

/** Marks the moment in which the field for the letter's code is there and takes text. */
async function markFirstScreen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('textarea:enabled, input:enabled') === null) return;
      performance.mark('first-screen');
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  });
}

/** Addresses of the page and of all that it had asked for until the mark; without one, until now. */
function fetchedUntil(page: Page, mark?: string): Promise<string[]> {
  return page.evaluate((name) => {
    const until = name === undefined ? Infinity : (performance.getEntriesByName(name)[0]?.startTime ?? 0);
    return [location.href, ...performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= until).map((entry) => entry.name)];
  }, mark);
}

/** Bytes on the line for a client that unpacks gzip, headers apart. */
function fetchPacked(url: string): Promise<{ readonly bytes: number; readonly encoding: string }> {
  return new Promise((done, failed) => {
    const asked = request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => done({ bytes, encoding: response.headers['content-encoding'] ?? 'none' }));
    });
    asked.on('error', failed).end();
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
