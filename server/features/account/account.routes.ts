import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/account.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { signIn } from '../../plugins/authentication.ts';
import * as link from './account-link.service.ts';
import * as service from './account.service.ts';
import * as own from './own-account.service.ts';

/** Accounts of clerks and of the office. */
export function accountRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps;
  serve(app, contract.listAccounts, async ({ caller }) => ({ ok: true, value: await service.listAccounts(db, caller.congressId) }));
  serve(app, contract.addAccount, ({ caller, body }) => service.addAccount(db, caller, body));
  serve(app, contract.changeAccount, ({ caller, params, body }) => service.changeAccount(db, caller, params.accountId, body));
  serve(app, contract.makeAccountLink, ({ caller, params }) => link.makeLink(db, caller, params.accountId));
  serve(app, contract.readAccountLink, ({ body }) => link.readLink(db, body.token));
  serve(app, contract.useAccountLink, ({ body }) => link.useLink(deps, body));
  serve(app, contract.readMyAccount, ({ caller }) => own.readMine(db, caller));
  serve(app, contract.changePassword, async ({ caller, body }) => {
    const changed = await own.changePassword(db, caller, body);
    return changed.ok ? { ok: true, value: signIn(app, changed.claims) } : changed;
  });
  serve(app, contract.signOutEverywhere, ({ caller }) => own.signOutEverywhere(db, caller));
  serve(app, contract.offerSecondFactor, ({ caller }) => own.offerSecondFactor(deps, caller));
  serve(app, contract.confirmSecondFactor, ({ caller, body }) => own.confirmSecondFactor(deps, caller, body.code));
  serve(app, contract.dropSecondFactor, ({ caller, body }) => own.dropSecondFactor(deps, caller, body.code));
}
