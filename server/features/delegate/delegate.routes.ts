import type { FastifyInstance } from 'fastify';
import { addDelegate, changeDelegate, listDelegates, removeDelegate } from '#shared/contract/roll.ts';
import { readRoll } from '../../db/delegate.repository.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import * as service from './delegate.service.ts';

/** The roll (名册), while preparing. */
export function delegateRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, listDelegates, async ({ caller }) => ({ ok: true, value: await readRoll(db, caller.congressId) }));
  serve(app, addDelegate, ({ caller, body }) => service.addDelegate(db, caller, body));
  serve(app, changeDelegate, ({ caller, params, body }) => service.changeDelegate(db, caller, params.delegateId, body));
  serve(app, removeDelegate, ({ caller, params }) => service.removeDelegate(db, caller, params.delegateId));
}
