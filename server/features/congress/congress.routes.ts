import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/congress.ts';
import { readCongressSummaries } from '../../db/congress.repository.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import * as congress from './congress.service.ts';
import * as meeting from './meeting.service.ts';

/** Congresses: reading, words and method while preparing, and the meeting's own acts. */
export function congressRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps;
  serve(app, contract.listCongresses, async () => ({ ok: true, value: await readCongressSummaries(db) }));
  serve(app, contract.readCongress, ({ params }) => congress.readOne(db, params.congressId));
  serve(app, contract.changeCongress, ({ caller, body }) => congress.changeWords(db, caller, body));
  serve(app, contract.changeMethod, ({ caller, body }) => congress.draftMethod(db, caller, body));
  serve(app, contract.reopenPreparation, ({ caller, body }) => meeting.prepareAgain(deps, caller, body.reason));
  serve(app, contract.adjourn, ({ caller, body }) => meeting.adjournMeeting(db, caller, body.reason));
  serve(app, contract.resume, ({ caller }) => meeting.resumeMeeting(db, caller));
  serve(app, contract.publish, ({ caller }) => meeting.publishAnnouncement(db, caller));
}
