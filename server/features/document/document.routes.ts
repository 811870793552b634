import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/document.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { downloadDocument, listDocuments, readModel } from './document.service.ts';

/** The documents of the day: their list, each as data for its print page, and as a file. */
export function documentRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.listDocuments, async ({ params, caller }) => listDocuments(deps, caller, params.congressId));
  serve(app, contract.readDocument, async ({ params, query, caller }) => readModel(deps, caller, { ...params, ...roundOf(query) }));
  serve(app, contract.downloadDocument, async ({ params, query, caller }) => downloadDocument(deps, caller, { ...params, ...roundOf(query) }, params.format));
}

function roundOf({ round }: { readonly round?: number | undefined }) {
  return { round };
}
