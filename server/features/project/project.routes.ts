import type { FastifyInstance } from 'fastify';
import { addProject, changeProject, orderProjects, removeProject } from '#shared/contract/congress.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import * as service from './project.service.ts';

/** Candidate projects, while preparing. */
export function projectRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, addProject, ({ caller, body }) => service.addProject(db, caller, body));
  serve(app, changeProject, ({ caller, params, body }) => service.changeProject(db, caller, params.projectId, body));
  serve(app, orderProjects, ({ caller, body }) => service.orderProjects(db, caller, body.projectIds));
  serve(app, removeProject, ({ caller, params }) => service.removeProject(db, caller, params.projectId));
}
