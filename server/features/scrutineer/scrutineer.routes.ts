import type { FastifyInstance } from 'fastify';
import { enrol, enrolmentOffer } from '#shared/contract/account.ts';
import { dismissScrutineer, inviteAgain, listScrutineers, nameScrutineer } from '#shared/contract/scrutineer.ts';
import { readScrutineers } from '../../db/scrutineer.repository.ts';
import type { Deps } from '../../deps.ts';
import { signIn } from '../../plugins/authentication.ts';
import { serve } from '../../serve.ts';
import * as enrolment from './enrolment.service.ts';
import * as service from './scrutineer.service.ts';

/** Scrutineers (监票人): the list, invitations and keys. */
export function scrutineerRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, listScrutineers, async ({ caller }) => ({ ok: true, value: await readScrutineers(db, caller.congressId) }));
  serve(app, nameScrutineer, ({ caller, body }) => service.nameScrutineer(db, caller, body));
  serve(app, inviteAgain, ({ caller, params }) => service.inviteAgain(db, caller, params.scrutineerId));
  serve(app, dismissScrutineer, ({ caller, params }) => service.dismissScrutineer(db, caller, params.scrutineerId));
  serve(app, enrolmentOffer, ({ body }) => enrolment.offerEnrolment(db, body.invitation));
  serve(app, enrol, async ({ body }) => {
    const enrolled = await enrolment.enrol(db, body);
    return enrolled.ok ? { ok: true, value: signIn(app, enrolled.claims) } : enrolled;
  });
}
