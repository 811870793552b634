import { readDocument } from '#shared/contract/document.ts';
import type { Meeting } from './meeting.ts';

/** What the Chinese document of the audit log still says in the server's own English; hashes and names of formats apart. */
export async function untranslated({ api, congressId, clerk }: Meeting): Promise<readonly string[]> {
  const log = await api.must(readDocument, { params: { congressId, name: 'audit-log' } }, clerk);
  const rows = log.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  if (rows.length === 0) throw new Error('The log is empty.');
  return rows.map(([, , actor, act, detail]) => `${actor ?? ''} ${act ?? ''} ${detail ?? ''}`).filter((words) => /[a-z]{2,}/.test(words.replace(/[0-9a-f]{16}…|PDF|Word|Excel/g, '')));
}
