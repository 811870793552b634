import type { CameraFault } from '../components/camera/camera.ts';
import type { DryRun } from './dry-run.ts';
import type { Download } from './measure.ts';

/** fine; works, with something to know; does not work. */
export type Verdict = 'fine' | 'note' | 'bad';

/** One line of the check: what was found, and the figure its sentence names. */
export type Finding = { readonly verdict: Verdict; readonly found: FoundCode; readonly figure?: number };

export const FOUND_CODES = [
  'secure', 'this-machine', 'not-secure', 'makes-ballots', 'fails-key', 'fails-blind', 'fails-stamp', 'fails-seal', 'clock-right', 'clock-off',
  'quick', 'slow', 'no-answer', 'loads', 'loads-slowly', 'does-not-load', 'keeps', 'keeps-nothing', 'camera', 'camera-refused', 'camera-none',
  'camera-busy',
] as const;
export type FoundCode = (typeof FOUND_CODES)[number];

const CLOCK_OFF_MS = 2 * 60_000;
const SLOW_MS = 400;
const SLOW_LOAD_MS = 8_000;

/** The page's address: only over https does a browser offer its cryptography, on localhost for whoever sits at the machine. */
export function secureFinding(secureContext: boolean, protocol: string): Finding {
  if (!secureContext) return { verdict: 'bad', found: 'not-secure' };
  return protocol === 'https:' ? { verdict: 'fine', found: 'secure' } : { verdict: 'note', found: 'this-machine' };
}

export function ballotFinding(run: DryRun): Finding {
  return run.ok ? { verdict: 'fine', found: 'makes-ballots', figure: Math.ceil(run.ms) } : { verdict: 'bad', found: `fails-${run.failed}` };
}

/** Figure: minutes of difference. A wrong clock stops no vote, it stops certificates. */
export function clockFinding(aheadMs: number | null): Finding {
  if (aheadMs === null) return { verdict: 'bad', found: 'no-answer' };
  const off = Math.abs(aheadMs);
  return off < CLOCK_OFF_MS ? { verdict: 'fine', found: 'clock-right' } : { verdict: 'note', found: 'clock-off', figure: Math.round(off / 60_000) };
}

/** Figure: milliseconds. */
export function tripFinding(ms: number | null): Finding {
  if (ms === null) return { verdict: 'bad', found: 'no-answer' };
  return ms < SLOW_MS ? { verdict: 'fine', found: 'quick', figure: Math.ceil(ms) } : { verdict: 'note', found: 'slow', figure: Math.ceil(ms) };
}

/** Figure: tenths of a second. */
export function loadFinding(download: Download | null): Finding {
  if (download === null) return { verdict: 'bad', found: 'does-not-load' };
  const figure = Math.ceil(download.ms / 100) / 10;
  return download.ms < SLOW_LOAD_MS ? { verdict: 'fine', found: 'loads', figure } : { verdict: 'note', found: 'loads-slowly', figure };
}

export function storageFinding(keeps: boolean): Finding {
  return keeps ? { verdict: 'fine', found: 'keeps' } : { verdict: 'note', found: 'keeps-nothing' };
}

/** Without a camera the code is typed: never a reason not to vote here. */
export function cameraFinding(fault: CameraFault | null): Finding {
  if (fault === null) return { verdict: 'fine', found: 'camera' };
  if (fault === 'refused') return { verdict: 'note', found: 'camera-refused' };
  return { verdict: 'note', found: fault === 'none' ? 'camera-none' : 'camera-busy' };
}

/** What the whole check says: the worst of its lines. */
export function worstOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'bad')) return 'bad';
  return findings.some(({ verdict }) => verdict === 'note') ? 'note' : 'fine';
}
