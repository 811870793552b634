import { enrol, enrolmentOffer } from '#shared/contract/account.ts';
import { addProject, changeMethod, readCongress } from '#shared/contract/congress.ts';
import type { CongressSummary } from '#shared/contract/congress.ts';
import { listDelegates, registerLetters } from '#shared/contract/roll.ts';
import { importRoll, previewRoll } from '#shared/contract/sheet-file.ts';
import { nameScrutineer } from '#shared/contract/scrutineer.ts';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { authKey } from '#shared/ballot-paper/credential.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import { boxKeyMessage, scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { makeSecret } from '#shared/ballot-paper/secret-code.ts';
import { ApiClient } from '#server/features/simulation/api-client.ts';
import type { Site } from '#server/features/simulation/simulated-delegate.ts';
import type { SimulatedClerk } from './clerk.ts';
import type { Hall, HallDelegate, HallSize } from './hall.ts';
import { SimulatedScrutineer } from './scrutineer.ts';

const LETTERS_AT_ONCE = 400;

/**
 * Fills a congress that is real to the server: candidates where it has too few, a roll, letters, scrutineers. Their
 * secrets are made here and stay here. Wants an empty roll, so that nobody's own letter is ever replaced.
 */
export async function makeRealHall(site: Site, clerk: SimulatedClerk, congress: CongressSummary, size: HallSize): Promise<Hall> {
  const params = { congressId: congress.id };
  const already = await clerk.client.call(listDelegates, { params });
  if (already.length > 0) throw new Error('This congress has delegates: a simulation takes an empty roll only.');
  await addCandidates(clerk, congress);
  const method = { ...congress.method, box: { t: size.threshold, n: size.scrutineers } };
  await clerk.client.call(changeMethod, { params, body: method });
  const delegates = await makeLetters(clerk, congress.id, size.delegates);
  const scrutineers: SimulatedScrutineer[] = [];
  for (const [index, { id }] of delegates.slice(0, size.scrutineers).entries()) {
    const named = await clerk.client.call(nameScrutineer, { params, body: { delegateId: id, chief: index === 0, alternate: false } });
    scrutineers.push(await enrolScrutineer(site, congress.id, named.invitation));
  }
  return {
    site,
    congress: { ...congress, method },
    clerk,
    scrutineers: scrutineers.toSorted((a, b) => a.position - b.position),
    delegates: delegates.map((one, index) => ({ ...one, scrutineer: index < size.scrutineers })),
  };
}

/** Placeholders, so that there is something to choose from. */
async function addCandidates(clerk: SimulatedClerk, congress: CongressSummary): Promise<void> {
  const params = { congressId: congress.id };
  const { projects } = await clerk.client.call(readCongress, { params });
  for (let number = projects.length + 1; number <= congress.method.places + 2; number += 1) {
    const nothing = { theme: null, targets: [], investment: null, responsibleUnit: null, deadline: null, note: null };
    await clerk.client.call(addProject, { params, body: { number, title: `候选项目${String(number)}`, ...nothing } });
  }
}

async function makeLetters(clerk: SimulatedClerk, congressId: string, size: number): Promise<(Omit<HallDelegate, 'scrutineer'> & { id: string })[]> {
  const params = { congressId };
  const rows = Array.from({ length: size }, (_nothing, index) => String(index + 1).padStart(4, '0')).map((number) => `${number},代表${number},第一组`);
  const file = Buffer.from(['代表证号,姓名,代表团', ...rows].join('\n')).toString('base64');
  const { plan } = await clerk.client.call(previewRoll, { params, body: { file } });
  await clerk.client.call(importRoll, { params, body: { file, plan, strikeMissing: false } });
  const roll = await clerk.client.call(listDelegates, { params });
  const electionId = Buffer.from(congressId, 'base64url');
  const made = await Promise.all(roll.map(async ({ id, number }) => {
    const secret = makeSecret(platform);
    const { publicKey } = await authKey(platform, secret, electionId);
    return { id, number, letter: { congressId, secret }, pk: toBase64url(publicKey) };
  }));
  for (let at = 0; at < made.length; at += LETTERS_AT_ONCE) {
    const letters = made.slice(at, at + LETTERS_AT_ONCE).map(({ id, pk }) => ({ delegateId: id, pk }));
    await clerk.client.call(registerLetters, { params, body: { letters } });
  }
  return made;
}

async function enrolScrutineer(site: Site, congressId: string, invitation: string): Promise<SimulatedScrutineer> {
  const client = new ApiClient(site.url);
  const root = makeSecret(platform);
  const electionId = new Uint8Array(Buffer.from(congressId, 'base64url'));
  const sign = await scrutineerSignKey(platform, root, electionId);
  const { roundIds } = await client.call(enrolmentOffer, { body: { invitation } });
  const boxKeys = await Promise.all(roundIds.map((roundId) => boxKeyOf(root, sign.seed, electionId, roundId)));
  await client.call(enrol, { body: { invitation, sign: toBase64url(sign.publicKey), boxKeys } });
  const scrutineer = new SimulatedScrutineer(site, congressId, root);
  await scrutineer.signIn();
  return scrutineer;
}

async function boxKeyOf(root: Bytes, seed: Bytes, electionId: Bytes, roundId: string): Promise<{ roundId: string; box: string; sig: string }> {
  const round = new Uint8Array(Buffer.from(roundId, 'base64url'));
  const { publicKey } = await scrutineerBoxKey(platform, root, electionId, round);
  const sig = await platform.ed25519Sign(seed, boxKeyMessage(electionId, round, publicKey));
  return { roundId, box: toBase64url(publicKey), sig: toBase64url(sig) };
}
