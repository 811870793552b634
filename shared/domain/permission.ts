import type { CongressState } from './congress.ts';
import type { Method } from './method.ts';
import type { RoundState } from './round.ts';
import { type Verdict, ALLOWED, demand, firstRefusal } from './verdict.ts';

/** The chief is a scrutineer with more rights; the chair speaks in the hall and needs no account. */
export const ROLES = ['clerk', 'scrutineer', 'chief', 'delegate', 'office', 'public'] as const;
export type Role = (typeof ROLES)[number];

/** Who may do what: the closed list of acts. What a scrutineer may do, the chief may too. */
export const PERMISSIONS = {
  prepare: ['clerk'],
  'check-in': ['clerk'],
  adopt: ['clerk'],
  'make-keys': ['scrutineer'],
  'make-manifest': ['clerk'],
  'sign-manifest': ['scrutineer'],
  'enter-head-count': ['chief'],
  open: ['clerk'],
  'draw-paper': ['delegate'],
  'approve-reopening': ['clerk', 'scrutineer'],
  // The box asks nobody's name: a genuine stamp is the right to cast.
  cast: ['delegate', 'public'],
  close: ['clerk'],
  'sign-count-report': ['scrutineer'],
  freeze: ['clerk'],
  'sign-tree-head': ['scrutineer'],
  'release-keys': ['scrutineer'],
  'open-box': ['scrutineer'],
  'ask-printed-ballot': ['clerk'],
  'ask-reissue': ['clerk'],
  'sign-request': ['chief'],
  'count-printed': ['clerk', 'scrutineer'],
  'key-printed': ['clerk', 'scrutineer'],
  'rule-printed': ['chief'],
  'stamp-printed': ['chief'],
  'sign-printed': ['scrutineer'],
  'count-by-hand': ['clerk'],
  'enter-objection': ['clerk'],
  'enter-ruling': ['clerk'],
  'sign-ruling': ['chief'],
  certify: ['clerk'],
  'sign-outcome': ['scrutineer'],
  decline: ['scrutineer'],
  adjourn: ['clerk'],
  publish: ['clerk'],
  'read-audit-log': ['clerk', 'scrutineer'],
  'read-announcement': ['clerk', 'scrutineer', 'delegate', 'office', 'public'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Act = keyof typeof PERMISSIONS;

/** Whether a role may do an act at all; the state of congress and round has its own word. */
export function mayDo(role: Role, act: Act): boolean {
  const roles: readonly Role[] = PERMISSIONS[act];
  return roles.includes(role) || (role === 'chief' && roles.includes('scrutineer'));
}

/** A record of fewer ballots says too much about who cast which. */
export const FEWEST_PUBLIC_BALLOTS = 10;

/**
 * Who may read the election record. The hall (signed in) always, as far as the round has come; the public once
 * published, where the method opens it and the smallest round has enough ballots (`fewestBallots`).
 * Refuses record-not-open, record-too-small, not-published. Source: 票选办法 election record open to.
 */
export function checkReadRecord(
  reader: Role,
  facts: {
    readonly recordOpenTo: Method['recordOpenTo'];
    readonly congress: CongressState;
    readonly fewestBallots: number;
  },
): Verdict {
  if (reader !== 'public') return ALLOWED;
  return firstRefusal(
    demand(facts.recordOpenTo === 'everyone', 'record-not-open'),
    demand(facts.fewestBallots >= FEWEST_PUBLIC_BALLOTS, 'record-too-small', {
      figures: { fewest: FEWEST_PUBLIC_BALLOTS },
    }),
    demand(facts.congress === 'published', 'not-published'),
  );
}

const CERTIFIED: readonly RoundState[] = ['certified'];
const SIGNING: readonly RoundState[] = ['tallied', 'certified'];

/** The opened ballots: for the hall once two scrutineers signed the same board, so that objections can be raised. */
export function mayReadBoard(reader: Role, round: RoundState): boolean {
  return reader !== 'public' && reader !== 'office' && SIGNING.includes(round);
}

/**
 * The outcome of a round: scrutineers and clerk when they sign it, the other delegates after gate 2,
 * the office once the congress is decided, the public once it is published.
 */
export function mayReadOutcome(reader: Role, round: RoundState, congress: CongressState): boolean {
  const announced = congress === 'published';
  const visible: Readonly<Record<Role, boolean>> = {
    clerk: SIGNING.includes(round),
    scrutineer: SIGNING.includes(round),
    chief: SIGNING.includes(round),
    delegate: CERTIFIED.includes(round),
    office: CERTIFIED.includes(round) && (announced || congress === 'decided'),
    public: CERTIFIED.includes(round) && announced,
  };
  return visible[reader];
}
