import type { Project } from '#shared/contract/congress.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { announceChange } from '../../db/event.repository.ts';
import * as projects from '../../db/project.repository.ts';
import type { ProjectInput } from '../../db/project.repository.ts';
import { lockUnadopted } from '../../preparation.ts';

type Kept = { readonly ok: true; readonly value: Project } | Refusal;

export async function addProject(db: Database, caller: SignedInCaller, input: ProjectInput): Promise<Kept> {
  return transact(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    if (!locked.ok) return locked;
    const added = await projects.createProject(tx, caller.congressId, input);
    if (!added.ok) return added;
    await tell(tx, caller, 'project added', input);
    return { ok: true as const, value: added.project };
  });
}

export async function changeProject(db: Database, caller: SignedInCaller, id: string, input: ProjectInput): Promise<Kept> {
  return transact(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    if (!locked.ok) return locked;
    if ((await projects.findProject(tx, caller.congressId, id)) === null) return refuse('project-unknown');
    const changed = await projects.changeProject(tx, id, input);
    if (!changed.ok) return changed;
    await tell(tx, caller, 'project changed', input);
    return { ok: true as const, value: changed.project };
  });
}

export async function removeProject(db: Database, caller: SignedInCaller, id: string): Promise<{ ok: true; value: { ok: true } } | Refusal> {
  return transact(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    if (!locked.ok) return locked;
    const project = await projects.findProject(tx, caller.congressId, id);
    if (project === null) return refuse('project-unknown');
    await projects.removeProject(tx, id);
    await tell(tx, caller, 'project removed', project);
    return { ok: true as const, value: { ok: true as const } };
  });
}

/** Refuses project-unknown where the list is not exactly the projects that stand there. */
export async function orderProjects(db: Database, caller: SignedInCaller, ids: readonly string[]): Promise<{ ok: true; value: { ok: true } } | Refusal> {
  return transact(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    if (!locked.ok) return locked;
    const standing = await projects.readProjects(tx, caller.congressId);
    const listed = new Set(ids);
    if (listed.size !== ids.length || ids.length !== standing.length || !standing.every(({ id }) => listed.has(id))) return refuse('project-unknown');
    await projects.numberProjects(tx, caller.congressId, ids);
    const titles = new Map(standing.map(({ id, title }) => [id, title]));
    const detail = ids.map((id, index) => `${String(index + 1)} ${titles.get(id) ?? ''}`).join(', ');
    await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act: 'projects ordered', detail });
    await announceChange(tx, caller.congressId, 'congress');
    return { ok: true as const, value: { ok: true as const } };
  });
}

async function tell(tx: Transaction, caller: SignedInCaller, act: AuditAct, project: ProjectInput): Promise<void> {
  const detail = `${String(project.number)} ${project.title}`;
  await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act, detail });
  await announceChange(tx, caller.congressId, 'congress');
}
