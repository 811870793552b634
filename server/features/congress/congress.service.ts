import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { changeCongress, readCongress } from '#shared/contract/congress.ts';
import { checkMethod, presetOf } from '#shared/domain/method.ts';
import type { Method } from '#shared/domain/method.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { transact } from '../../db/client.ts';
import type { Database, Handle } from '../../db/client.ts';
import { changeHeading, changeMethod, readCongressSummary } from '../../db/congress.repository.ts';
import type { Congress, CongressHeading } from '../../db/congress.repository.ts';
import { readProjects } from '../../db/project.repository.ts';
import { lockUnadopted } from '../../preparation.ts';
import { tellChange } from './tell-change.ts';
import type { Summarized } from './tell-change.ts';

export async function readOne(db: Handle, id: string): Promise<{ ok: true; value: z.infer<typeof readCongress.response> } | Refusal> {
  const summary = await readCongressSummary(db, id);
  if (summary === null) return refuse('congress-unknown');
  return { ok: true, value: { ...summary, projects: await readProjects(db, id) } };
}

/** A change of profile takes the preset of the new one, unless the method was already changed by hand. */
export async function changeWords(db: Database, caller: SignedInCaller, heading: z.infer<typeof changeCongress.body>): Promise<Summarized> {
  return transact(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    if (!locked.ok) return locked;
    await changeHeading(tx, caller.congressId, heading);
    const preset = presetForNewProfile(locked.congress, heading);
    if (preset !== null) await changeMethod(tx, caller.congressId, preset);
    return tellChange(tx, caller, 'congress changed', `${heading.title}, ${heading.place}, ${String(heading.year)}, ${heading.profile}`);
  });
}

function presetForNewProfile({ profile, method }: Congress, heading: CongressHeading): Method | null {
  const untouched = isDeepStrictEqual(method, presetOf(profile));
  return heading.profile !== profile && untouched ? presetOf(heading.profile) : null;
}

/** The draft of the method. Refuses what could not be adopted for the candidates that stand. */
export async function draftMethod(db: Database, caller: SignedInCaller, method: Method): Promise<Summarized> {
  return transact(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    if (!locked.ok) return locked;
    const candidates = (await readProjects(tx, caller.congressId)).length;
    // A method drafted before any project was entered has nothing to compare its places with.
    const verdict = checkMethod(method, candidates === 0 ? method.places + 1 : candidates);
    if (!verdict.ok) return verdict;
    await changeMethod(tx, caller.congressId, method);
    return tellChange(tx, caller, 'method drafted', JSON.stringify(method));
  });
}
