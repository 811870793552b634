import { describe, expect, it } from 'vitest';
import { checkHands, checkScrutineersTurn, isCarried } from '#shared/domain/adoption.ts';
import { checkKeys, checkScrutineers } from '#shared/domain/scrutineer.ts';

describe('a show of hands', () => {
  it.each([
    [31, 29, 0, true], [30, 30, 0, false], [30, 15, 15, false], [31, 15, 14, true], [0, 0, 0, false], [1, 0, 0, true],
  ])('%d for, %d against, %d abstaining: carried %s', (votesFor, votesAgainst, votesAbstain, carried) => {
    expect(isCarried({ votesFor, votesAgainst, votesAbstain })).toBe(carried);
  });

  it('has no more hands than delegates in the hall', () => {
    const hands = { votesFor: 50, votesAgainst: 4, votesAbstain: 2 };
    expect(checkHands(hands, 56)).toEqual({ ok: true });
    expect(checkHands(hands, 55)).toMatchObject({ reason: 'numbers-contradict', figures: { hands: 56, present: 55 } });
  });

  it('takes the method before the scrutineers', () => {
    expect(checkScrutineersTurn(true)).toEqual({ ok: true });
    expect(checkScrutineersTurn(false)).toMatchObject({ reason: 'not-adopted', field: 'method' });
  });
});

describe('the list of scrutineers', () => {
  const box = { t: 2, n: 3 };
  const chief = { chief: true, alternate: false, enrolled: true };
  const other = { chief: false, alternate: false, enrolled: true };
  const alternate = { chief: false, alternate: true, enrolled: false };

  it('has one chief and as many places as the box has keys, alternates apart', () => {
    expect(checkScrutineers([chief, other, other], box)).toEqual({ ok: true });
    expect(checkScrutineers([chief, other, other, alternate, alternate], box)).toEqual({ ok: true });
  });

  it.each([
    ['no chief', [other, other, other], 'chief-missing'],
    ['two chiefs', [chief, chief, other], 'chief-missing'],
    ['a chief among the alternates', [chief, other, other, { ...alternate, chief: true }], 'chief-missing'],
    ['two of three', [chief, other, alternate], 'too-few-scrutineers'],
    ['four of three', [chief, other, other, other], 'bad-threshold'],
  ])('is refused with %s', (_, scrutineers, reason) => {
    expect(checkScrutineers(scrutineers, box)).toMatchObject({ ok: false, reason });
  });

  it('has all its keys, alternates apart', () => {
    expect(checkKeys([chief, other, other, alternate])).toEqual({ ok: true });
    expect(checkKeys([chief, { ...other, enrolled: false }])).toMatchObject({ reason: 'scrutineer-keys-missing', figures: { missing: 1 } });
  });
});
