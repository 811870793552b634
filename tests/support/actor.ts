import { readCodeOf } from '#shared/ballot-paper/secret-code.ts';
import type { CodeKind } from '#shared/ballot-paper/secret-code.ts';
import { readCongress } from '#shared/contract/congress.ts';
import { ballotRule } from '#shared/domain/method.ts';
import { checkAbstention, checkSelection } from '#shared/domain/selection.ts';
import { SimulatedDelegate } from '#server/features/simulation/simulated-delegate.ts';
import type { SimulatedLetter } from '#server/features/simulation/simulated-delegate.ts';
import { api } from './api.ts';

/** A delegate of the hall who is not watched at a browser: the secret of a letter is all it is given. */
export type Actor = {
  draw(): Promise<void>;
  /** No numbers: an abstention. */
  cast(numbers: readonly number[]): Promise<void>;
};

/** The letter behind a code as it is printed. */
export function letterOf(congressId: string, code: string, kind: CodeKind): SimulatedLetter {
  const read = readCodeOf(kind, code);
  if (!read.ok) throw new Error('The letter cannot be read.');
  return { congressId, secret: read.secret };
}

export async function actor(url: string, letter: SimulatedLetter): Promise<Actor> {
  const delegate = new SimulatedDelegate({ url, origin: url }, letter);
  await delegate.signIn();
  const inHand = async () => {
    const { method, round } = await api(url).must(readCongress, { params: { congressId: letter.congressId } });
    if (round === null) throw new Error('No round is in hand.');
    return { method, round };
  };
  return {
    draw: async () => {
      await delegate.draw((await inHand()).round.id);
    },
    cast: async (numbers) => {
      const { method, round } = await inHand();
      const rule = ballotRule(method, round.places);
      const checked = numbers.length === 0 ? checkAbstention(rule) : checkSelection(numbers, round.candidates, rule);
      if (!checked.ok) throw new Error(`An actor's choice breaks the rule: ${checked.reason}.`);
      await delegate.cast(round.id, await delegate.draw(round.id), checked.selection);
    },
  };
}
