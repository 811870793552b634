import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/sheet-file.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import * as projects from './project-import.service.ts';
import * as roll from './roll-import.service.ts';
import { templateFile } from './template.ts';

/** base64 takes four characters for three bytes; the rest is the plan. */
const BODY_LIMIT = Math.ceil(contract.SHEET_FILE_BYTES / 3) * 4 + 16 * 1024;

/** Rolls and candidate projects from what offices have: looked over first, then all or nothing. */
export function sheetFileRoutes(app: FastifyInstance, { db }: Deps): void {
  const options = { bodyLimit: BODY_LIMIT };
  serve(app, contract.previewRoll, ({ caller, body }) => roll.previewRoll(db, caller, body.file), options);
  serve(app, contract.importRoll, ({ caller, body }) => roll.importRoll(db, caller, body), options);
  serve(app, contract.previewProjects, ({ caller, body }) => projects.previewProjects(db, caller, body.file), options);
  serve(app, contract.importProjects, ({ caller, body }) => projects.importProjects(db, caller, body), options);
  serve(app, contract.sheetTemplate, ({ params, query }) => templateFile(params.template, query.language ?? 'zh'));
}
