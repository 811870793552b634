import { describe, expect, it } from 'vitest';
import { changeTablet, freshClock, standingOf, type TabletClock, type TabletEvent, type TabletScene, type TabletStanding } from '#web/booth/tablet-clock.ts';

const SECOND = 1_000;
/** The page looks twice a second. */
const LOOK_MS = 500;

/** A tablet on which a scene began at 0, looked at without a pause until `seconds`. */
function at(seconds: number, scene: TabletScene, ...events: readonly TabletEvent[]): TabletClock {
  const all = [{ type: 'scene', scene, at: 0 } as const, ...events];
  let clock = freshClock(0);
  for (let now = 0; now <= seconds * SECOND; now += LOOK_MS) {
    for (const event of all) if (event.at > now - LOOK_MS && event.at <= now) clock = changeTablet(clock, event);
    clock = changeTablet(clock, { type: 'looked', at: now });
  }
  return clock;
}

const touched = (second: number): TabletEvent => ({ type: 'touched', at: second * SECOND });
const becomes = (scene: TabletScene, second: number): TabletEvent => ({ type: 'scene', scene, at: second * SECOND });
const shown = (clearsIn: number | null = null): TabletStanding => ({ is: 'shown', clearsIn });
const covered = (clearsIn: number | null = null): TabletStanding => ({ is: 'covered', clearsIn });
const CLEARED: TabletStanding = { is: 'cleared' };

describe('a shared tablet', () => {
  it.each([
    ['a ballot is shown', 59.5, 'ballot', [], shown()],
    ['is covered 60 s after the last touch', 60, 'ballot', [], covered()],
    ['counts from the last touch, not the first', 89.5, 'ballot', [touched(30)], shown()],
    ['is uncovered by a touch, and has its whole time again', 149.5, 'ballot', [touched(90)], shown()],
    ['covered: the clearing is not announced at once', 99.5, 'ballot', [], covered()],
    ['covered: it is announced 20 s before', 100, 'ballot', [], covered(20)],
    ['covered: it counts down', 119.5, 'ballot', [], covered(1)],
    ['covered for another 60 s: cleared', 120, 'ballot', [], CLEARED],
    ['a touch at the last moment keeps the ballot', 125, 'ballot', [touched(119)], shown()],

    ['a paper before voting opens is covered', 60, 'early-ballot', [], covered()],
    ['and never cleared by itself', 3_600, 'early-ballot', [], covered()],
    ['when voting opens it stays covered', 1_800, 'early-ballot', [becomes('ballot', 1_800)], covered()],
    ['and its time begins then', 1_839.5, 'early-ballot', [becomes('ballot', 1_800)], covered()],
    ['announced', 1_840, 'early-ballot', [becomes('ballot', 1_800)], covered(20)],
    ['cleared', 1_860, 'early-ballot', [becomes('ballot', 1_800)], CLEARED],
    ['an opening taken back stops the clearing', 300, 'ballot', [becomes('early-ballot', 110)], covered()],
    ['a paper in hand when voting opens is not covered', 50, 'early-ballot', [touched(40), becomes('ballot', 45)], shown()],

    ['a receipt is shown', 39.5, 'other', [], shown()],
    ['its clearing is announced', 40, 'other', [], shown(20)],
    ['more time is one touch', 41, 'other', [touched(40)], shown()],
    ['it is cleared 60 s after the last touch', 60, 'other', [], CLEARED],
    ['after more time too', 100, 'other', [touched(40)], CLEARED],

    ['a ballot on its way is neither covered nor cleared, however long', 3_600, 'under-way', [], shown()],
    ['also when nobody touched the tablet before', 3_600, 'ballot', [becomes('under-way', 59)], shown()],
    ['the receipt then has its whole time', 3_639, 'under-way', [becomes('other', 3_600)], shown()],
    ['and is cleared after it', 3_660, 'under-way', [becomes('other', 3_600)], CLEARED],
    ['a covered ballot that the close overtakes says so uncovered', 111, 'ballot', [becomes('other', 110)], shown()],

    ['an untouched door has nothing to clear', 3_600, 'door', [], shown()],
    ['a code half typed is announced', 50, 'door', [touched(10)], shown(20)],
    ['and cleared', 70, 'door', [touched(10)], CLEARED],
  ] as const)('%s (%d s)', (_what, seconds, scene, events, standing) => {
    expect(standingOf(at(seconds, scene, ...events))).toEqual(standing);
  });

  it.each([
    ['ballot', covered(), CLEARED],
    ['other', shown(), CLEARED],
    ['early-ballot', covered(), covered()],
  ] as const)('that slept through the time of a %s clears nothing unannounced', (scene, onWaking, aMinuteLater) => {
    const asleep = at(10, scene);
    const awake = changeTablet(asleep, { type: 'looked', at: 3_600 * SECOND });
    expect(standingOf(awake)).toEqual(onWaking);
    let later = awake;
    for (let now = 3_600 * SECOND; now <= 3_660 * SECOND; now += LOOK_MS) later = changeTablet(later, { type: 'looked', at: now });
    expect(standingOf(later)).toEqual(aMinuteLater);
  });

  it('announces every clearing for 20 s, whatever comes before', () => {
    for (const scene of ['ballot', 'other'] as const) {
      const lasts = Array.from({ length: 260 }, (_, half) => standingOf(at(half / 2, scene)));
      const first = lasts.findIndex(({ is }) => is === 'cleared');
      expect(lasts.slice(first - 40, first).map((one) => (one.is === 'cleared' ? null : one.clearsIn))).toEqual(
        Array.from({ length: 40 }, (_, half) => 20 - Math.floor(half / 2)),
      );
    }
  });
});
