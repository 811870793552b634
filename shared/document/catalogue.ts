import { type Role, mayReadOutcome } from '../domain/permission.ts';
import { adoptionRecord, scrutineerList } from './adoption.ts';
import { announcement } from './announcement.ts';
import { ballotRegister, blankBallot, handCountSheet } from './ballot.ts';
import { boxSeal } from './box-seal.ts';
import { chairWords } from './chair-words.ts';
import { countReport } from './count-report.ts';
import { objections, rulings } from './decisions.ts';
import type { DocumentFormat, DocumentName, DocumentStep, NotYet } from './document-name.ts';
import { envelopeRecord } from './envelope-record.ts';
import type { Facts, RoundFacts } from './facts.ts';
import { invalidBallots } from './invalid-ballots.ts';
import { methodDocument } from './method.ts';
import type { Document } from './model.ts';
import { isDecided, projectList } from './project-list.ts';
import { auditLog, checkInRegister, lettersRegister } from './registers.ts';
import { resultSheet } from './result-sheet.ts';

/** Long lists that are read only for the documents which show them. */
export type Need = 'roll' | 'letters' | 'audit';

/** Clerks make every document; the chief reads what a scrutineer reads. Delegates read what the public reads. */
type Shared = {
  readonly step: DocumentStep;
  readonly formats: readonly DocumentFormat[];
  /** Beside the clerk. */
  readonly readers: readonly Exclude<Role, 'clerk' | 'chief'>[];
  readonly needs: Need | null;
};

export type CongressDocument = Shared & {
  readonly scope: 'congress';
  readonly missing: (facts: Facts, reader: Role) => NotYet | null;
  readonly build: (facts: Facts) => Document;
};

export type RoundDocument = Shared & {
  readonly scope: 'round';
  /** `round` is null before the first round is prepared. */
  readonly missing: (facts: Facts, round: RoundFacts | null, reader: Role) => NotYet | null;
  readonly build: (facts: Facts, round: RoundFacts | null) => Document;
};

const SCRUTINEER = ['scrutineer'] as const;
const READERS = ['scrutineer', 'office'] as const;
const EVERYONE = ['scrutineer', 'office', 'delegate', 'public'] as const;

/** Every document: when in the day, for whom, as what, from when on, and how it is built. */
export const CATALOGUE: Readonly<Record<DocumentName, CongressDocument | RoundDocument>> = {
  'project-list': ofCongress('prepare', ['pdf', 'docx', 'xlsx'], READERS, withCandidates, projectList),
  method: ofCongress('prepare', ['pdf'], READERS, withCandidates, methodDocument),
  'letters-register': { ...ofCongress('prepare', ['pdf', 'xlsx'], SCRUTINEER, withRoll, lettersRegister), needs: 'letters' },
  'check-in-register': { ...ofCongress('check-in', ['pdf', 'xlsx'], SCRUTINEER, withRoll, checkInRegister), needs: 'roll' },
  'scrutineer-list': ofCongress('adopt', ['pdf'], SCRUTINEER, withScrutineers, scrutineerList),
  'adoption-record': ofCongress('adopt', ['pdf'], SCRUTINEER, () => null, adoptionRecord),
  'box-seal': onceReached('arm', ['pdf'], SCRUTINEER, ({ armedAt }) => armedAt !== null, 'not-armed', boxSeal),
  'blank-ballot': alsoBlank('vote', ['pdf'], SCRUTINEER, withCandidates, blankBallot),
  'ballot-register': alsoBlank('vote', ['pdf', 'xlsx'], SCRUTINEER, () => null, ballotRegister),
  'hand-count-sheet': alsoBlank('vote', ['pdf'], SCRUTINEER, withCandidates, handCountSheet),
  'count-report': onceReached('count', ['pdf'], SCRUTINEER, (round) => round.countReport !== null, 'not-closed', countReport),
  'invalid-ballots': afterOpening(['pdf'], SCRUTINEER, invalidBallots),
  objections: alsoBlank('result', ['pdf'], SCRUTINEER, () => null, objections),
  rulings: alsoBlank('result', ['pdf'], SCRUTINEER, () => null, rulings),
  'result-sheet': afterOpening(['pdf', 'docx', 'xlsx'], READERS, resultSheet),
  'chair-words': onceReached('announce', ['pdf', 'docx'], [], ({ state }) => state === 'certified', 'not-certified', chairWords),
  announcement: ofCongress('announce', ['pdf', 'docx'], EVERYONE, announced, announcement),
  'envelope-record': ofCongress('archive', ['pdf'], SCRUTINEER, () => null, envelopeRecord),
  'audit-log': { ...ofCongress('archive', ['pdf', 'xlsx'], SCRUTINEER, () => null, auditLog), needs: 'audit' },
};

/** The place of a document in the list of one reader. */
export function mayRead(name: DocumentName, reader: Role): boolean {
  if (reader === 'clerk') return true;
  const readers: readonly Role[] = CATALOGUE[name].readers;
  return readers.includes(reader === 'chief' ? 'scrutineer' : reader);
}

/** Why a document cannot be made for this reader yet; null when it can. `round` is for documents of a round. */
export function missingFor(name: DocumentName, facts: Facts, round: RoundFacts | null, reader: Role): NotYet | null {
  const entry = CATALOGUE[name];
  return entry.scope === 'congress' ? entry.missing(facts, reader) : entry.missing(facts, round, reader);
}

/** Builds a document that is not missing. */
export function buildDocument(name: DocumentName, facts: Facts, round: RoundFacts | null): Document {
  const entry = CATALOGUE[name];
  return entry.scope === 'congress' ? entry.build(facts) : entry.build(facts, round);
}

function ofCongress(
  step: DocumentStep,
  formats: readonly DocumentFormat[],
  readers: Shared['readers'],
  missing: CongressDocument['missing'],
  build: CongressDocument['build'],
): CongressDocument {
  return { scope: 'congress', step, formats, readers, needs: null, missing, build };
}

/** Of a round, and blank before there is one. */
function alsoBlank(
  step: DocumentStep,
  formats: readonly DocumentFormat[],
  readers: Shared['readers'],
  missing: (facts: Facts) => NotYet | null,
  build: RoundDocument['build'],
): RoundDocument {
  return { scope: 'round', step, formats, readers, needs: null, missing, build };
}

/** Once the round has come so far; a void round keeps what was made of it before. */
function onceReached(
  step: DocumentStep,
  formats: readonly DocumentFormat[],
  readers: Shared['readers'],
  reached: (round: RoundFacts) => boolean,
  before: NotYet,
  build: (facts: Facts, round: RoundFacts) => Document,
): RoundDocument {
  return {
    scope: 'round', step, formats, readers, needs: null,
    missing: (_facts, round) => {
      if (round === null) return 'no-round';
      if (reached(round)) return null;
      return round.state === 'void' ? 'round-void' : before;
    },
    build: (facts, round) => build(facts, existing(round)),
  };
}

/** What tells of a tally: for each reader only from when on the outcome may be read. */
function afterOpening(formats: readonly DocumentFormat[], readers: Shared['readers'], build: (facts: Facts, round: RoundFacts) => Document): RoundDocument {
  return {
    scope: 'round', step: 'result', formats, readers, needs: null,
    missing: (facts, round, reader) => {
      if (round === null) return 'no-round';
      if (mayReadOutcome(reader, round.state, facts.congress.state)) return null;
      if (round.state === 'void') return 'round-void';
      return round.state === 'certified' ? 'not-decided' : 'not-tallied';
    },
    build: (facts, round) => build(facts, existing(round)),
  };
}

function existing(round: RoundFacts | null): RoundFacts {
  if (round === null) throw new Error('This document is made from a round.');
  return round;
}

function withCandidates({ projects }: Facts): NotYet | null {
  return projects.length === 0 ? 'no-candidates' : null;
}

function withRoll({ summoned }: Facts): NotYet | null {
  return summoned === 0 ? 'roll-empty' : null;
}

function withScrutineers({ scrutineers }: Facts): NotYet | null {
  return scrutineers.length === 0 ? 'scrutineers-unnamed' : null;
}

/** Clerk, scrutineers and office prepare the announcement once the congress is decided; all others read it once published. */
function announced(facts: Facts, reader: Role): NotYet | null {
  if (!isDecided(facts)) return reader === 'public' || reader === 'delegate' ? 'not-published' : 'not-decided';
  const early: readonly Role[] = ['clerk', 'scrutineer', 'chief', 'office'];
  return facts.congress.state === 'published' || early.includes(reader) ? null : 'not-published';
}
