import type { CountReport } from '../domain/count-report.ts';
import type { CongressState } from '../domain/congress.ts';
import type { LetterStanding } from '../domain/letter.ts';
import type { Method, Profile } from '../domain/method.ts';
import type { RoundKind } from '../domain/next-round.ts';
import type { ProjectCount } from '../domain/outcome.ts';
import type { RoundState } from '../domain/round.ts';
import type { InvalidReason } from '../domain/tally.ts';
import type { Bases } from '../domain/threshold.ts';

/** What documents are built from. Instants are ISO 8601 in UTC, hashes 64 hex characters, counts whole numbers. */
export type Facts = {
  readonly congress: CongressFacts;
  /** In official order. */
  readonly projects: readonly ProjectFacts[];
  /** The chief first, alternates last. */
  readonly scrutineers: readonly ScrutineerFacts[];
  /** Names of the clerks' accounts. */
  readonly clerks: readonly string[];
  /** Every show of hands, the earliest first. */
  readonly adoptions: readonly AdoptionFacts[];
  /** By number. */
  readonly rounds: readonly RoundFacts[];
  readonly summoned: number;
  /** In the hall when the document is made. */
  readonly present: number;
  /** Read only for the documents that list them; empty otherwise. */
  readonly roll: readonly RollLine[];
  readonly letters: readonly LetterLine[];
  readonly audit: readonly AuditLine[];
};

export type CongressFacts = {
  readonly title: string;
  readonly place: string;
  readonly year: number;
  readonly profile: Profile;
  readonly rehearsal: boolean;
  readonly state: CongressState;
  readonly method: Method;
  readonly decidedAt: string | null;
  readonly publishedAt: string | null;
};

export type ProjectFacts = {
  readonly number: number;
  readonly title: string;
  readonly theme: string | null;
  readonly targets: readonly TargetFacts[];
  /** Whole yuan; null where unknown. */
  readonly investment: number | null;
  readonly responsibleUnit: string | null;
  readonly deadline: string | null;
  readonly note: string | null;
  readonly standing: 'candidate' | 'selected' | 'key-work';
};
export type TargetFacts = {
  readonly what: string;
  readonly atLeast?: number | undefined;
  readonly exactly?: number | undefined;
  readonly unit: string;
};

export type ScrutineerFacts = {
  readonly name: string;
  readonly delegateNumber: string;
  readonly chief: boolean;
  readonly alternate: boolean;
  /** Number on the manifest; null for an alternate. */
  readonly position: number | null;
  /** 8 characters; null until the keys are made. */
  readonly keyCode: string | null;
};

export type AdoptionFacts = {
  readonly subject: 'method' | 'scrutineers';
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstain: number;
  readonly carried: boolean;
  /** False once preparation was taken up again. */
  readonly standing: boolean;
  readonly hash: string;
  readonly adoptedAt: string;
};

/** An electronic signature that was verified. `position` is the number on the manifest. */
export type SignatureFacts = { readonly position: number; readonly at: string };
export type SignedFile = 'manifest' | 'count' | 'sth' | 'board' | 'outcome';

export type RoundFacts = {
  readonly number: number;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly places: number;
  /** Counted by hand (手工计票), because the system could not. */
  readonly hand: boolean;
  /** First-round project numbers, in official order. */
  readonly candidates: readonly number[];
  readonly summoned: number | null;
  /** 16 characters in four groups; null before the manifest. */
  readonly fingerprint: string | null;
  readonly manifestHash: string | null;
  readonly armedAt: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly certifiedAt: string | null;
  readonly countReport: (CountReport & { readonly headCountReason: string | null; readonly hash: string; readonly valid: boolean }) | null;
  readonly tally: TallyFacts | null;
  readonly outcome: OutcomeFacts | null;
  readonly signatures: Readonly<Record<SignedFile, readonly SignatureFacts[]>>;
  /** The tally clerk's certification of the outcome. */
  readonly certifiedBy: { readonly name: string; readonly at: string } | null;
  readonly declines: readonly { readonly gate: SignedFile; readonly name: string; readonly position: number; readonly reason: string }[];
  readonly rulings: readonly RulingFacts[];
  readonly objections: readonly { readonly by: string; readonly text: string; readonly enteredAt: string }[];
  /** Printed ballots of the round; null where nothing is kept of them. */
  readonly papers: PaperFacts | null;
  /** The chief's rulings on printed ballots that were in doubt, by their place in the pile. */
  readonly sheetRulings: readonly { readonly sheet: number; readonly valid: boolean; readonly reason: string; readonly ruledBy: string }[];
  /** The audit log as it stood when the outcome was certified, or now. */
  readonly auditHead: AuditHead | null;
};
export type AuditHead = { readonly sequence: number; readonly hash: string };

export type TallyFacts = {
  readonly received: number;
  readonly valid: number;
  readonly abstained: number;
  readonly invalid: number;
  /** Null where the ballots were counted by hand. */
  readonly invalidReasons: Readonly<Record<InvalidReason, number>> | null;
};

export type OutcomeFacts = {
  readonly hash: string;
  /** Null where the ballots were counted by hand. */
  readonly boardHash: string | null;
  readonly counts: readonly ProjectCount[];
  readonly base: Bases;
  readonly selected: readonly number[];
  readonly tied: readonly number[];
  readonly placesLeft: number;
  readonly keyWork: readonly number[];
  readonly final: boolean;
  readonly next: 'none' | 'revote' | 'second-round' | 'ruling-tie' | 'ruling-shortfall';
};

export type RulingFacts = {
  readonly kind: 'void' | 'tie' | 'shortfall';
  readonly text: string;
  readonly by: string;
  readonly reason: string;
  readonly selected: readonly number[];
  readonly enteredAt: string;
  /** With the chief's signature; null while it waits. */
  readonly effectiveAt: string | null;
};

/** The register of printed ballots: printed = issued + spoiled + unused; the last three are null until two people counted them. */
export type PaperFacts = {
  readonly printed: number | null;
  readonly issued: number;
  readonly spoiled: number | null;
  readonly unused: number | null;
  /** Who took one, by delegate number; when is not kept, as for every paper. */
  readonly handedOut: readonly { readonly number: string; readonly name: string }[];
};

export type RollLine = {
  readonly number: string;
  readonly name: string;
  readonly delegation: string;
  readonly attendance: 'absent' | 'leave' | 'present' | 'left';
  /** First check-in that counts, and the last check-out; null where there is none. */
  readonly checkedInAt: string | null;
  readonly checkedOutAt: string | null;
  /** First came after a round was first opened. */
  readonly late: boolean;
};

export type LetterLine = {
  readonly number: string;
  readonly name: string;
  readonly delegation: string;
  /** Earliest first; the last one that is not revoked is valid. */
  readonly letters: readonly LetterFacts[];
};
export type LetterFacts = {
  readonly madeAt: string;
  readonly revokedAt: string | null;
  readonly reason: string | null;
  readonly standing: LetterStanding;
  /** The last hand-out and who made the mark; null where there was none. */
  readonly handedOutAt: string | null;
  readonly handedOutBy: string | null;
  readonly keptAt: string | null;
  readonly keptBy: string | null;
};

export type AuditLine = AuditHead & { readonly at: string; readonly actor: string; readonly act: string; readonly detail: string };
