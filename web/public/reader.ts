import { readRecordZip } from '#shared/contract/round.ts';
import { call } from '../api/client.ts';
import { readSession } from '../api/session.ts';

const ROLES = ['delegate', 'scrutineer', 'clerk', 'office'] as const;

/** The token of whoever is signed in to this congress in this tab: the record may be open to the hall only. */
export function tokenOfReader(congressId: string): string | undefined {
  return ROLES.map((role) => readSession(role, congressId)?.token).find((token) => token !== undefined);
}

/** The election record of every certified round, as far as the method opens it to this reader. */
export function downloadRecord(congressId: string) {
  return call(readRecordZip, { params: { congressId } }, tokenOfReader(congressId));
}
