import type { Progress } from './batches.ts';
import type { OutcomeFile } from './outcome-file.ts';
import type { Platform } from './platform.ts';
import type { RecordParts } from './record.ts';

/** What a check found wrong, for the reader's log; null where all is well. */
export type Finding = string | null;

export type CheckContext = {
  readonly platform: Platform;
  readonly onProgress: Progress;
  /** Outcomes of the earlier rounds of the chain, first round first; null where they were not given. */
  readonly earlier: readonly OutcomeFile[] | null;
};

/** One check of one record. */
export type Check = (parts: RecordParts, context: CheckContext) => Finding | Promise<Finding>;

type Whole<K extends keyof RecordParts> = { readonly [P in K]: NonNullable<RecordParts[P]> };

/** A check that needs these parts; without one of them nothing is shown, and it fails. */
export function checkOf<K extends keyof RecordParts>(
  needs: readonly K[],
  check: (parts: RecordParts & Whole<K>, context: CheckContext) => Finding | Promise<Finding>,
): Check {
  return (parts, context) => (hasAll(parts, needs) ? check(parts, context) : `unread: ${unread(parts, needs).join(', ')}`);
}

function hasAll<K extends keyof RecordParts>(parts: RecordParts, needs: readonly K[]): parts is RecordParts & Whole<K> {
  return unread(parts, needs).length === 0;
}

function unread<K extends keyof RecordParts>(parts: RecordParts, needs: readonly K[]): readonly K[] {
  return needs.filter((name) => parts[name] === null);
}

/** Null when the condition holds, otherwise the words. */
export function unless(condition: boolean, words: string): Finding {
  return condition ? null : words;
}

/** The first finding of several. */
export function firstOf(...findings: readonly Finding[]): Finding {
  return findings.find((finding) => finding !== null) ?? null;
}
