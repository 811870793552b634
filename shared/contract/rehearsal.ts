import { z } from 'zod/mini';
import { congressId, recordId } from '../ids.ts';
import { congressSummary } from './congress.ts';
import { endpoint } from './endpoint.ts';
import { count, ok } from './field.ts';

const inCongress = z.object({ congressId });

export const startRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsal',
  who: ['public'],
  summary: 'A fresh rehearsal congress (演练), on an installation that rehearses',
  body: z.object({
    delegates: z._default(z.int().check(z.minimum(5), z.maximum(5000)), 60),
    scrutineers: z._default(z.int().check(z.minimum(3), z.maximum(9)), 3),
    threshold: z._default(z.int().check(z.minimum(2), z.maximum(8)), 2),
  }),
  response: congressSummary,
});

export const readRehearsal = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/rehearsal',
  who: ['public'],
  summary: 'The letters, sheets and passwords of a rehearsal congress, which protect nothing',
  params: inCongress,
  response: z.object({
    letters: z.array(z.object({ delegateId: recordId, number: z.string(), name: z.string(), code: z.string(), scrutineer: z.boolean() })),
    sheets: z.array(z.object({ scrutineerId: recordId, name: z.string(), chief: z.boolean(), code: z.string() })),
    accounts: z.array(z.object({ name: z.string(), role: z.enum(['clerk', 'office']), password: z.string() })),
  }),
});

export const keepRehearsalLetters = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/rehearsal/letters',
  who: ['clerk'],
  summary: 'Letters of a rehearsal made anew, kept so that its delegates may take them with one touch; refused for a real congress, whose secrets never leave the paper',
  params: inCongress,
  body: z.object({ letters: z.array(z.object({ delegateId: recordId, code: z.string().check(z.maxLength(60)) })).check(z.minLength(1), z.maxLength(500)) }),
  response: ok,
});

export const simulateDelegates = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/rehearsal/delegates',
  who: ['clerk'],
  summary: 'Simulated delegates do what the round allows now: check in, draw, cast; each is an HTTP client of its own',
  params: inCongress,
  body: z.object({
    act: z.enum(['check-in', 'draw', 'cast']),
    /** How many more delegates do it; the rest are left to people. */
    delegates: count.check(z.minimum(1), z.maximum(5000)),
    /** Of the casts, how many abstain. */
    abstain: z._default(count, 0),
    /** even: all projects equally likely; tie: marks arranged so that the cut-off ties. */
    leaning: z._default(z.enum(['even', 'clear', 'tie']), 'clear'),
  }),
  response: z.object({ started: count }),
});

export const readSimulation = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/rehearsal/delegates',
  who: ['clerk'],
  summary: 'How far the simulated delegates are',
  params: inCongress,
  response: z.object({ running: z.boolean(), done: count, of: count, failed: count, lastFailure: z.nullable(z.string()) }),
});
