import type { CheckName } from '#shared/ballot-paper/check-name.ts';

/** The checks of a record in the order of the day, so that a reader follows a ballot and not a list of thirty. */
export const CHECK_GROUPS = ['rules', 'issue', 'box', 'board', 'outcome', 'rounds'] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

const GROUP: Readonly<Record<CheckName, CheckGroup>> = {
  files: 'rules',
  manifest: 'rules',
  'manifest-signatures': 'rules',
  'box-keys': 'rules',
  'stamp-key': 'rules',
  roll: 'issue',
  attendance: 'issue',
  'issue-log': 'issue',
  issues: 'issue',
  reissued: 'issue',
  'reissue-signatures': 'issue',
  'issue-signatures': 'issue',
  'paper-issues': 'issue',
  'paper-log': 'issue',
  'paper-signatures': 'issue',
  'paper-numbers': 'issue',
  numbers: 'issue',
  'tree-head': 'box',
  'tree-head-signatures': 'box',
  'box-order': 'box',
  stamps: 'box',
  'cast-signatures': 'box',
  root: 'box',
  keys: 'board',
  opening: 'board',
  board: 'board',
  'board-lines': 'board',
  'board-counts': 'board',
  'board-signatures': 'board',
  'hand-count': 'outcome',
  outcome: 'outcome',
  'outcome-result': 'outcome',
  'outcome-signatures': 'outcome',
  parent: 'rounds',
  options: 'rounds',
  places: 'rounds',
  'key-work': 'rounds',
};

/** Checks sorted into the groups that have any. */
export function inGroups<Check extends { readonly name: CheckName }>(checks: readonly Check[]): readonly { readonly group: CheckGroup; readonly checks: readonly Check[] }[] {
  return CHECK_GROUPS.map((group) => ({ group, checks: checks.filter(({ name }) => GROUP[name] === group) })).filter((one) => one.checks.length > 0);
}
