import { importProjects, previewProjects } from '#shared/contract/sheet-file.ts';
import type { ProjectsPreview } from '#shared/contract/sheet-file.ts';
import type { Answer } from '#shared/contract/endpoint.ts';
import { call } from '#web/api/client.ts';
import { sheetWork } from '../sheet-import/sheet-work.ts';

/** A file of candidate projects in hand, one for each congress. */
export const projectWork = sheetWork<ProjectsPreview, null, Answer<typeof importProjects>>((congressId, token) => ({
  preview: (file) => call(previewProjects, { params: { congressId }, body: { file } }, token),
  carryOut: (file, { plan }) => call(importProjects, { params: { congressId }, body: { file, plan } }, token),
}));
