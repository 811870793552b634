import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { boxRound, castMessageOf, isReceipt, makeBallot, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import type { CastMessage } from '#shared/ballot-paper/ballot.ts';
import { TRACKER_LENGTH } from '#shared/ballot-paper/body.ts';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import { boxStatus } from '#shared/contract/booth.ts';
import { startClosing } from '#shared/contract/round.ts';
import { armed, readRound } from '#tests/support/round-day.ts';
import { ballotOn, bytesOf, castBallot, draw, openWithPapers } from '#tests/support/hand.ts';
import type { Drawn } from '#tests/support/hand.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let meeting: Meeting;
let roundId: string;
let papers: readonly Drawn[];
beforeAll(async () => {
  server = await startTestServer();
  meeting = await aMeeting(server, { delegates: 24 });
  const opened = await openWithPapers(meeting);
  roundId = opened.round.id;
  papers = opened.papers;
});
afterAll(() => server.close());

let taken = 0;
/** A paper that no other test has used. */
function nextPaper(): Drawn {
  const paper = papers[taken++];
  if (paper === undefined) throw new Error('The meeting has no more papers.');
  return paper;
}

const send = (body: CastMessage) => castBallot(meeting, roundId, body);
const status = (pk: string) => meeting.api.call(boxStatus, { params: { roundId, pk } });

async function raw(body: string): Promise<{ status: number; code: unknown }> {
  const response = await fetch(`${server.url}/box/${roundId}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const answer: unknown = await response.json();
  return { status: response.status, code: typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null };
}

describe('casting', () => {
  it('answers a receipt by the server key of the manifest, and the status tells it again', async () => {
    const paper = nextPaper();
    const ballot = await ballotOn(paper);
    expect(codeOf(await status(ballot.pk))).toBe('not-in-box');
    const reply = await send(ballot);
    if (!reply.ok) throw new Error(reply.error.code);
    const { receipt } = reply.value;
    const bytes = { pk: bytesOf(ballot.pk), box: bytesOf(ballot.box) };
    expect(await isReceipt(platform, paper.manifest.serverKey, paper.mh, bytes, bytesOf(receipt))).toBe(true);
    expect(await status(ballot.pk)).toMatchObject({ ok: true, value: { receipt } });
  });

  it('gives the identical ballot the same receipt, once in the box, however often and at once', async () => {
    const ballot = await ballotOn(nextPaper());
    const before = await received();
    const replies = await Promise.all(Array.from({ length: 8 }, () => send(ballot)));
    const receipts = new Set(replies.map((reply) => (reply.ok ? reply.value.receipt : reply.error.code)));
    expect(receipts.size).toBe(1);
    expect(replies.every((reply) => reply.ok)).toBe(true);
    expect(await received()).toBe(before + 1);
  });

  it('refuses another ballot on the same paper, and keeps the first when both come at once', async () => {
    const paper = nextPaper();
    const both = await Promise.all([ballotOn(paper), ballotOn(paper)]);
    const replies = await Promise.all(both.map(send));
    expect(replies.map(codeOf).toSorted()).toEqual(['ballot-exists', null].toSorted());
    expect(codeOf(await send(await ballotOn(paper)))).toBe('ballot-exists');
  });

  it('accepts a ballot with a copied tracker as one of its own', async () => {
    const tracker = platform.randomBytes(TRACKER_LENGTH);
    const copying = { ...platform, randomBytes: (length: number) => (length === TRACKER_LENGTH ? tracker : platform.randomBytes(length)) };
    for (const { manifest, mh, paper, stamp } of [nextPaper(), nextPaper()]) {
      const { ballot } = await makeBallot(copying, boxRound(mh, manifest), paper, stamp, [1, 1, 0, 0]);
      expect((await send(toCastMessage(ballot))).ok).toBe(true);
    }
  });

  it('refuses a box swapped for another, also a signed one of another paper', async () => {
    const [one, other] = [await ballotOn(nextPaper()), await ballotOn(nextPaper())];
    expect(codeOf(await send({ ...one, box: other.box }))).toBe('bad-signature');
    expect(codeOf(await send({ ...one, box: other.box, sig: other.sig }))).toBe('bad-signature');
    expect(codeOf(await send({ ...one, stamp: other.stamp }))).toBe('bad-stamp');
  });

  it('refuses the stamp of another round', async () => {
    const elsewhere = await aMeeting(server);
    const round = await armed(elsewhere);
    const [delegate] = elsewhere.delegates;
    if (delegate === undefined) throw new Error('nobody');
    const foreign = await draw(elsewhere, round.id, delegate);
    const here = nextPaper();
    expect(codeOf(await send(await ballotOn(foreign)))).toBe('bad-stamp');
    const { ballot } = await makeBallot(platform, boxRound(here.mh, here.manifest), foreign.paper, foreign.stamp, [1, 1, 0, 0]);
    expect(codeOf(await send(toCastMessage(ballot)))).toBe('bad-stamp');
    expect(codeOf(await castBallot(meeting, toBase64url(platform.randomBytes(16)), await ballotOn(here)))).toBe('round-unknown');
    expect(codeOf(await castBallot(elsewhere, round.id, await ballotOn(foreign)))).toBe('round-not-open');
  });

  it('refuses keys and signatures of small order before any library is asked', async () => {
    const ballot = await ballotOn(nextPaper());
    const identity = toBase64url(Uint8Array.of(1, ...new Uint8Array(31)));
    expect(await send({ ...ballot, pk: identity })).toMatchObject({ ok: false, error: { code: 'bad-format', field: 'pk' } });
    const low = toBase64url(new Uint8Array(64));
    expect(await send({ ...ballot, sig: low })).toMatchObject({ ok: false, error: { code: 'bad-format', field: 'sig' } });
  });

  it('refuses wrong base64, lengths, headers and fields, and names the field', async () => {
    const ballot = await ballotOn(nextPaper());
    const otherHeader = bytesOf(ballot.box).map((byte, index) => (index === 2 ? 3 : byte));
    const wrong: [Partial<CastMessage>, string][] = [
      [{ pk: `${ballot.pk}=` }, 'pk'],
      [{ stamp: ballot.stamp.slice(4) }, 'stamp'],
      [{ sig: ballot.sig.replace(/^./, '+') }, 'sig'],
      [{ box: `${ballot.box}AAAA` }, 'box'],
      [{ box: toBase64url(new Uint8Array(otherHeader)) }, 'box'],
    ];
    for (const [change, field] of wrong) {
      expect(await send({ ...ballot, ...change })).toMatchObject({ ok: false, status: 422, error: { code: 'bad-format', field } });
    }
    expect(await raw('{"pk":')).toEqual({ status: 400, code: 'bad-request' });
    expect(await raw('null')).toEqual({ status: 422, code: 'bad-format' });
    expect(await raw(JSON.stringify({ ...ballot, box: 'A'.repeat(20_000) }))).toEqual({ status: 413, code: 'too-large' });
    expect((await send(ballot)).ok).toBe(true);
  });

  it('refuses a ballot that the paper\'s key did not sign for this manifest', async () => {
    const paper = nextPaper();
    const ballot = await ballotOn(paper);
    const message = castMessageOf(platform.randomBytes(32), bytesOf(ballot.box));
    const sig = toBase64url(await platform.ed25519Sign(paper.paper.key.seed, message));
    expect(codeOf(await send({ ...ballot, sig }))).toBe('bad-signature');
  });
});

describe('the close', () => {
  it('counts exactly the ballots that got a receipt, when casts race it', async () => {
    const racing = await aMeeting(server, { delegates: 30 });
    const { round, papers: hands } = await openWithPapers(racing);
    const ballots = await Promise.all(hands.map((paper) => ballotOn(paper)));
    await racing.api.must(startClosing, { params: { roundId: round.id }, body: { seconds: 1 } }, racing.clerk);
    const replies = await Promise.all(ballots.map(async (ballot, index) => {
      await sleep(index * 90);
      return castBallot(racing, round.id, ballot);
    }));
    await expect.poll(async () => (await readRound(racing, round.id)).state, { timeout: 10_000 }).toBe('closed');
    const inBox = replies.filter((reply) => reply.ok).length;
    expect(new Set(replies.map(codeOf))).toEqual(new Set([null, 'round-closed']));
    expect((await readRound(racing, round.id)).countReport).toMatchObject({ issued: 30, received: inBox, notReturned: 30 - inBox });

    const again = await Promise.all(ballots.map((ballot) => castBallot(racing, round.id, ballot)));
    expect(again.map((reply) => (reply.ok ? reply.value.receipt : reply.error.code))).toEqual(
      replies.map((reply) => (reply.ok ? reply.value.receipt : reply.error.code)),
    );
  });
});

async function received(): Promise<number> {
  const [row] = await server.deps.boxSql<{ count: number }[]>`SELECT count(*)::int AS count FROM box_open WHERE round_id = ${roundId}`;
  return row?.count ?? 0;
}
