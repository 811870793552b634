/**
 * When a shared tablet covers what a delegate has in front of them, and when it clears it for the next one.
 * Pure: time is an argument, milliseconds of one clock that never jumps (performance.now).
 *
 * The rule, counted from the last touch:
 * - a ballot that is not cast yet is covered after 60 s and kept; a touch uncovers it; covered for another 60 s,
 *   it is cleared;
 * - before voting opens a paper is only covered: whoever drew it waits for the chair, and a cleared paper comes
 *   back only through a scrutineer;
 * - everything else that a delegate has before them (a receipt, a refusal, a letter that waits, a code half typed) is
 *   cleared after 60 s;
 * - each clearing is announced 20 s before, and any touch gives more time;
 * - while a paper is being drawn or a ballot is on its way, nothing is covered and nothing is cleared.
 */
export const COVER_AFTER_MS = 60_000;
export const CLEAR_AFTER_MS = 60_000;
export const ANNOUNCE_MS = 20_000;
/** A look that comes this late means that the device slept: time that nobody could see does not count. */
export const SLEPT_MS = 5_000;

/**
 * What stands on the tablet. `door`: the letter is asked for. `early-ballot`: a paper before voting opens.
 * `under-way`: a paper or a ballot between this device and the server.
 */
export type TabletScene = 'door' | 'other' | 'early-ballot' | 'ballot' | 'under-way';

/** `since`: the last touch, or when the scene began; null at a door that nobody has touched since it was cleared. */
export type TabletClock = { readonly scene: TabletScene; readonly since: number | null; readonly lookedAt: number };

export type TabletEvent =
  | { readonly type: 'touched'; readonly at: number }
  | { readonly type: 'scene'; readonly scene: TabletScene; readonly at: number }
  | { readonly type: 'cleared'; readonly at: number }
  /** Time passed; also when the page is shown again. */
  | { readonly type: 'looked'; readonly at: number };

/** `clearsIn`: whole seconds until the clearing, once it is announced. */
export type TabletStanding =
  | { readonly is: 'shown' | 'covered'; readonly clearsIn: number | null }
  | { readonly is: 'cleared' };

export function freshClock(at: number): TabletClock {
  return { scene: 'door', since: null, lookedAt: at };
}

export function changeTablet(clock: TabletClock, event: TabletEvent): TabletClock {
  const { at } = event;
  switch (event.type) {
    case 'touched':
      return { ...clock, since: at, lookedAt: at };
    case 'looked':
      return at - clock.lookedAt > SLEPT_MS ? awake({ ...clock, lookedAt: at }) : { ...clock, lookedAt: at };
    case 'cleared':
      return freshClock(at);
    case 'scene':
      return changeScene({ ...clock, lookedAt: at }, event.scene);
  }
}

function changeScene(clock: TabletClock, scene: TabletScene): TabletClock {
  if (scene === clock.scene) return clock;
  // Voting opens over a covered paper: it stays covered, and its time to be cleared begins now.
  if (isBallot(scene) && isBallot(clock.scene)) return scene === 'ballot' ? noLongerThanCovered({ ...clock, scene }) : { ...clock, scene };
  return { scene, since: scene === 'door' ? null : clock.lookedAt, lookedAt: clock.lookedAt };
}

/** After a sleep a ballot is covered, and everything has its full time again. */
function awake(clock: TabletClock): TabletClock {
  if (clock.since === null) return clock;
  return { ...clock, since: isBallot(clock.scene) ? clock.lookedAt - COVER_AFTER_MS : clock.lookedAt };
}

function noLongerThanCovered(clock: TabletClock): TabletClock {
  return clock.since === null ? clock : { ...clock, since: Math.max(clock.since, clock.lookedAt - COVER_AFTER_MS) };
}

function isBallot(scene: TabletScene): boolean {
  return scene === 'ballot' || scene === 'early-ballot';
}

export function standingOf({ scene, since, lookedAt }: TabletClock): TabletStanding {
  if (since === null || scene === 'under-way') return { is: 'shown', clearsIn: null };
  const idle = lookedAt - since;
  const covered = isBallot(scene) && idle >= COVER_AFTER_MS;
  const shown = { is: covered ? 'covered' : 'shown' } as const;
  if (scene === 'early-ballot') return { ...shown, clearsIn: null };
  const left = (scene === 'ballot' ? COVER_AFTER_MS : 0) + CLEAR_AFTER_MS - idle;
  if (left <= 0) return { is: 'cleared' };
  return { ...shown, clearsIn: left <= ANNOUNCE_MS ? Math.ceil(left / 1000) : null };
}
