import { z } from 'zod/mini';
import { congressId, recordId } from '../ids.ts';
import { endpoint } from './endpoint.ts';
import { count, instant, line, ok, publicKey, reason } from './field.ts';

const inCongress = z.object({ congressId });
const ofDelegate = z.object({ congressId, delegateId: recordId });

/** Delegate numbers are what the letter's RVN: code says: digits, leading zeros kept. */
export const delegateNumber = z.string().check(z.regex(/^[0-9]{1,8}$/, '1 to 8 digits'));

export const delegate = z.object({
  id: recordId,
  number: delegateNumber,
  name: z.string(),
  delegation: z.string(),
  letter: z.enum(['none', 'made', 'revoked']),
  /** Where the valid letter is, since when and by whose mark; null without a valid letter. */
  letterAt: z.nullable(z.object({ standing: z.enum(['made', 'handed-out', 'kept']), since: z.nullable(instant), by: z.nullable(z.string()) })),
  attendance: z.enum(['absent', 'leave', 'present', 'left']),
  checkedInAt: z.nullable(instant),
  /** First came after a round was first opened (迟到). */
  late: z.boolean(),
  scrutineer: z.boolean(),
});
export type Delegate = z.infer<typeof delegate>;

const delegateInput = z.object({ number: delegateNumber, name: line(40), delegation: line(40) });

export const listDelegates = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/delegates',
  who: ['clerk'],
  summary: 'The roll with letters and attendance, by number',
  params: inCongress,
  response: z.array(delegate),
});

export const addDelegate = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/delegates',
  who: ['clerk'],
  summary: 'One delegate, while preparing',
  params: inCongress,
  body: delegateInput,
  response: delegate,
});

export const changeDelegate = endpoint({
  method: 'PUT',
  path: '/api/congresses/:congressId/delegates/:delegateId',
  who: ['clerk'],
  summary: 'Correct number, name or delegation, while preparing',
  params: ofDelegate,
  body: delegateInput,
  response: delegate,
});

export const removeDelegate = endpoint({
  method: 'DELETE',
  path: '/api/congresses/:congressId/delegates/:delegateId',
  who: ['clerk'],
  summary: 'Strike a delegate from the roll, while preparing',
  params: ofDelegate,
  response: ok,
});

export const registerLetters = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/letters',
  who: ['clerk'],
  summary: 'Public keys of a batch of credential letters whose print is confirmed; earlier letters of these delegates are revoked',
  params: inCongress,
  body: z.object({ letters: z.array(z.object({ delegateId: recordId, pk: publicKey })).check(z.minLength(1), z.maxLength(500)) }),
  response: z.object({ registered: count }),
});

export const revokeLetter = endpoint({
  method: 'DELETE',
  path: '/api/congresses/:congressId/delegates/:delegateId/letter',
  who: ['clerk'],
  summary: 'Revoke a letter, with the reason; refused once a paper was drawn with it',
  params: ofDelegate,
  body: z.object({ reason }),
  response: ok,
});

const numbers = z.array(delegateNumber).check(z.minLength(1), z.maxLength(10_000));

export const countLetters = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/letters/count',
  who: ['clerk'],
  summary: 'Every letter ever made: handed out, kept sealed, revoked; what is none of these is missing before opening',
  params: inCongress,
  response: z.object({ made: count, handedOut: count, kept: count, revoked: count, unaccounted: count }),
});

export const handOutLetters = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/letters/handed-out',
  who: ['clerk'],
  summary: 'The letters of these delegates are in their hands (发放); check-in marks it by itself. Those without a letter to hand out are counted apart',
  params: inCongress,
  body: z.object({ numbers }),
  response: z.object({ marked: count, others: count }),
});

export const keepLetters = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/letters/kept',
  who: ['clerk'],
  summary: 'The letters of these delegates lie sealed with the secretariat (封存), not handed out or taken back. Those of delegates in the hall are counted apart',
  params: inCongress,
  body: z.object({ numbers }),
  response: z.object({ marked: count, others: count }),
});

export const checkIn = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/check-ins',
  who: ['clerk'],
  summary: 'A delegate is in the hall (签到), by number',
  params: inCongress,
  body: z.object({ number: delegateNumber }),
  response: delegate,
});

export const checkInMany = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/check-ins/batch',
  who: ['clerk'],
  summary: 'Several delegates at once; those already in the hall are counted apart',
  params: inCongress,
  body: z.object({ numbers }),
  response: z.object({ checkedIn: count, already: count }),
});

export const undoCheckIns = endpoint({
  method: 'DELETE',
  path: '/api/congresses/:congressId/check-ins/batch',
  who: ['clerk'],
  summary: 'Several check-ins made by mistake; refused whole once one of these delegates drew a paper',
  params: inCongress,
  body: z.object({ numbers }),
  response: z.object({ undone: count }),
});

export const checkOut = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/delegates/:delegateId/check-out',
  who: ['clerk'],
  summary: 'A delegate left the hall; stops drawing, never casting a drawn paper',
  params: ofDelegate,
  response: delegate,
});

export const undoCheckIn = endpoint({
  method: 'DELETE',
  path: '/api/congresses/:congressId/delegates/:delegateId/check-in',
  who: ['clerk'],
  summary: 'A check-in made by mistake; refused once a paper was drawn',
  params: ofDelegate,
  response: delegate,
});

export const markLeave = endpoint({
  method: 'PUT',
  path: '/api/congresses/:congressId/delegates/:delegateId/leave',
  who: ['clerk'],
  summary: 'Leave recorded or withdrawn',
  params: ofDelegate,
  body: z.object({ leave: z.boolean() }),
  response: delegate,
});

export const markLeaveMany = endpoint({
  method: 'PUT',
  path: '/api/congresses/:congressId/leave',
  who: ['clerk'],
  summary: 'Leave of several recorded or withdrawn; those in the hall are counted apart',
  params: inCongress,
  body: z.object({ numbers, leave: z.boolean() }),
  response: z.object({ marked: count, inHall: count }),
});
