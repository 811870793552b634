import type { OfficeTexts } from './office.zh.ts';

export const en: OfficeTexts = {
  role: 'Office',
  signIn: {
    title: 'Office sign-in',
    name: 'Account',
    password: 'Password',
    act: 'Sign in',
    use: (name) => `Use this account: ${name}`,
    rehearsal: 'Rehearsal account',
  },
  signOut: 'Sign out',
  again: 'Read again',
  notYetTitle: 'Not decided yet',
  notYetText: 'The selected projects and the key work appear here once the scrutineers have signed the outcome of the last round. Until then there are no tallies here.',
  notYetState: (state) =>
    ({ preparing: 'The congress is being prepared', adopted: 'The method is adopted; voting has not begun', voting: 'The congress is in progress', adjourned: 'The meeting is adjourned', decided: 'Decided', published: 'Published' })[state],
  selected: (year) => `Livelihood projects of ${year}`,
  keyWork: (label) => `Key work (${label})`,
  listTitle: (title, projects) => `${title}: ${projects}`,
  empty: '(none)',
  unknown: 'not given',
  published: 'The outcome is published.',
  notPublished: 'The scrutineers have signed the outcome; it is not published yet. Please do not release it before.',
  outcomeHash: 'Hash of the outcome',
  ruling: (by, text, reason) => `Ruling (${by}): ${text} Reason: ${reason}`,
  columns: { number: 'No.', title: 'Project', votes: 'Votes', rate: 'Rate', targets: 'Targets', investment: 'Investment (yuan)', unit: 'Responsible unit', deadline: 'Deadline', theme: 'Theme', note: 'Note', list: 'List' },
  noVotes: 'not in the last round',
  rateOfValid: (votes, valid) => `${votes} of ${valid} valid ballots${valid === 0 ? '' : ` (${((100 * votes) / valid).toFixed(1)}%)`}`,
  target: (what, atLeast, exactly, unit) => `${what} ${atLeast === undefined ? (exactly ?? '') : `at least ${atLeast}`} ${unit}`.trim(),
  rounds: 'Rounds',
  round: (number, summoned, present, issued, received, valid, abstained, invalid) =>
    `Round ${number}: summoned ${summoned}, present ${present}, issued ${issued}, received ${received}, valid ${valid} (abstentions ${abstained}), invalid ${invalid}`,
  csv: 'Export as CSV',
  print: 'Print',
  fileName: (year) => `outcome-${year}.csv`,
  rehearsalMark: 'REHEARSAL',
};
