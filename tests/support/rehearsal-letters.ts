import { scannedCode } from '#shared/ballot-paper/secret-code.ts';
import type { Meeting } from './meeting.ts';

/** Puts the letters of a rehearsal meeting where a rehearsal keeps them. */
export async function keepRehearsalLetters({ server, delegates }: Meeting): Promise<void> {
  await server.deps.db.rehearsalLetter.createMany({
    data: delegates.map(({ id, secret }) => ({ delegateId: id, code: scannedCode(secret, 'rehearsal') })),
  });
}
