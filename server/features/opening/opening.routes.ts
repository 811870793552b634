import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/round.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import { postBoard } from './board.service.ts';
import { readReleases, releaseKeys, startOpening } from './opening.service.ts';

/** A board of 3,000 ballots takes 100 kB; the contract's largest needs room for JSON around it. */
const BOARD_LIMIT = 6 * 1024 * 1024;

/** The box is opened by scrutineers in their browsers; the server relays sealed keys and takes the board. */
export function openingRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.releaseKeys, async ({ params, caller, body }) => releaseKeys(deps, caller, params.roundId, body.releases));
  serve(app, contract.readReleases, async ({ params, caller }) => readReleases(deps, caller, params.roundId));
  serve(app, contract.startOpening, async ({ params, query, caller }) =>
    startOpening(deps, caller, params.roundId, query.without?.split(',').map(Number) ?? []),
  );
  serve(app, contract.postBoard, async ({ params, caller, body }) => postBoard(deps, caller, params.roundId, body), {
    bodyLimit: BOARD_LIMIT,
  });
}
