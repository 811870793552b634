import { describe, expect, it } from 'vitest';
import { CONGRESS_STATES } from '#shared/domain/congress.ts';
import { PERMISSIONS, ROLES, type Role, checkReadRecord, mayDo, mayReadBoard, mayReadOutcome } from '#shared/domain/permission.ts';
import { ROUND_STATES } from '#shared/domain/round.ts';

function rolesFor(allowed: (role: Role) => boolean): readonly Role[] {
  return ROLES.filter(allowed);
}

describe('acts', () => {
  it('what a scrutineer may do the chief may too; what only the chief may do no scrutineer may', () => {
    expect(rolesFor((role) => mayDo(role, 'sign-count-report'))).toEqual(['scrutineer', 'chief']);
    expect(rolesFor((role) => mayDo(role, 'sign-ruling'))).toEqual(['chief']);
    expect(rolesFor((role) => mayDo(role, 'enter-head-count'))).toEqual(['chief']);
  });

  it('the clerk prepares, opens, closes and certifies, but holds no key and signs for nobody', () => {
    for (const act of ['prepare', 'open', 'close', 'certify', 'publish'] as const) {
      expect(rolesFor((role) => mayDo(role, act))).toEqual(['clerk']);
    }
    for (const act of ['make-keys', 'release-keys', 'open-box', 'sign-outcome', 'sign-ruling', 'draw-paper'] as const) {
      expect(mayDo('clerk', act)).toBe(false);
    }
  });

  it('the office and the public only read', () => {
    const acts = Object.keys(PERMISSIONS).filter((act): act is keyof typeof PERMISSIONS => act in PERMISSIONS);
    expect(acts.filter((act) => mayDo('office', act))).toEqual(['read-announcement']);
    expect(acts.filter((act) => mayDo('public', act))).toEqual(['cast', 'read-announcement']);
  });
});

describe('the election record', () => {
  const open = { recordOpenTo: 'everyone', congress: 'published', fewestBallots: 10 } as const;

  it('is open to the hall by every method', () => {
    const readers = rolesFor((role) => checkReadRecord(role, { recordOpenTo: 'hall', congress: 'voting', fewestBallots: 1 }).ok);
    expect(readers).toEqual(['clerk', 'scrutineer', 'chief', 'delegate', 'office']);
  });

  it.each([
    ['open, published, ten ballots', {}, { ok: true }],
    ['nine ballots in the smallest round', { fewestBallots: 9 }, { reason: 'record-too-small' }],
    ['a method for the hall', { recordOpenTo: 'hall' }, { reason: 'record-not-open' }],
    ['decided, not yet published', { congress: 'decided' }, { reason: 'not-published' }],
  ] as const)('to the public: %s', (_, changes, expected) => {
    expect(checkReadRecord('public', { ...open, ...changes })).toMatchObject(expected);
  });
});

describe('board and outcome', () => {
  const hall = ['clerk', 'scrutineer', 'chief', 'delegate'];

  it('nobody sees a tally before the box was opened twice', () => {
    for (const round of ROUND_STATES.filter((state) => state !== 'tallied' && state !== 'certified')) {
      for (const congress of CONGRESS_STATES) {
        expect(rolesFor((role) => mayReadBoard(role, round) || mayReadOutcome(role, round, congress))).toEqual([]);
      }
    }
  });

  it('the hall sees the board before gate 2, to object', () => {
    expect(rolesFor((role) => mayReadBoard(role, 'tallied'))).toEqual(hall);
    expect(rolesFor((role) => mayReadBoard(role, 'certified'))).toEqual(hall);
  });

  it.each([
    ['tallied', 'voting', ['clerk', 'scrutineer', 'chief']],
    ['certified', 'voting', hall],
    ['certified', 'decided', [...hall, 'office']],
    ['certified', 'published', [...hall, 'office', 'public']],
  ] as const)('the outcome of a %s round while %s: %j', (round, congress, readers) => {
    expect(rolesFor((role) => mayReadOutcome(role, round, congress))).toEqual(readers);
  });
});
