/**
 * Every check of a verification, by name: a closed list, explained in PROTOCOL.md. The first group is made of
 * every record, the second where a record carries keys, the third where several rounds are verified together. A
 * round that was counted by hand has no box: HAND_CHECKS are made of it in place of the first group, and
 * `hand-count` among them says so.
 */
export const RECORD_CHECKS = [
  'files',
  'manifest',
  'manifest-signatures',
  'box-keys',
  'stamp-key',
  'tree-head',
  'tree-head-signatures',
  'roll',
  'attendance',
  'issue-log',
  'issues',
  'reissued',
  'reissue-signatures',
  'issue-signatures',
  'paper-issues',
  'paper-log',
  'paper-signatures',
  'numbers',
  'paper-numbers',
  'box-order',
  'stamps',
  'cast-signatures',
  'root',
  'board',
  'board-lines',
  'board-counts',
  'board-signatures',
  'outcome',
  'outcome-result',
  'outcome-signatures',
] as const;

export const HAND_CHECKS = [
  'files',
  'manifest',
  'manifest-signatures',
  'box-keys',
  'stamp-key',
  'roll',
  'hand-count',
  'outcome',
  'outcome-result',
  'outcome-signatures',
] as const;

export const KEY_CHECKS = ['keys', 'opening'] as const;

export const CHAIN_CHECKS = ['parent', 'options', 'places', 'key-work'] as const;

export const CHECK_NAMES = [...RECORD_CHECKS, 'hand-count', ...KEY_CHECKS, ...CHAIN_CHECKS] as const;
export type CheckName = (typeof CHECK_NAMES)[number];
