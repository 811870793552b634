import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { readBundle } from '#shared/contract/service.ts';
import { BOOTH_FILES_PATH } from '#shared/contract/service.ts';
import type { Answer } from '#shared/contract/endpoint.ts';
import { refuse } from '#shared/error-code.ts';
import { CLIENT_FOLDER } from '../../plugins/pages.ts';
import type { Served } from '../../serve.ts';

const LINE = /^([0-9a-f]{64}) {2}(\S+)$/gm;

/** The list that the build wrote beside the booth's files. Refuses not-found where no client was built. */
export async function bundleOf(folder: string = CLIENT_FOLDER): Promise<Served<Answer<typeof readBundle>>> {
  const list = await readFile(join(folder, BOOTH_FILES_PATH), 'utf8').catch(() => null);
  if (list === null) return refuse('not-found');
  const files = Array.from(list.matchAll(LINE), ([, sha256 = '', path = '']) => ({ path, sha256 }));
  return { ok: true, value: { sha256: createHash('sha256').update(list).digest('hex'), list: BOOTH_FILES_PATH, files } };
}
