import { type ErrorCode, type Refusal, refuse } from '../error-code.ts';

export type Allowed = { readonly ok: true };
/** The answer of a rule: allowed, or refused with the reason. */
export type Verdict = Allowed | Refusal;

export const ALLOWED: Allowed = { ok: true };

/** Allowed when the condition holds, otherwise a refusal with this reason. */
export function demand(condition: boolean, reason: ErrorCode, more: Omit<Refusal, 'ok' | 'reason'> = {}): Verdict {
  return condition ? ALLOWED : refuse(reason, more);
}

/** The first refusal, in the order in which the hall would ask; allowed when there is none. */
export function firstRefusal(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? ALLOWED;
}

/** The move, provided that it and every condition is allowed; otherwise the first refusal. */
export function provided<M extends Allowed>(move: M | Refusal, ...conditions: readonly Verdict[]): M | Refusal {
  if (!move.ok) return move;
  const verdict = firstRefusal(...conditions);
  return verdict.ok ? move : verdict;
}
