import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CROCKFORD } from '#shared/ballot-paper/crockford.ts';
import { GROUP_LENGTH, suspectGroup } from '#shared/ballot-paper/mistyped-code.ts';
import { CODE_KINDS, codeFits, codeOf } from '#shared/ballot-paper/secret-code.ts';

const codes = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((secret) => codeOf(secret, 'real'));
const positions = fc.nat({ max: 27 });
const characters = fc.constantFrom(...Array.from(CROCKFORD));
const groupOf = (at: number) => Math.floor(at / GROUP_LENGTH) + 1;
const withAt = (code: string, at: number, put: string) => code.slice(0, at) + put + code.slice(at + put.length);
/** A code with one character changed. Those that fit by chance are another test's subject. */
const changed = fc
  .tuple(codes, positions, characters)
  .filter(([code, at, character]) => code[at] !== character && !codeFits(withAt(code, at, character), 'real'))
  .map(([code, at, character]) => ({ typed: withAt(code, at, character), group: groupOf(at) }));
const SEED = { seed: 20261126, numRuns: 200 };

/** How often each answer was given. */
function answers<T>(cases: fc.Arbitrary<T>, answer: (one: T) => string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const one of fc.sample(cases, SEED)) {
    const given = answer(one);
    counted.set(given, (counted.get(given) ?? 0) + 1);
  }
  return counted;
}

describe('the group of a mistake', () => {
  test('is found for one wrong character in most codes, and is never another group', () => {
    const given = answers(changed, ({ typed, group }) => {
      const suspect = suspectGroup(typed, ['real']);
      return suspect === null ? 'none' : suspect === group ? 'right' : 'wrong';
    });
    expect(given.get('wrong')).toBeUndefined();
    // One in 4,096 of 766 candidates in the six other groups: 17 of 100 stay open.
    expect((given.get('none') ?? 0) / SEED.numRuns).toBeLessThan(0.25);
  });

  test('is found for two neighbours of a group that changed places', () => {
    const swapped = fc.tuple(codes, positions.filter((at) => at % GROUP_LENGTH < 3))
      .filter(([code, at]) => code[at] !== code[at + 1])
      .map(([code, at]) => ({ typed: withAt(code, at, code.charAt(at + 1) + code.charAt(at)), group: groupOf(at) }))
      .filter(({ typed }) => !codeFits(typed, 'real'));
    const given = answers(swapped, ({ typed, group }) => {
      const suspect = suspectGroup(typed, ['real']);
      return suspect === null ? 'none' : suspect === group ? 'right' : 'wrong';
    });
    expect(given.get('wrong')).toBeUndefined();
    expect((given.get('none') ?? 0) / SEED.numRuns).toBeLessThan(0.25);
  });

  test('stays open where neighbours of two groups changed places', () => {
    const across = fc.tuple(codes, fc.constantFrom(3, 7, 11, 15, 19, 23))
      .filter(([code, at]) => code[at] !== code[at + 1])
      .map(([code, at]) => withAt(code, at, code.charAt(at + 1) + code.charAt(at)))
      .filter((typed) => !codeFits(typed, 'real'));
    fc.assert(fc.property(across, (typed) => suspectGroup(typed, ['real']) === null), { numRuns: 40 });
  });

  test('is seldom named by chance where two groups are wrong', () => {
    const twice = fc.tuple(changed, positions, characters)
      .filter(([{ typed, group }, at, character]) => groupOf(at) !== group && typed[at] !== character)
      .map(([{ typed }, at, character]) => withAt(typed, at, character))
      .filter((typed) => !codeFits(typed, 'real'));
    const named = answers(twice, (typed) => (suspectGroup(typed, ['real']) === null ? 'none' : 'named')).get('named') ?? 0;
    // 895 candidates, one in 4,096 each: 18 of 100.
    expect(named / SEED.numRuns).toBeLessThan(0.26);
  });

  test('is looked for in the kinds that could be meant and no others', () => {
    const rehearsal = codeOf(new Uint8Array(16).fill(7), 'rehearsal');
    const typed = withAt(rehearsal, 9, rehearsal[9] === 'A' ? 'B' : 'A');
    expect(suspectGroup(typed, ['rehearsal'])).toBe(3);
    expect(suspectGroup(typed, ['real'])).not.toBe(3);
  });

  test('is the one that holds a character which no code has', () => {
    const code = codeOf(new Uint8Array(16).fill(1), 'real');
    expect(suspectGroup(withAt(code, 13, 'U'), CODE_KINDS)).toBe(4);
    expect(suspectGroup(withAt(withAt(code, 13, 'U'), 14, '?'), CODE_KINDS)).toBe(4);
    expect(suspectGroup(withAt(withAt(code, 13, 'U'), 20, 'U'), CODE_KINDS)).toBeNull();
  });

  test('is not looked for before the code is whole', () => {
    fc.assert(fc.property(codes, fc.nat({ max: 27 }), (code, length) => suspectGroup(code.slice(0, length), CODE_KINDS) === null));
    expect(suspectGroup(codeOf(new Uint8Array(16), 'real') + '0', CODE_KINDS)).toBeNull();
  });
});
