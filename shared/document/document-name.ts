/** The documents of a congress day, in the order in which the day needs them. */
export const DOCUMENT_NAMES = [
  'project-list',
  'method',
  'letters-register',
  'check-in-register',
  'scrutineer-list',
  'adoption-record',
  'box-seal',
  'blank-ballot',
  'ballot-register',
  'hand-count-sheet',
  'count-report',
  'invalid-ballots',
  'objections',
  'rulings',
  'result-sheet',
  'chair-words',
  'announcement',
  'envelope-record',
  'audit-log',
] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/** What a document can be downloaded as; its print page is there for every one. */
export const DOCUMENT_FORMATS = ['pdf', 'docx', 'xlsx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The steps of the day under which the documents are listed. */
export const DOCUMENT_STEPS = ['prepare', 'check-in', 'adopt', 'arm', 'vote', 'count', 'result', 'announce', 'archive'] as const;
export type DocumentStep = (typeof DOCUMENT_STEPS)[number];

/** Why a document cannot be made yet. */
export const NOT_YET = [
  'no-candidates', 'roll-empty', 'scrutineers-unnamed', 'not-adopted', 'no-round', 'not-armed', 'not-closed',
  'not-tallied', 'not-certified', 'not-decided', 'not-published', 'round-void',
] as const;
export type NotYet = (typeof NOT_YET)[number];
