import { z } from 'zod/mini';
import {
  ABSTENTIONS,
  DEVICE_CHANGES,
  LATER_THRESHOLDS,
  MARKINGS,
  PASS_THRESHOLDS,
  PUBLIC_LISTS,
  QUORUM_COMPARISONS,
  RECORD_READERS,
  SELECTION_SIZES,
  SHORTFALL_RULES,
  SIGNATURE_RULES,
  TIE_RULES,
  TRACKER_TIMES,
  VALIDITY_RULES,
} from '../domain/method.ts';
import { congressId, recordId, roundId } from '../ids.ts';
import { endpoint } from './endpoint.ts';
import { count, hash, instant, line, ok, reason } from './field.ts';

export const congressState = z.enum(['preparing', 'adopted', 'voting', 'adjourned', 'decided', 'published']);
export const roundState = z.enum([
  'prepared', 'armed', 'open', 'closed', 'confirmed', 'frozen', 'tallied', 'certified', 'void',
]);
export const roundKind = z.enum(['first', 'revote', 'second-round', 'repeat']);
export const profile = z.enum(['street', 'town', 'county', 'custom']);

export const method = z.object({
  marking: z.enum(MARKINGS),
  places: z.int().check(z.minimum(1), z.maximum(99)),
  selectionSize: z.enum(SELECTION_SIZES),
  abstention: z.enum(ABSTENTIONS),
  quorum: z.object({
    numerator: z.int().check(z.minimum(1), z.maximum(100)),
    denominator: z.int().check(z.minimum(1), z.maximum(100)),
    compare: z.enum(QUORUM_COMPARISONS),
  }),
  passThreshold: z.enum(PASS_THRESHOLDS),
  laterThreshold: z.enum(LATER_THRESHOLDS),
  tie: z.enum(TIE_RULES),
  shortfall: z.enum(SHORTFALL_RULES),
  roundValid: z.enum(VALIDITY_RULES),
  signatures: z.enum(SIGNATURE_RULES),
  box: z.object({ t: z.int().check(z.minimum(2), z.maximum(20)), n: z.int().check(z.minimum(3), z.maximum(21)) }),
  deviceChange: z.enum(DEVICE_CHANGES),
  tracker: z.enum(TRACKER_TIMES),
  publicList: z.enum(PUBLIC_LISTS),
  recordOpenTo: z.enum(RECORD_READERS),
  keyWorkLabel: line(40),
});

/** A round as everyone may see it. `candidates` are first-round project numbers. */
export const roundSummary = z.object({
  /** The round was counted by hand: there is no box. Left out otherwise. */
  hand: z.optional(z.literal(true)),
  id: roundId,
  number: z.int(),
  kind: roundKind,
  state: roundState,
  places: z.int(),
  candidates: z.array(z.int()),
  fingerprint: z.nullable(z.string()),
  armedAt: z.nullable(instant),
  openedAt: z.nullable(instant),
  closesAt: z.nullable(instant),
  closedAt: z.nullable(instant),
});
export type RoundSummary = z.infer<typeof roundSummary>;

export const congressSummary = z.object({
  id: congressId,
  title: z.string(),
  place: z.string(),
  year: z.int(),
  profile,
  rehearsal: z.boolean(),
  state: congressState,
  method,
  /** The round in hand or, between rounds, the latest; null before the first is prepared. */
  round: z.nullable(roundSummary),
});
export type CongressSummary = z.infer<typeof congressSummary>;

/** A quantified target. One of `atLeast` and `exactly` is set. */
export const target = z.object({
  what: line(80),
  atLeast: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000_000))),
  exactly: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000_000))),
  unit: line(20),
});

const projectFields = {
  number: z.int().check(z.minimum(1), z.maximum(99)),
  title: line(60),
  theme: z.nullable(line(40)),
  targets: z.array(target).check(z.maxLength(20)),
  /** Whole yuan; null where unknown, never invented. */
  investment: z.nullable(z.int().check(z.minimum(0), z.maximum(9_000_000_000_000))),
  responsibleUnit: z.nullable(line(60)),
  deadline: z.nullable(line(40)),
  note: z.nullable(line(200)),
};
export const projectInput = z.object(projectFields);
export const project = z.object({
  id: recordId,
  ...projectFields,
  standing: z.enum(['candidate', 'selected', 'key-work']),
});
export type Project = z.infer<typeof project>;

const inCongress = z.object({ congressId });

export const listCongresses = endpoint({
  method: 'GET',
  path: '/api/congresses',
  who: ['public'],
  summary: 'The congresses of this installation; the booth tries a letter against each',
  response: z.array(congressSummary),
});

export const readCongress = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId',
  who: ['public'],
  summary: 'One congress with its candidate projects in official order',
  params: inCongress,
  response: z.extend(congressSummary, { projects: z.array(project) }),
});

export const changeCongress = endpoint({
  method: 'PATCH',
  path: '/api/congresses/:congressId',
  who: ['clerk'],
  summary: 'Title, place, year and terms profile, while preparing',
  params: inCongress,
  body: z.object({ title: line(80), place: line(40), year: z.int().check(z.minimum(2000), z.maximum(2100)), profile }),
  response: congressSummary,
});

export const addProject = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/projects',
  who: ['clerk'],
  summary: 'A candidate project, while preparing',
  params: inCongress,
  body: projectInput,
  response: project,
});

export const changeProject = endpoint({
  method: 'PUT',
  path: '/api/congresses/:congressId/projects/:projectId',
  who: ['clerk'],
  summary: 'Change a candidate project, while preparing',
  params: z.object({ congressId, projectId: recordId }),
  body: projectInput,
  response: project,
});

export const removeProject = endpoint({
  method: 'DELETE',
  path: '/api/congresses/:congressId/projects/:projectId',
  who: ['clerk'],
  summary: 'Remove a candidate project, while preparing',
  params: z.object({ congressId, projectId: recordId }),
  response: ok,
});

export const orderProjects = endpoint({
  method: 'PUT',
  path: '/api/congresses/:congressId/projects/order',
  who: ['clerk'],
  summary: 'The official order: all candidate projects, numbered anew from 1, while preparing; refuses project-unknown where others stand there by now',
  params: inCongress,
  body: z.object({ projectIds: z.array(recordId).check(z.minLength(1), z.maxLength(99)) }),
  response: ok,
});

export const changeMethod = endpoint({
  method: 'PUT',
  path: '/api/congresses/:congressId/method',
  who: ['clerk'],
  summary: 'The draft of the method, until it is adopted',
  params: inCongress,
  body: method,
  response: congressSummary,
});

export const adoption = z.object({
  subject: z.enum(['method', 'scrutineers']),
  votesFor: count,
  votesAgainst: count,
  votesAbstain: count,
  carried: z.boolean(),
  /** Hex SHA-256 of the adopted text. */
  hash,
  adoptedAt: instant,
});

export const adopt = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/adoptions',
  who: ['clerk'],
  summary: 'A show of hands on the method, then on the scrutineers; carried with more for than against and abstaining',
  params: inCongress,
  body: z.object({
    subject: z.enum(['method', 'scrutineers']),
    votesFor: count,
    votesAgainst: count,
    votesAbstain: count,
  }),
  response: adoption,
});

export const reopenPreparation = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/preparation',
  who: ['clerk'],
  summary: 'Back to preparing before any paper was drawn; both adoptions must be made again',
  params: inCongress,
  body: z.object({ reason }),
  response: congressSummary,
});

export const adjourn = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/adjournment',
  who: ['clerk'],
  summary: 'The meeting adjourns between rounds',
  params: inCongress,
  body: z.object({ reason }),
  response: congressSummary,
});

export const resume = endpoint({
  method: 'DELETE',
  path: '/api/congresses/:congressId/adjournment',
  who: ['clerk'],
  summary: 'The adjourned meeting goes on',
  params: inCongress,
  response: congressSummary,
});

export const publish = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/publication',
  who: ['clerk'],
  summary: 'Publish the announcement of a decided congress',
  params: inCongress,
  response: congressSummary,
});
