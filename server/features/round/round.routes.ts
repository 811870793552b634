import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contract/round.ts';
import { readRounds } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { viewRound } from '../../round/view.ts';
import { serve } from '../../serve.ts';
import { discardManifest, makeManifest, showManifest, showManifestSignatures, showRoll } from './manifest.service.ts';
import { prepareRound } from './prepare.service.ts';
import { callOffClosing, enterHeadCount, openRound, startClosing, takeOpeningBack } from './voting.service.ts';

/** From preparing a round to the countdown's start; closing itself is time's act. */
export function roundRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.listRounds, async ({ params }) => {
    const rounds = await readRounds(deps.db, params.congressId);
    return { ok: true, value: await Promise.all(rounds.map((round) => viewRound(deps, round))) };
  });
  serve(app, contract.prepareRound, async ({ params, caller }) => prepareRound(deps, caller, params.congressId));

  serve(app, contract.makeManifest, async ({ params, caller }) => makeManifest(deps, caller, params.roundId));
  serve(app, contract.discardManifest, async ({ params, caller }) => discardManifest(deps, caller, params.roundId));
  serve(app, contract.readManifest, async ({ params }) => showManifest(deps, params.roundId));
  serve(app, contract.readManifestSignatures, async ({ params }) => showManifestSignatures(deps, params.roundId));
  serve(app, contract.readRoll, async ({ params, caller }) => showRoll(deps, caller, params.roundId));

  serve(app, contract.enterHeadCount, async ({ params, caller, body }) => enterHeadCount(deps, caller, params.roundId, body));
  serve(app, contract.openRound, async ({ params, caller, body }) =>
    openRound(deps, caller, params.roundId, body.confirmedNotDrawn ?? null),
  );
  serve(app, contract.takeOpeningBack, async ({ params, caller }) => takeOpeningBack(deps, caller, params.roundId));
  serve(app, contract.startClosing, async ({ params, caller, body }) => startClosing(deps, caller, params.roundId, body.seconds));
  serve(app, contract.callOffClosing, async ({ params, caller }) => callOffClosing(deps, caller, params.roundId));
}
