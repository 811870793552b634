import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { errorSentences } from '#shared/contract/error-text.ts';
import { placeOf } from '#shared/contract/field-name.ts';
import type { ErrorBody } from '#shared/contract/error.ts';
import { refuse } from '#shared/error-code.ts';
import type { ErrorCode, Refusal } from '#shared/error-code.ts';
import { isDatabaseAway } from './db/failure.ts';
import { opensPage, sendLostPage } from './plugins/pages.ts';

const STATUS: Record<ErrorCode, number> = {
  'bad-request': 400,
  'too-large': 413,
  'not-found': 404,
  'not-signed-in': 401,
  forbidden: 403,
  'another-congress': 403,
  unexpected: 500,
  'database-unavailable': 503,
  'try-again': 503,
  busy: 409,
  'bad-password': 401,
  'too-many-attempts': 429,
  'second-factor-needed': 401,
  'second-factor-set': 409,
  'bad-second-factor': 401,
  'bad-signature': 403,
  'nonce-used': 403,
  'credential-revoked': 403,
  'letter-of-another-congress': 403,
  'unknown-key': 403,
  'invitation-used': 410,
  'setup-used': 410,
  'name-taken': 409,
  'congress-unknown': 404,
  'project-unknown': 404,
  'delegate-unknown': 404,
  'scrutineer-unknown': 404,
  'account-unknown': 404,
  'account-link-used': 410,
  'last-clerk': 409,
  'frozen-by-adoption': 409,
  'delegate-number-taken': 409,
  'project-number-taken': 409,
  'delegate-is-scrutineer': 409,
  'key-taken': 409,
  'bad-roll-file': 422,
  'bad-project-file': 422,
  'import-outdated': 409,
  'roll-frozen': 409,
  'letter-in-use': 409,
  'letters-missing': 409,
  'places-not-below-candidates': 422,
  'bad-method': 422,
  'marking-not-in-rv1': 422,
  'bad-threshold': 422,
  'too-few-scrutineers': 409,
  'chief-missing': 409,
  'chief-named': 409,
  'scrutineer-keys-missing': 409,
  'clerk-is-scrutineer': 409,
  'not-adopted': 409,
  'vote-not-carried': 409,
  'not-checked-in': 403,
  'already-checked-in': 409,
  'check-in-used': 409,
  'paper-drawn': 409,
  'wrong-congress-state': 409,
  'wrong-round-state': 409,
  'round-unknown': 404,
  'round-not-armed': 409,
  'round-not-open': 409,
  'round-closed': 409,
  'another-round-open': 409,
  'quorum-missing': 409,
  'manifest-unsigned': 409,
  'manifest-exists': 409,
  'head-count-missing': 409,
  'head-count-differs': 409,
  'papers-not-drawn': 409,
  'already-received': 409,
  'countdown-running': 409,
  'no-countdown': 409,
  'no-next-round': 409,
  'rounds-used-up': 409,
  'paper-exists': 409,
  'no-paper': 404,
  'approval-pending': 409,
  'bad-blinded-message': 422,
  'bad-capsule': 422,
  'bad-format': 422,
  'bad-stamp': 403,
  'ballot-exists': 409,
  'not-in-box': 404,
  'manifest-untrusted': 409,
  'bad-code': 422,
  'code-of-rehearsal': 422,
  'too-many-selected': 422,
  'too-few-selected': 422,
  'unknown-project': 422,
  'abstention-not-offered': 422,
  'numbers-contradict': 409,
  'gate-1-unsigned': 409,
  'gate-2-unsigned': 409,
  'already-signed': 409,
  'chief-signature-missing': 409,
  'tally-clerk-missing': 409,
  'box-unverified': 409,
  'tree-head-unsigned': 409,
  'too-few-keys': 409,
  'bad-release': 422,
  'release-too-early': 409,
  'opening-started': 409,
  'opening-not-started': 409,
  'bad-board': 422,
  'board-differs': 409,
  'board-unsigned': 409,
  'ruling-needed': 409,
  'ruling-not-expected': 409,
  'bad-ruling': 422,
  'ruling-pending': 409,
  'document-not-ready': 409,
  'paper-printed': 409,
  'drawn-electronically': 409,
  'paper-not-told': 409,
  'request-pending': 409,
  'request-settled': 409,
  'register-contradicts': 422,
  'scrutineer-needed': 409,
  'printed-not-counted': 409,
  'printed-not-keyed': 409,
  'no-printed': 409,
  'keyed-by-two': 409,
  'bad-keying': 422,
  'keying-unsettled': 409,
  'sheet-settled': 409,
  'papers-unsigned': 409,
  'letter-unissued': 409,
  'bad-hand-count': 422,
  'not-published': 404,
  'record-not-open': 403,
  'record-too-small': 403,
  'bad-record': 422,
  'retention-shorter': 409,
  'retention-running': 409,
  'round-under-way': 409,
  'deletion-asked': 409,
  'deletion-unasked': 409,
  'second-person-needed': 403,
  'rehearsal-only': 403,
  'simulation-running': 409,
};

/** A refusal as it leaves the house: status, code, field, figures, sentences; rows of a roll file where given. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal, rows?: ErrorBody['rows']): FastifyReply {
  const { reason: code, field, figures } = refusal;
  const said = errorSentences(code, figures === undefined ? {} : { figures });
  const place = placeOf(field);
  const body: ErrorBody = {
    code,
    ...(field === undefined ? {} : { field }),
    ...(figures === undefined ? {} : { figures: { ...figures } }),
    message: { zh: said.zh + place.zh, en: said.en + place.en },
    ...(rows === undefined ? {} : { rows }),
  };
  return reply.code(STATUS[code]).headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).send(JSON.stringify(body));
}

/** Everything thrown: faults of the request become refusals, faults of ours are logged and never explained. */
export function handleErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => (opensPage(request) ? sendLostPage(reply) : sendRefusal(reply, refuse('not-found'))));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.reason === 'unexpected') request.log.error(error);
    return sendRefusal(reply, refusal);
  });
}

function asRefusal(error: FastifyError): Refusal {
  if (error instanceof z.core.$ZodError) return badField(error);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('too-large');
  if (error.statusCode === 413) return refuse('too-large');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return refuse('bad-request', { field: 'body' });
  }
  if (isDatabaseAway(error)) return refuse('database-unavailable');
  return refuse('unexpected');
}

/** The first field that breaks its rule, named with its path, and the rule. */
export function badField(error: z.core.$ZodError): Refusal {
  const [issue] = error.issues;
  if (issue === undefined) return refuse('bad-request');
  return refuse('bad-request', { field: issue.path.map(String).join('.') || 'body', figures: { rule: issue.message } });
}
