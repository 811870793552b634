import type { FastifyInstance } from 'fastify';
import { countLetters, handOutLetters, keepLetters, registerLetters, revokeLetter } from '#shared/contract/roll.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import * as service from './letter.service.ts';

/** Public keys of credential letters (投票凭证); the secrets never come here. */
export function letterRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, registerLetters, ({ caller, body }) => service.registerLetters(db, caller, body.letters));
  serve(app, countLetters, ({ caller }) => service.countLetters(db, caller));
  serve(app, handOutLetters, ({ caller, body }) => service.handOutLetters(db, caller, body.numbers));
  serve(app, keepLetters, ({ caller, body }) => service.keepLetters(db, caller, body.numbers));
  serve(app, revokeLetter, ({ caller, params, body }) => service.revokeLetter(db, caller, params.delegateId, body.reason));
}
