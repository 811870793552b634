import { z } from 'zod/mini';
import { congressId } from '../ids.ts';
import { endpoint } from './endpoint.ts';

const inCongress = z.object({ congressId });

/** Response header of the archive: the most files that it can hold, for whoever shows how far it has come. */
export const ARCHIVE_FILES_HEADER = 'x-archive-files';

export const readArchive = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/archive.zip',
  who: ['clerk'],
  summary: 'Every document, the record of every round, the audit log and a list of hashes as one zip, made while it is sent; refused with not-published before',
  params: inCongress,
  response: 'file',
});
