import { randomBytes, randomUUID } from 'node:crypto';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { authKey } from '#shared/ballot-paper/credential.ts';
import type { SignKey } from '#shared/ballot-paper/credential.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import { boxKeyMessage, scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { RESERVED_ROUNDS } from '#shared/domain/next-round.ts';
import { STREET_METHOD } from '#shared/domain/method.ts';
import type { Method } from '#shared/domain/method.ts';
import { api } from './api.ts';
import type { Api } from './api.ts';
import type { TestServer } from './test-server.ts';
import { tokenFor } from './token.ts';

export type TestDelegate = { readonly id: string; readonly number: string; readonly secret: Bytes; readonly auth: SignKey; readonly token: string };
export type TestScrutineer = {
  readonly id: string;
  /** Number on the manifest. */
  readonly i: number;
  readonly root: Bytes;
  readonly sign: SignKey;
  readonly token: string;
};

/** A congress in the hall: adopted, letters made, keys handed in, everyone checked in. */
export type Meeting = {
  readonly server: TestServer;
  readonly api: Api;
  readonly congressId: string;
  readonly electionId: Bytes;
  readonly method: Method;
  readonly clerk: string;
  readonly clerkId: string;
  readonly office: string;
  readonly delegates: readonly TestDelegate[];
  readonly scrutineers: readonly [TestScrutineer, TestScrutineer, TestScrutineer];
};

export type MeetingOptions = {
  readonly delegates?: number;
  readonly present?: number;
  readonly projects?: number;
  readonly method?: Partial<Method>;
  readonly rehearsal?: boolean;
};

/** Written straight to the database: how a congress comes to be adopted is another test's subject. */
export async function aMeeting(server: TestServer, options: MeetingOptions = {}): Promise<Meeting> {
  const { db } = server.deps;
  const method: Method = { ...STREET_METHOD, places: 2, ...options.method };
  const electionId = platform.randomBytes(16);
  const congressId = text(electionId);
  const roundIds = Array.from({ length: RESERVED_ROUNDS }, () => text(platform.randomBytes(16)));
  await db.congress.create({
    data: {
      id: congressId, title: '2025年度民生实事项目票选', place: '宁围街道', year: 2025, profile: 'street',
      rehearsal: options.rehearsal ?? true, state: 'adopted', method,
      reservedRounds: { create: roundIds.map((id, index) => ({ id, ordinal: index + 1 })) },
      projects: { create: Array.from({ length: options.projects ?? 4 }, (_, index) => ({ number: index + 1, title: `项目${String(index + 1)}`, targets: [] })) },
      adoptions: { create: (['method', 'scrutineers'] as const).map(adopted) },
    },
  });
  const delegates = await makeDelegates(server, congressId, electionId, options);
  const chosen = delegates.slice(0, method.box.n);
  const scrutineers = await Promise.all(chosen.map((one, index) => makeScrutineer(server, { congressId, electionId, roundIds }, one, index + 1)));
  const [first, second, third] = scrutineers;
  if (first === undefined || second === undefined || third === undefined) throw new Error('A meeting needs three scrutineers.');
  const clerk = await makeAccount(server, congressId, 'clerk', '计票人');
  const office = await makeAccount(server, congressId, 'office', '办事处');
  return {
    server, api: api(server.url), congressId, electionId, method, delegates,
    clerk: clerk.token, clerkId: clerk.id, office: office.token,
    scrutineers: [first, second, third],
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function adopted(subject: 'method' | 'scrutineers') {
  return { subject, votesFor: 9, votesAgainst: 0, votesAbstain: 0, carried: true, document: subject, hash: '0'.repeat(64) };
}

async function makeDelegates(server: TestServer, congressId: string, electionId: Bytes, options: MeetingOptions): Promise<TestDelegate[]> {
  const size = options.delegates ?? 6;
  const present = options.present ?? size;
  const made = await Promise.all(
    Array.from({ length: size }, async (_, index) => {
      const id = randomUUID();
      const number = String(index + 1).padStart(3, '0');
      const secret = platform.randomBytes(16);
      const auth = await authKey(platform, secret, electionId);
      const token = tokenFor(server, { sub: id, role: 'delegate', congressId, name: `代表${number}`, number });
      return { id, number, secret, auth, token };
    }),
  );
  const { db } = server.deps;
  await db.delegate.createMany({ data: made.map(({ id, number }) => ({ id, congressId, number, name: `代表${number}`, delegation: '第一组' })) });
  await db.letter.createMany({ data: made.map(({ id, auth }) => ({ delegateId: id, pk: auth.publicKey })) });
  await db.checkIn.createMany({ data: made.slice(0, present).map(({ id }) => ({ congressId, delegateId: id })) });
  return made;
}

type Ids = { readonly congressId: string; readonly electionId: Bytes; readonly roundIds: readonly string[] };

async function makeScrutineer(server: TestServer, ids: Ids, delegate: TestDelegate, i: number): Promise<TestScrutineer> {
  const id = randomUUID();
  const root = platform.randomBytes(16);
  const sign = await scrutineerSignKey(platform, root, ids.electionId);
  const boxKeys = await Promise.all(ids.roundIds.map((roundId) => makeBoxKey({ root, sign }, ids.electionId, roundId)));
  await server.deps.db.scrutineer.create({
    data: {
      id, congressId: ids.congressId, delegateId: delegate.id, chief: i === 1, alternate: false, position: i,
      sign: sign.publicKey, enrolledAt: new Date(), boxKeys: { create: boxKeys },
    },
  });
  const token = tokenFor(server, { sub: id, role: 'scrutineer', congressId: ids.congressId, name: `代表${delegate.number}`, number: String(i) });
  return { id, i, root, sign, token };
}

async function makeBoxKey({ root, sign }: { root: Bytes; sign: SignKey }, electionId: Bytes, roundId: string) {
  const round = new Uint8Array(Buffer.from(roundId, 'base64url'));
  const { publicKey: box } = await scrutineerBoxKey(platform, root, electionId, round);
  return { roundId, box, sig: await platform.ed25519Sign(sign.seed, boxKeyMessage(electionId, round, box)) };
}

/** The token of a second clerk of the congress. */
export async function anotherClerk({ server, congressId }: Meeting): Promise<string> {
  return (await makeAccount(server, congressId, 'clerk', '另一人')).token;
}

async function makeAccount(server: TestServer, congressId: string, role: 'clerk' | 'office', name: string) {
  const id = randomUUID();
  const unusable = randomBytes(16).toString('hex');
  await server.deps.db.account.create({ data: { id, congressId, name, role, passwordHash: unusable } });
  return { id, token: tokenFor(server, { sub: id, role, congressId, name, number: null }) };
}
