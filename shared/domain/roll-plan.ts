/** One line of the roll as offices list it. */
export type RollLine = { readonly number: string; readonly name: string; readonly delegation: string };

/** What a list would make of the roll, delegates told apart by their number. */
export type RollPlan = {
  readonly added: readonly RollLine[];
  readonly changed: readonly { readonly before: RollLine; readonly after: RollLine }[];
  readonly same: readonly RollLine[];
  /** On the roll, not in the list: they stay unless the clerk strikes them. */
  readonly missing: readonly RollLine[];
};

/** Compares a list, in which each number stands once, with the roll as it is. */
export function planRoll(roll: readonly RollLine[], list: readonly RollLine[]): RollPlan {
  const before = new Map(roll.map((line) => [line.number, line]));
  const listed = new Set(list.map(({ number }) => number));
  const known = list.flatMap((after) => {
    const line = before.get(after.number);
    return line === undefined ? [] : [{ before: line, after }];
  });
  return {
    added: list.filter(({ number }) => !before.has(number)),
    changed: known.filter((pair) => !isSameLine(pair.before, pair.after)),
    same: known.filter((pair) => isSameLine(pair.before, pair.after)).map(({ after }) => after),
    missing: roll.filter(({ number }) => !listed.has(number)),
  };
}

function isSameLine(one: RollLine, other: RollLine): boolean {
  return one.name === other.name && one.delegation === other.delegation;
}
