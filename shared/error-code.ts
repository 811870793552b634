/**
 * The closed list of refusals. Domain, ballot paper, wire and screens use these words and no others;
 * `server/error-handler.ts` gives each its HTTP status and `shared/contract/error-text.ts` its sentence
 * in Chinese and English, both as exhaustive tables, so the compiler names what a new code still lacks.
 */
export const ERROR_CODES = [
  // any request
  'bad-request', // malformed JSON, a field that breaks its rule; `field` names it
  'too-large',
  'not-found',
  'not-signed-in', // no token, a forged or an expired one
  'forbidden', // the role may not do this
  'another-congress', // the token belongs to another congress
  'unexpected', // a fault of ours, logged, never explained to the caller
  'database-unavailable',
  'try-again',
  'busy', // another act of the same kind is in hand; nothing was changed
  // signing in
  'bad-password',
  'too-many-attempts',
  'second-factor-needed', // the password is right; the code of the second factor is asked for
  'second-factor-set', // drop it first, with a code
  'bad-second-factor', // a wrong, used or late code
  'bad-signature',
  'nonce-used', // unknown, used or older than 60 s
  'credential-revoked',
  'letter-of-another-congress',
  'unknown-key',
  'invitation-used',
  'setup-used',
  'name-taken',
  // preparing
  'congress-unknown',
  'project-unknown',
  'delegate-unknown',
  'scrutineer-unknown',
  'account-unknown',
  'account-link-used', // unknown, used, replaced or late
  'last-clerk', // a congress always has a clerk who can sign in
  'frozen-by-adoption', // the method, roll, projects or scrutineers are frozen
  'delegate-number-taken',
  'project-number-taken',
  'delegate-is-scrutineer', // take the scrutineer off the list first
  'key-taken',
  'bad-roll-file',
  'bad-project-file',
  'import-outdated', // the roll or the projects changed since the preview
  'roll-frozen', // a paper of the round is drawn, or its manifest stands
  'letter-in-use', // the delegate drew a paper with this letter
  'letters-missing',
  'places-not-below-candidates',
  'bad-method',
  'marking-not-in-rv1',
  'bad-threshold', // n >= 3, 2 <= t <= n - 1
  'too-few-scrutineers',
  'chief-missing',
  'chief-named', // one chief only
  'scrutineer-keys-missing',
  'clerk-is-scrutineer',
  'not-adopted',
  'vote-not-carried',
  // attendance
  'not-checked-in',
  'already-checked-in',
  'check-in-used', // the delegate drew a paper: a wrong person, not a wrong mark
  'paper-drawn',
  // states
  'wrong-congress-state',
  'wrong-round-state',
  'round-unknown',
  'round-not-armed',
  'round-not-open',
  'round-closed',
  'another-round-open',
  'quorum-missing',
  'manifest-unsigned',
  'manifest-exists',
  'head-count-missing',
  'head-count-differs', // needs a reason
  'papers-not-drawn', // present delegates have not drawn yet: wait two minutes, then confirm the number
  'already-received', // opening cannot be taken back
  'countdown-running',
  'no-countdown',
  'no-next-round',
  'rounds-used-up', // more rounds than reserved ids
  // ballot paper and box
  'paper-exists',
  'no-paper',
  'approval-pending',
  'bad-blinded-message',
  'bad-capsule',
  'bad-format',
  'bad-stamp',
  'ballot-exists',
  'not-in-box',
  'manifest-untrusted',
  'bad-code', // a letter or sheet code whose check does not fit
  'code-of-rehearsal', // a rehearsal letter in a real congress, or the other way round
  // selection
  'too-many-selected',
  'too-few-selected',
  'unknown-project',
  'abstention-not-offered',
  // gates, opening, outcome
  'numbers-contradict', // count report: received > issued, or issued > present where the method asks
  'gate-1-unsigned',
  'gate-2-unsigned',
  'already-signed',
  'chief-signature-missing',
  'tally-clerk-missing',
  'box-unverified',
  'tree-head-unsigned',
  'too-few-keys',
  'bad-release', // a released key that does not open, or does not belong to the manifest
  'release-too-early',
  'opening-started',
  'opening-not-started',
  'bad-board', // the board does not parse, or names another box or set of keys
  'board-unsigned', // the board wants the signatures of two different scrutineers
  'board-differs', // the second scrutineer's own opening gives another board
  'ruling-needed',
  'ruling-not-expected',
  'bad-ruling',
  'ruling-pending',
  // printed ballots, letters made anew, counting by hand
  'paper-printed', // had a printed ballot handed out
  'drawn-electronically', // an electronic paper was drawn; no printed one as well
  'paper-not-told', // the delegate must first be told who may read few printed ballots
  'request-pending', // the chief has not yet signed an earlier request for this delegate
  'request-settled', // signed, declined or withdrawn before
  'register-contradicts', // printed = issued + spoiled + unused, returned <= issued; `field` names the number
  'scrutineer-needed', // one of the two must be a scrutineer; both where there are few
  'printed-not-counted', // the count report waits for the printed ballots
  'printed-not-keyed', // the box waits for the printed ballots
  'no-printed', // no printed ballot was handed out or came back
  'keyed-by-two', // two people key; nobody else
  'bad-keying', // not one entry for each returned ballot, or marks that are no candidates
  'keying-unsettled', // differences or doubtful marks wait for the chief
  'sheet-settled', // both keyed the same and nothing is in doubt
  'papers-unsigned', // the second scrutineer has not signed
  'letter-unissued', // no manifest in force: letters are made and registered as usual
  'bad-hand-count', // numbers counted by hand that do not add up; `field` names them
  // publication and record
  'document-not-ready', // the record does not have what the document needs; `why` says what
  'not-published',
  'record-not-open', // the method does not open the record to this reader, or not yet
  'record-too-small', // fewer than ten ballots are never public
  'bad-record',
  // keeping and deleting
  'retention-shorter', // once it runs, the time of keeping is only lengthened
  'retention-running', // a real congress in which somebody voted is not deleted before its day
  'round-under-way', // nor any with a round between arming and the opening of its box
  'deletion-asked', // somebody has asked for the deletion already
  'deletion-unasked', // nobody has, or it was withdrawn
  'second-person-needed', // who asked for the deletion cannot confirm it
  // rehearsal
  'rehearsal-only',
  'simulation-running',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal as a value: which rule said no and, where it helps, which field and which figures. */
export type Refusal = {
  readonly ok: false;
  readonly reason: ErrorCode;
  readonly field?: string;
  readonly figures?: Readonly<Record<string, number | string>>;
};

export function refuse(
  reason: ErrorCode,
  more: { field?: string; figures?: Readonly<Record<string, number | string>> } = {},
): Refusal {
  return { ok: false, reason, ...more };
}
