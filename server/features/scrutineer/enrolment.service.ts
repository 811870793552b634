import type { z } from 'zod';
import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { checkPoints, isUsablePoint } from '#shared/ballot-paper/points.ts';
import { isBoxKeyOf } from '#shared/ballot-paper/scrutineer.ts';
import type { enrol as enrolEndpoint, enrolmentOffer as offerEndpoint } from '#shared/contract/account.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Claims } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database } from '../../db/client.ts';
import { findCongress } from '../../db/congress.repository.ts';
import { announceChange } from '../../db/event.repository.ts';
import * as scrutineers from '../../db/scrutineer.repository.ts';
import { oneTimeHash } from '../../one-time-token.ts';
import { lockPreparing } from '../../preparation.ts';
import { scrutineerClaims } from '../../scrutineer-claims.ts';

type Body = z.infer<typeof enrolEndpoint.body>;
type Offer = z.infer<typeof offerEndpoint.response>;

/** What the invited scrutineer makes keys for. Refuses invitation-used: unknown, used or replaced. */
export async function offerEnrolment(db: Database, invitation: string): Promise<{ ok: true; value: Offer } | Refusal> {
  const invited = await scrutineers.findScrutineerByInvitation(db, oneTimeHash(invitation));
  const congress = invited === null ? null : await findCongress(db, invited.congressId);
  if (invited === null || congress === null) return refuse('invitation-used');
  const { id: congressId, title, rehearsal } = congress;
  const roundIds = await scrutineers.readReservedRoundIds(db, congressId);
  return { ok: true, value: { congressId, title, rehearsal, name: invited.name, chief: invited.chief, roundIds } };
}

/**
 * Keeps the public keys, once for ever: a new key wants a new adoption. Refuses invitation-used, bad-format,
 * bad-signature, bad-request (other rounds than the reserved ones), key-taken, frozen-by-adoption.
 */
export async function enrol(db: Database, body: Body): Promise<{ ok: true; claims: Claims } | Refusal> {
  const invitationHash = oneTimeHash(body.invitation);
  const invited = await scrutineers.findScrutineerByInvitation(db, invitationHash);
  if (invited === null) return refuse('invitation-used');
  const { congressId } = invited;
  const keys = await readKeys(body, congressId, await scrutineers.readReservedRoundIds(db, congressId));
  if (!keys.ok) return keys;
  return transact(db, async (tx) => {
    const locked = await lockPreparing(tx, congressId);
    if (!locked.ok) return locked;
    // Another browser may have used the invitation since.
    if ((await scrutineers.findScrutineerByInvitation(tx, invitationHash)) === null) return refuse('invitation-used');
    const enrolled = await scrutineers.enrolScrutineer(tx, invited.id, keys);
    if (!enrolled.ok) return enrolled;
    const kept = await scrutineers.findScrutineer(tx, congressId, invited.id);
    if (kept === null) return refuse('invitation-used');
    await writeAudit(tx, { congressId, actor: `scrutineer ${kept.name}`, act: 'keys handed in', detail: `key code ${kept.keyCode ?? ''}` });
    await announceChange(tx, congressId, 'scrutineers');
    return { ok: true as const, claims: scrutineerClaims(kept, congressId) };
  });
}

type Keys = { readonly ok: true } & scrutineers.HandedKeys;

async function readKeys(body: Body, congressId: string, roundIds: readonly string[]): Promise<Keys | Refusal> {
  const sign = fromBase64url(body.sign, 32);
  if (sign === null || !isUsablePoint(sign)) return refuse('bad-format', { field: 'sign' });
  const boxKeys: { roundId: string; box: Uint8Array<ArrayBuffer>; sig: Uint8Array<ArrayBuffer> }[] = [];
  for (const [index, roundId] of roundIds.entries()) {
    const given = body.boxKeys.find((key) => key.roundId === roundId);
    if (given === undefined) return refuse('bad-request', { field: 'boxKeys', figures: { missing: index + 1 } });
    const key = await readBoxKey(given, sign, congressId, `boxKeys.${String(body.boxKeys.indexOf(given))}`);
    if (!key.ok) return key;
    boxKeys.push({ roundId, box: key.box, sig: key.sig });
  }
  return { ok: true, sign, boxKeys };
}

async function readBoxKey(given: Body['boxKeys'][number], sign: Uint8Array, congressId: string, field: string) {
  const box = fromBase64url(given.box, 65);
  const sig = fromBase64url(given.sig, 64);
  if (box === null || !(await NODE_PLATFORM.isBoxKey(box))) return refuse('bad-format', { field: `${field}.box` });
  if (sig === null || !checkPoints(sign, sig).ok) return refuse('bad-format', { field: `${field}.sig` });
  const ids = { electionId: Buffer.from(congressId, 'base64url'), roundId: Buffer.from(given.roundId, 'base64url') };
  const vouched = await isBoxKeyOf(NODE_PLATFORM, sign, ids, { box, sig });
  return vouched ? { ok: true as const, box, sig } : refuse('bad-signature', { field: `${field}.sig` });
}
