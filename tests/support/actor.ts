import { readCodeOf } from '#shared/ballot-paper/secret-code.ts';
import type { CodeKind } from '#shared/ballot-paper/secret-code.ts';
import { readCongress } from '#shared/contract/congress.ts';
import { ballotRule } from '#shared/domain/method.ts';
import { checkAbstention, checkSelection } from '#shared/domain/selection.ts';
import { SimulatedDelegate, manifestReader } from '#server/features/simulation/simulated-delegate.ts';
import type { ManifestReader, SimulatedLetter, StampedPaper } from '#server/features/simulation/simulated-delegate.ts';
import { api } from './api.ts';

/** A delegate of the hall who is not watched at a browser: the secret of a letter is all it is given. */
export type Actor = {
  draw(): Promise<void>;
  /** No numbers: an abstention. */
  cast(numbers: readonly number[]): Promise<void>;
};

/** What is the same for every delegate of a round; many actors share it. */
export type Standing = { readonly manifest: ManifestReader; readonly inHand: () => ReturnType<typeof roundInHand> };

/** The letter behind a code as it is printed. */
export function letterOf(congressId: string, code: string, kind: CodeKind): SimulatedLetter {
  const read = readCodeOf(kind, code);
  if (!read.ok) throw new Error('The letter cannot be read.');
  return { congressId, secret: read.secret };
}

async function roundInHand(url: string, congressId: string) {
  const { method, round } = await api(url).must(readCongress, { params: { congressId } });
  if (round === null) throw new Error('No round is in hand.');
  return { method, round };
}

/** Read anew by each who asks. */
export function ownStanding(url: string, congressId: string): Standing {
  return { manifest: manifestReader({ url, origin: url }, congressId), inHand: () => roundInHand(url, congressId) };
}

/** Read once, for the hundreds of actors of the round that is in hand now. */
export async function sharedStanding(url: string, congressId: string): Promise<Standing> {
  const read = await roundInHand(url, congressId);
  return { manifest: manifestReader({ url, origin: url }, congressId), inHand: () => Promise.resolve(read) };
}

/** `standing`: asked for each act, so that a hall can go on to its next round. */
export async function actor(url: string, letter: SimulatedLetter, standing?: () => Standing): Promise<Actor> {
  const own = ownStanding(url, letter.congressId);
  const now = standing ?? (() => own);
  const delegate = new SimulatedDelegate({ url, origin: url }, letter, (roundId) => now().manifest(roundId));
  await delegate.signIn();
  const papers = new Map<string, StampedPaper>();
  const draw = async (roundId: string) => {
    const paper = papers.get(roundId) ?? (await delegate.draw(roundId));
    papers.set(roundId, paper);
    return paper;
  };
  return {
    draw: async () => {
      await draw((await now().inHand()).round.id);
    },
    cast: async (numbers) => {
      const { method, round } = await now().inHand();
      const rule = ballotRule(method, round.places);
      const checked = numbers.length === 0 ? checkAbstention(rule) : checkSelection(numbers, round.candidates, rule);
      if (!checked.ok) throw new Error(`An actor's choice breaks the rule: ${checked.reason}.`);
      await delegate.cast(round.id, await draw(round.id), checked.selection);
    },
  };
}
