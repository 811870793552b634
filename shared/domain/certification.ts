import { type Refusal, refuse } from '../error-code.ts';
import type { Method } from './method.ts';
import { isSameName } from './person-name.ts';
import { type Verdict, demand } from './verdict.ts';

/** count: gate 1, the count report. outcome: gate 2, the result sheet. */
export const GATES = ['count', 'outcome'] as const;
export type Gate = (typeof GATES)[number];

/** A scrutineer who will not sign; printed with the reason. `position` is the number on the manifest. */
export type Decline = { readonly position: number; readonly reason: string };

export type GateFacts = {
  readonly signatures: Method['signatures'];
  readonly t: number;
  /** Manifest number of the chief scrutineer. */
  readonly chief: number;
  /** Manifest numbers: all scrutineers, those of them in the hall, and those whose signatures were verified. */
  readonly scrutineers: readonly number[];
  readonly present: readonly number[];
  readonly signedBy: readonly number[];
  readonly declines: readonly Decline[];
  /** Gate 2 only: the tally clerk certified these bytes. */
  readonly tallyClerkCertified: boolean;
};

export type Missing = {
  readonly tallyClerk: boolean;
  readonly chief: boolean;
  /** Scrutineers who must still sign by name, the chief apart. */
  readonly named: readonly number[];
  /** Further signatures of whomever, once the chief and the named have signed, to reach t. */
  readonly others: number;
};

/**
 * What a gate still lacks. 'threshold': the chief and others, t together. 'all-present': the chief and every
 * scrutineer in the hall, and never fewer than t, as the record's verifier asks for t. One who declined is
 * excused, else declining would be a veto; the chief is never excused. Source: 票选办法 signatures at each gate.
 */
export function missingSignatures(gate: Gate, facts: GateFacts): Missing {
  const signed = facts.scrutineers.filter((position) => facts.signedBy.includes(position));
  const chief = !signed.includes(facts.chief);
  const named = facts.signatures === 'all-present' ? unsignedInHall(facts, signed) : [];
  const coming = signed.length + named.length + (chief ? 1 : 0);
  return {
    tallyClerk: gate === 'outcome' && !facts.tallyClerkCertified,
    chief,
    named,
    others: Math.max(0, facts.t - coming),
  };
}

/** Refuses tally-clerk-missing, chief-signature-missing, gate-1-unsigned or gate-2-unsigned. */
export function checkGate(gate: Gate, facts: GateFacts): Verdict {
  const missing = missingSignatures(gate, facts);
  if (missing.tallyClerk) return refuse('tally-clerk-missing');
  if (missing.chief) return refuse('chief-signature-missing');
  const count = missing.named.length + missing.others;
  const reason = gate === 'count' ? 'gate-1-unsigned' : 'gate-2-unsigned';
  return demand(count === 0, reason, { figures: { missing: count } });
}

/** Records a declining scrutineer. Refuses scrutineer-unknown, already-signed, bad-request without a reason. */
export function decline(
  facts: Pick<GateFacts, 'scrutineers' | 'signedBy' | 'declines'>,
  by: Decline,
): { readonly ok: true; readonly declines: readonly Decline[] } | Refusal {
  if (!facts.scrutineers.includes(by.position)) return refuse('scrutineer-unknown');
  if (facts.signedBy.includes(by.position)) return refuse('already-signed');
  if (by.reason.trim() === '') return refuse('bad-request', { field: 'reason' });
  return { ok: true, declines: [...facts.declines.filter((earlier) => earlier.position !== by.position), by] };
}

/** The tally clerk is never also a scrutineer; both by the name on the lists. Refuses clerk-is-scrutineer with the name. */
export function checkTallyClerk(clerk: string, scrutineers: readonly string[]): Verdict {
  return demand(!scrutineers.some((name) => isSameName(name, clerk)), 'clerk-is-scrutineer', { field: 'name', figures: { name: clerk } });
}

/** The same asked of a scrutineer or alternate, by their name and those of the clerks. Refuses clerk-is-scrutineer with the name. */
export function checkNoClerk(scrutineer: string, clerks: readonly string[]): Verdict {
  return demand(!clerks.some((clerk) => isSameName(scrutineer, clerk)), 'clerk-is-scrutineer', { field: 'name', figures: { name: scrutineer } });
}

function unsignedInHall(facts: GateFacts, signed: readonly number[]): readonly number[] {
  const excused = facts.declines.map((declined) => declined.position);
  return facts.scrutineers.filter(
    (position) =>
      position !== facts.chief &&
      facts.present.includes(position) &&
      !signed.includes(position) &&
      !excused.includes(position),
  );
}
