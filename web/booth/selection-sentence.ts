import type { BallotRule } from '#shared/domain/method.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { zh } from '../text/booth.zh.ts';

/** Why a mark or the way to the review was not taken; the rule itself is in shared/domain/selection.ts. */
export function selectionSentence(refusal: Refusal, rule: BallotRule, selected: number, texts: typeof zh): string {
  return refusal.reason === 'too-many-selected' ? texts.tooMany(rule.max) : texts.tooFew(Math.max(rule.min, 1), selected);
}
