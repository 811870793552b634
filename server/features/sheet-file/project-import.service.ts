import type { z } from 'zod';
import { projectInput } from '#shared/contract/congress.ts';
import type { Project } from '#shared/contract/congress.ts';
import type { importProjects as importProjectsEndpoint, ProjectsPreview } from '#shared/contract/sheet-file.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { transact } from '../../db/client.ts';
import type { Database, Handle, Transaction } from '../../db/client.ts';
import { changeProject, createProjects, readProjects, removeProject } from '../../db/project.repository.ts';
import { lockUnadopted } from '../../preparation.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { digestOf, openFile, refuseBad, shownProblems, sourceOf, tell } from './import-file.ts';
import type { RefusedFile } from './import-file.ts';
import { MOST_PROJECTS, readProjectRows } from './project-rows.ts';

const REFUSED = 'bad-project-file';
type Imported = z.infer<typeof importProjectsEndpoint.response>;

/** What a file of candidate projects holds. Refuses bad-project-file where it cannot be read at all, and busy. */
export async function previewProjects(db: Handle, caller: SignedInCaller, file: string): Promise<{ ok: true; value: ProjectsPreview } | RefusedFile> {
  const opened = await openFile(file, MOST_PROJECTS, REFUSED);
  return opened.ok ? { ok: true, value: planOf(opened.sheet, await readProjects(db, caller.congressId)) } : opened;
}

/** Puts the file's projects in place of those that stand there. Refuses bad-project-file with the rows, import-outdated. */
export async function importProjects(
  db: Database,
  caller: SignedInCaller,
  { file, plan }: z.infer<typeof importProjectsEndpoint.body>,
): Promise<{ ok: true; value: Imported } | RefusedFile> {
  const opened = await openFile(file, MOST_PROJECTS, REFUSED);
  if (!opened.ok) return opened;
  const bad = refuseBad(readProjectRows(opened.sheet).problems, REFUSED);
  if (bad !== null) return bad;
  return transact<{ ok: true; value: Imported }>(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    if (!locked.ok) return locked;
    const before = await readProjects(tx, caller.congressId);
    const now = planOf(opened.sheet, before);
    if (now.plan !== plan) return refuse('import-outdated');
    const done = await carryOut(tx, caller.congressId, before, now);
    if (!done.ok) return done;
    const titles = now.projects.map(({ project }) => `${String(project.number)} ${project.title}`);
    await tell(tx, caller, 'projects imported', `${String(now.projects.length)} projects: ${titles.join(', ')}`);
    return { ok: true as const, value: { projects: now.projects.length } };
  });
}

/** Projects are told apart by their number. */
function planOf(sheet: Sheet, current: readonly Project[]): ProjectsPreview {
  const { table, projects, problems } = readProjectRows(sheet);
  const standing = new Map(current.map((one) => [one.number, one]));
  const listed = new Set(projects.map(({ project }) => project.number));
  return {
    source: sourceOf(sheet, table),
    problems: shownProblems(problems),
    projects: projects.map(({ line, project }) => ({ line, project, change: changeOf(project, standing.get(project.number)) })),
    removed: current.filter(({ number }) => !listed.has(number)).map(({ number, title }) => ({ number, title })),
    plan: digestOf({ current, projects }),
  };
}

function changeOf(project: z.infer<typeof projectInput>, standing: Project | undefined): 'added' | 'changed' | 'same' {
  if (standing === undefined) return 'added';
  // Both through the schema: fields in its order, and no other.
  return digestOf(projectInput.parse(standing)) === digestOf(projectInput.parse(project)) ? 'same' : 'changed';
}

async function carryOut(tx: Transaction, congressId: string, before: readonly Project[], { projects, removed }: ProjectsPreview): Promise<{ ok: true } | Refusal> {
  const ids = new Map(before.map(({ number, id }) => [number, id]));
  for (const { number } of removed) await removeProject(tx, ids.get(number) ?? '');
  for (const { project } of projects.filter(({ change }) => change === 'changed')) {
    const changed = await changeProject(tx, ids.get(project.number) ?? '', project);
    if (!changed.ok) return changed;
  }
  await createProjects(tx, congressId, projects.filter(({ change }) => change === 'added').map(({ project }) => project));
  return { ok: true };
}
