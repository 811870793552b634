import { hashPassword } from '#server/password.ts';
import { anotherClerk } from './meeting.ts';
import type { Meeting } from './meeting.ts';

export const PASSWORD = 'a password of a test';

/** Tokens of two clerks of the congress whose password is known. */
export async function twoClerks(of: Meeting): Promise<readonly [string, string]> {
  const second = await anotherClerk(of);
  await of.server.deps.db.account.updateMany({ where: { congressId: of.congressId }, data: { passwordHash: await hashPassword(PASSWORD) } });
  return [of.clerk, second];
}
