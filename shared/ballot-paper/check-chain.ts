import { finalKeyWork } from '../domain/outcome.ts';
import { equalBytes } from './bytes.ts';
import { type Finding, firstOf, unless } from './check.ts';
import type { CHAIN_CHECKS } from './check-name.ts';
import { toHex } from './hex.ts';
import type { Manifest } from './manifest.ts';
import type { OutcomeFile } from './outcome-file.ts';
import type { RecordParts } from './record.ts';

/** One round of a chain with those before it, as far as they could be read. */
export type ChainLink = { readonly parts: RecordParts; readonly before: readonly RecordParts[] };
export type ChainCheck = (link: ChainLink) => Finding;

const NOT_READ = 'unread: manifest or outcome of this or an earlier round';

type Known = { readonly manifest: Manifest; readonly outcome: OutcomeFile };

function known(parts: RecordParts | undefined): Known | null {
  if (parts === undefined) return null;
  const { manifest, outcome } = parts;
  return manifest === null || outcome === null ? null : { manifest, outcome };
}

/** The rounds of one congress in their order, each naming the outcome before it; a first round names none. */
const checkParent: ChainCheck = ({ parts, before }) => {
  const own = known(parts);
  if (own === null) return NOT_READ;
  const parent = before.at(-1);
  if (parent === undefined) return unless(own.manifest.parent === null, 'the first round names a parent');
  const previous = known(parent);
  if (previous === null || parent.outcomeHash === null) return NOT_READ;
  return firstOf(
    unless(own.manifest.parent === toHex(parent.outcomeHash), 'another parent'),
    unless(equalBytes(own.manifest.electionId, previous.manifest.electionId), 'another congress'),
    unless(!before.some((one) => isSameRound(one.manifest, own.manifest)), 'one round twice'),
    unless(own.manifest.number > previous.manifest.number, 'numbers do not rise'),
    unless(!previous.outcome.final, 'the round before it was the last'),
  );
};

function isSameRound(one: Manifest | null, other: Manifest): boolean {
  return one !== null && equalBytes(one.roundId, other.roundId);
}

/** A re-vote is among the tied, a second round among those that did not pass; each keeps number and title. */
const checkOptions: ChainCheck = ({ parts, before }) => {
  const own = known(parts);
  const previous = known(before.at(-1));
  if (own === null) return NOT_READ;
  if (before.length === 0) return null;
  if (previous === null) return NOT_READ;
  const { tied, counts, selected } = previous.outcome;
  const expected = tied.length > 0 ? tied : finalKeyWork(counts.map(({ number }) => number), [selected]);
  const titles = new Map(previous.manifest.options.map(({ number, title }) => [number, title]));
  return firstOf(
    unless(own.manifest.options.map(({ number }) => number).join() === expected.join(), `not the options ${expected.join()}`),
    unless(own.manifest.options.every(({ number, title }) => titles.get(number) === title), 'another title'),
  );
};

/** A later round fills the places that were left. */
const checkPlaces: ChainCheck = ({ parts, before }) => {
  const own = known(parts);
  const previous = known(before.at(-1));
  if (own === null || (before.length > 0 && previous === null)) return NOT_READ;
  const places = previous?.outcome.placesLeft ?? own.manifest.method.places;
  return unless(own.manifest.rule.max === places, `not ${places} places`);
};

/** Key work of the last round: every candidate of the first that no round selected. */
const checkKeyWork: ChainCheck = ({ parts, before }) => {
  const chain = [...before, parts].map(known).filter((one) => one !== null);
  const own = chain.at(-1);
  const first = chain[0];
  if (own === undefined || first === undefined || chain.length <= before.length) return NOT_READ;
  const candidates = first.manifest.options.map(({ number }) => number);
  const expected = own.outcome.final ? finalKeyWork(candidates, chain.map(({ outcome }) => outcome.selected)) : [];
  return unless(own.outcome.keyWork.join() === expected.join(), `not the key work ${expected.join()}`);
};

export const CHAIN: Readonly<Record<(typeof CHAIN_CHECKS)[number], ChainCheck>> = {
  parent: checkParent,
  options: checkOptions,
  places: checkPlaces,
  'key-work': checkKeyWork,
};
