import { type Refusal, refuse } from '../error-code.ts';
import type { BallotRule } from './method.ts';

const checked: unique symbol = Symbol('checked selection');

/** A selection that follows the rule of its round; only this file makes one. `numbers` is empty for an abstention. */
export type ValidSelection = { readonly [checked]: true; readonly numbers: readonly number[] };

/** What is marked but not yet cast, as project numbers. */
export type Selection = readonly number[];

type Checked = { readonly ok: true; readonly selection: ValidSelection } | Refusal;

/**
 * Whether a ballot with this many ticks follows the rule; none at all is an abstention.
 * The booth and the count both ask here. Source: 票选办法 selection size, abstention.
 */
export function followsRule(ticks: number, rule: BallotRule): boolean {
  return ticks === 0 ? rule.abstain : ticks >= rule.min && ticks <= rule.max;
}

/** How many more projects may be marked. */
export function remaining(selection: Selection, rule: BallotRule): number {
  return rule.max - new Set(selection).size;
}

/**
 * Marks the project, or takes its mark away; the new selection is in official order.
 * Refuses unknown-project, too-many-selected: the seventh mark never displaces another.
 */
export function toggle(
  selection: Selection,
  number: number,
  candidates: readonly number[],
  rule: BallotRule,
): { readonly ok: true; readonly selection: Selection } | Refusal {
  if (!candidates.includes(number)) return refuse('unknown-project', { figures: { number } });
  if (selection.includes(number)) return { ok: true, selection: selection.filter((marked) => marked !== number) };
  if (remaining(selection, rule) <= 0) return tooMany(selection.length + 1, rule);
  return { ok: true, selection: [...selection, number].toSorted((a, b) => a - b) };
}

/**
 * Checks a selection before it is cast. A blank one is refused as too few, never taken for an abstention,
 * which has a button of its own. Refuses unknown-project, too-many-selected, too-few-selected.
 */
export function checkSelection(selection: Selection, candidates: readonly number[], rule: BallotRule): Checked {
  const marked = new Set(selection);
  const unknown = selection.find((number) => !candidates.includes(number));
  if (unknown !== undefined) return refuse('unknown-project', { figures: { number: unknown } });
  if (marked.size > rule.max) return tooMany(marked.size, rule);
  const fewest = Math.max(rule.min, 1);
  if (marked.size < fewest) return refuse('too-few-selected', { figures: { selected: marked.size, min: fewest } });
  return { ok: true, selection: { [checked]: true, numbers: [...marked].toSorted((a, b) => a - b) } };
}

/** The abstention of the confirmed button: a wholly blank ballot. Refuses abstention-not-offered. */
export function checkAbstention(rule: BallotRule): Checked {
  if (!rule.abstain) return refuse('abstention-not-offered');
  return { ok: true, selection: { [checked]: true, numbers: [] } };
}

/** One mark per candidate, 1 where it is selected, in the order of the candidates. */
export function marksOf(selection: ValidSelection, candidates: readonly number[]): readonly (0 | 1)[] {
  return candidates.map((number) => (selection.numbers.includes(number) ? 1 : 0));
}

function tooMany(selected: number, rule: BallotRule): Refusal {
  return refuse('too-many-selected', { figures: { selected, max: rule.max } });
}
