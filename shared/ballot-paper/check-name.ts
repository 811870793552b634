/**
 * Every check of a verification, by name: a closed list, explained in PROTOCOL.md. The first group is made of
 * every record, the second where a record carries keys, the third where several rounds are verified together.
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
  'issue-signatures',
  'numbers',
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

export const KEY_CHECKS = ['keys', 'opening'] as const;

export const CHAIN_CHECKS = ['parent', 'options', 'places', 'key-work'] as const;

export const CHECK_NAMES = [...RECORD_CHECKS, ...KEY_CHECKS, ...CHAIN_CHECKS] as const;
export type CheckName = (typeof CHECK_NAMES)[number];
