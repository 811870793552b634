import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/**
 * The browser of the browser tests: CHROMIUM_PATH, else the usual places, else Debian's package,
 * installed when this user is root. The fonts come along: without them Chinese text is empty boxes.
 */
export function findChromium(): { ok: true; path: string } | { ok: false; message: string } {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    return existsSync(named) ? { ok: true, path: named } : { ok: false, message: `CHROMIUM_PATH: ${named} does not exist.` };
  }
  const found = USUAL_PATHS.find((path) => existsSync(path));
  if (found !== undefined && hasChineseFont()) return { ok: true, path: found };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install();
  const now = USUAL_PATHS.find((path) => existsSync(path));
  return now === undefined
    ? { ok: false, message: 'No Chromium: install the packages chromium and fonts-noto-cjk, or set CHROMIUM_PATH.' }
    : { ok: true, path: now };
}

function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return typeof stdout === 'string' && stdout.trim() !== '';
}

function install(): void {
  console.log('Installing chromium and fonts-noto-cjk ...');
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet);
}
