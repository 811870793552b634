import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/archive.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { takeArchive } from './archive.service.ts';
import * as deletion from './deletion.service.ts';
import * as keeping from './keeping.service.ts';

/** The congress as one file, how long it is kept, and its deletion by two people. */
export function archiveRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps;
  serve(app, contract.readArchive, ({ caller }) => takeArchive(deps, caller));
  serve(app, contract.readKeeping, ({ caller }) => keeping.showKeeping(db, caller));
  serve(app, contract.changeRetention, ({ caller, body }) => keeping.changeRetention(db, caller, body.months));
  serve(app, contract.askDeletion, ({ caller, body }) => deletion.askDeletion(db, caller, body));
  serve(app, contract.withdrawDeletion, ({ caller }) => deletion.withdrawDeletion(db, caller));
  serve(app, contract.confirmDeletion, ({ caller, body }) => deletion.confirmDeletion(deps, caller, body));
  serve(app, contract.confirmDeletionAsScrutineer, ({ caller, body }) => deletion.confirmAsScrutineer(deps, caller, body));
  serve(app, contract.readDeleted, ({ params }) => deletion.showDeleted(db, params.congressId));
}
