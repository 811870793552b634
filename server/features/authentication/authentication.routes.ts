import type { FastifyInstance } from 'fastify';
import { challenge, renew, signInAccount, signInDelegate, signInScrutineer } from '#shared/contract/account.ts';
import type { SignedIn } from '#shared/contract/account.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Deps } from '../../deps.ts';
import { signIn } from '../../plugins/authentication.ts';
import { serve } from '../../serve.ts';
import { Attempts } from './attempts.ts';
import * as service from './sign-in.service.ts';

/** Sign-in for delegates, scrutineers and accounts. */
export function authenticationRoutes(app: FastifyInstance, deps: Deps): void {
  const attempts = new Attempts();
  app.addHook('preClose', () => attempts.close());
  const token = (result: service.SignInResult): { ok: true; value: SignedIn } | Refusal =>
    result.ok ? { ok: true, value: signIn(app, result.claims) } : result;

  serve(app, challenge, ({ body }) => service.challenge(deps, body));
  serve(app, signInDelegate, async ({ body }) => token(await service.signInWithLetter(deps, body)));
  serve(app, signInScrutineer, async ({ body }) => token(await service.signInWithSheet(deps, body)));
  serve(app, signInAccount, async ({ body, request }) =>
    token(await service.signInWithPassword(deps, attempts, body, request.ip)),
  );
  serve(app, renew, async ({ caller }) => token(await service.renewSession(deps, caller)));
}
