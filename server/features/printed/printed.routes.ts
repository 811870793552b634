import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/printed.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { castPrinted, makePapers, showPapers, signPapers } from './boxing.service.ts';
import { countPrintedBallots } from './count.service.ts';
import { discardKeying, keyPrinted, readSheets, ruleSheet } from './keying.service.ts';
import { askPrinted, askReissue, declineRequest, signRequest, withdrawRequest } from './request.service.ts';
import { viewPrinted } from './view.ts';

/** Five hundred ballots of twenty scrutineers' boxes, with room for JSON around them. */
const BALLOTS_LIMIT = 4 * 1024 * 1024;
const PAPERS_LIMIT = 1024 * 1024;

/** Printed ballots and letters made anew, from the request at the desk to the ballots in the box. */
export function printedRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.readPrinted, async ({ params, caller }) => viewPrinted(deps, caller, params.roundId));

  serve(app, contract.askPrinted, async ({ params, caller, body }) => askPrinted(deps, caller, params.roundId, body));
  serve(app, contract.askReissue, async ({ params, caller, body }) => askReissue(deps, caller, params.roundId, body));
  serve(app, contract.withdrawRequest, async ({ params, caller }) => withdrawRequest(deps, caller, params.roundId, params.requestId));
  serve(app, contract.declineRequest, async ({ params, caller, body }) =>
    declineRequest(deps, caller, params.roundId, params.requestId, body.reason),
  );
  serve(app, contract.signRequest, async ({ params, caller, body }) => signRequest(deps, caller, params.roundId, params.requestId, body.sig));

  serve(app, contract.countPrinted, async ({ params, caller, body }) => countPrintedBallots(deps, caller, params.roundId, body));
  serve(app, contract.keyPrinted, async ({ params, caller, body }) => keyPrinted(deps, caller, params.roundId, body.sheets));
  serve(app, contract.discardKeying, async ({ params, caller }) => discardKeying(deps, caller, params.roundId));
  serve(app, contract.readSheets, async ({ params, caller }) => readSheets(deps, caller, params.roundId));
  serve(app, contract.ruleSheet, async ({ params, caller, body }) => ruleSheet(deps, caller, params.roundId, { sheet: params.sheet, ...body }));

  serve(app, contract.makePapers, async ({ params, caller, body }) => makePapers(deps, caller, params.roundId, body.papers), { bodyLimit: PAPERS_LIMIT });
  serve(app, contract.signPapers, async ({ params, caller, body }) => signPapers(deps, caller, params.roundId, body.papers), { bodyLimit: PAPERS_LIMIT });
  serve(app, contract.readPapers, async ({ params, caller }) => showPapers(deps, caller, params.roundId));
  serve(app, contract.castPrinted, async ({ params, caller, body }) => castPrinted(deps, caller, params.roundId, body.ballots), {
    bodyLimit: BALLOTS_LIMIT,
  });
}
