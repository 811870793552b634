import { describe, expect, it } from 'vitest';
import { addressOf } from '#web/api/address.ts';
import { backOff } from '#web/api/back-off.ts';
import { eventOf } from '#web/api/event-stream.ts';

describe('the address of a call', () => {
  it('fills params into the path, escaped', () => {
    expect(addressOf({ path: '/api/rounds/:roundId/record/:file' }, { params: { roundId: 'a/b', file: 'board.txt' } })).toBe(
      '/api/rounds/a%2Fb/record/board.txt',
    );
  });

  it('leaves out a query field that is not given', () => {
    expect(addressOf({ path: '/api/audit' }, { query: { before: undefined, most: 10 } })).toBe('/api/audit?most=10');
  });

  it('never sends a path with a hole', () => {
    expect(() => addressOf({ path: '/box/:roundId' }, {})).toThrow('roundId');
  });
});

describe('waiting before a message is sent again', () => {
  it('grows to 15 s, no further, and starts over after a success', () => {
    const pace = backOff(() => 1);
    const waits = Array.from({ length: 8 }, pace.next);
    expect(waits.every((ms, index) => ms >= (waits[index - 1] ?? 0))).toBe(true);
    expect(waits.at(-1)).toBe(15_000);
    pace.reset();
    expect(pace.next()).toBe(waits[0]);
  });

  it('spreads a hall of phones', () => {
    expect(backOff(() => 0).next()).toBeLessThan(backOff(() => 1).next());
  });
});

describe('a line of the event stream', () => {
  it.each([
    ['data: {"topic":"round"}', [{ topic: 'round' }]],
    [': still here', []],
    ['data: {"topic":"of-a-later-version"}', []],
    ['data: {cut off', []],
    ['', []],
  ] as const)('%s', (line, events) => {
    expect(eventOf(line)).toEqual(events);
  });
});
