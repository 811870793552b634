import { randomUUID } from 'node:crypto';
import { authKey } from '#shared/ballot-paper/credential.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { boxKeyMessage, scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { makeSecret, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import type { RehearsalDelegate, RehearsalScrutineer } from '../../db/rehearsal.repository.ts';

const DELEGATIONS = ['第一组', '第二组', '第三组', '第四组', '第五组'];

/** A roll of placeholders: 代表001 and so on in five delegations, each with a real letter. */
export async function makeRoll(electionId: Buffer, size: number): Promise<RehearsalDelegate[]> {
  const digits = Math.max(3, String(size).length);
  return Promise.all(
    Array.from({ length: size }, async (_nothing, index) => {
      const number = String(index + 1).padStart(digits, '0');
      const secret = makeSecret(NODE_PLATFORM);
      const { publicKey: pk } = await authKey(NODE_PLATFORM, secret, electionId);
      const delegation = DELEGATIONS[Math.floor((index * DELEGATIONS.length) / size)] ?? '';
      return { id: randomUUID(), number, name: `代表${number}`, delegation, pk, code: scannedCode(secret, 'rehearsal') };
    }),
  );
}

/** The keys that a scrutineer's browser would make at the ceremony. */
export async function makeScrutineer(
  electionId: Buffer,
  roundIds: readonly string[],
  delegateId: string,
  position: number,
): Promise<RehearsalScrutineer> {
  const root = makeSecret(NODE_PLATFORM);
  const sign = await scrutineerSignKey(NODE_PLATFORM, root, electionId);
  const boxKeys = await Promise.all(
    roundIds.map(async (roundId) => {
      const id = Buffer.from(roundId, 'base64url');
      const { publicKey: box } = await scrutineerBoxKey(NODE_PLATFORM, root, electionId, id);
      return { roundId, box, sig: await NODE_PLATFORM.ed25519Sign(sign.seed, boxKeyMessage(electionId, id, box)) };
    }),
  );
  return { id: randomUUID(), delegateId, position, sign: sign.publicKey, boxKeys, code: scannedCode(root, 'rehearsal') };
}
