import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCapsule } from '#shared/ballot-paper/paper.ts';
import { capsuleKey } from '#shared/ballot-paper/credential.ts';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import * as booth from '#shared/contract/booth.ts';
import { approveReopening, listRounds } from '#shared/contract/round.ts';
import { armed, withManifest } from '#tests/support/round-day.ts';
import { bytesOf, draw, manifestOf, requestOf, send } from '#tests/support/hand.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting, TestDelegate } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { tokenFor } from '#tests/support/token.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ofRound = (roundId: string) => ({ params: { roundId } });

async function armedMeeting(options: Parameters<typeof aMeeting>[1] = {}) {
  const meeting = await aMeeting(server, options);
  const round = await armed(meeting);
  return { meeting, roundId: round.id, first: delegateAt(meeting, 3), last: delegateAt(meeting, meeting.delegates.length - 1) };
}

function delegateAt(meeting: Meeting, index: number): TestDelegate {
  const delegate = meeting.delegates[index];
  if (delegate === undefined) throw new Error(`There is no delegate ${String(index)}.`);
  return delegate;
}

describe('drawing a ballot paper', () => {
  it('stamps a blinded paper once and answers the identical request the same', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    const request = await requestOf(meeting, roundId, first);
    const drawn = await send(meeting, roundId, first, request);
    const again = await send(meeting, roundId, first, request);
    expect([drawn.status, again.status]).toEqual([201, 200]);
    expect(again).toMatchObject({ ok: true, value: drawn.ok ? drawn.value : null });
    const view = await meeting.api.must(booth.boothView, {}, first.token);
    expect(view).toMatchObject({ checkedIn: true, paper: 'drawn', reopening: 'none' });
  });

  it('refuses a second paper', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    await draw(meeting, roundId, first);
    expect(codeOf(await send(meeting, roundId, first, await requestOf(meeting, roundId, first)))).toBe('paper-exists');
  });

  it('gives one paper to two devices that draw at the same moment', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    const requests = await Promise.all([1, 2, 3, 4].map(() => requestOf(meeting, roundId, first)));
    const replies = await Promise.all(requests.map((request) => send(meeting, roundId, first, request)));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.map(codeOf).filter((code) => code === 'paper-exists')).toHaveLength(3);
    expect(await server.deps.db.paperIssue.count({ where: { roundId } })).toBe(1);
  });

  it('refuses who is not in the hall, and who left it', async () => {
    const { meeting, roundId, last } = await armedMeeting({ delegates: 6, present: 5 });
    expect(codeOf(await send(meeting, roundId, last, await requestOf(meeting, roundId, last)))).toBe('not-checked-in');
    const leaver = delegateAt(meeting, 4);
    await server.deps.db.checkIn.updateMany({ where: { delegateId: leaver.id }, data: { checkedOutAt: new Date() } });
    expect(codeOf(await send(meeting, roundId, leaver, await requestOf(meeting, roundId, leaver)))).toBe('not-checked-in');
  });

  it('refuses a revoked letter', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    await server.deps.db.letter.updateMany({ where: { delegateId: first.id }, data: { revokedAt: new Date() } });
    expect(codeOf(await send(meeting, roundId, first, await requestOf(meeting, roundId, first)))).toBe('credential-revoked');
  });

  it('refuses another delegate\'s signature, another congress, an unknown round', async () => {
    const { meeting, roundId, first, last } = await armedMeeting();
    const foreign = await requestOf(meeting, roundId, last);
    expect(codeOf(await send(meeting, roundId, first, foreign))).toBe('bad-signature');
    const other = await aMeeting(server);
    expect(codeOf(await send(other, roundId, delegateAt(other, 3), foreign))).toBe('another-congress');
    expect(codeOf(await send(meeting, toBase64url(platform.randomBytes(16)), first, foreign))).toBe('round-unknown');
  });

  it('refuses a blinded message that is not below the modulus, and bytes of a wrong length', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    const request = await requestOf(meeting, roundId, first);
    const high = { ...request, body: { ...request.body, blindedMessage: toBase64url(new Uint8Array(384).fill(255)) } };
    expect(codeOf(await send(meeting, roundId, first, high))).toBe('bad-blinded-message');
    const short = await send(meeting, roundId, first, { ...request, body: { ...request.body, capsule: 'AAAA' } });
    expect(short).toMatchObject({ ok: false, status: 400, error: { code: 'bad-request', field: 'capsule' } });
  });

  it('waits for the signatures on the manifest', async () => {
    const meeting = await aMeeting(server);
    const round = await withManifest(meeting);
    const first = delegateAt(meeting, 3);
    expect(codeOf(await send(meeting, round.id, first, await requestOf(meeting, round.id, first)))).toBe('round-not-armed');
  });

  it('writes nothing to the audit log', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    const length = () => server.deps.db.auditEntry.count({ where: { congressId: meeting.congressId } });
    const before = await length();
    await draw(meeting, roundId, first);
    expect(await length()).toBe(before);
  });
});

describe('taking a paper up on another device', () => {
  it('needs an approval by the street\'s method, and then opens the same paper', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    expect(codeOf(await meeting.api.call(booth.askReopening, ofRound(roundId), first.token))).toBe('no-paper');
    const { paper } = await draw(meeting, roundId, first);
    expect(codeOf(await meeting.api.call(booth.takePaperUp, ofRound(roundId), first.token))).toBe('approval-pending');
    const twice = await Promise.all([1, 2].map(() => meeting.api.must(booth.askReopening, ofRound(roundId), first.token)));
    expect(twice).toEqual([{ reopening: 'pending' }, { reopening: 'pending' }]);
    expect(codeOf(await meeting.api.call(booth.takePaperUp, ofRound(roundId), first.token))).toBe('approval-pending');

    const [waiting] = await meeting.api.must(listRounds, { params: { congressId: meeting.congressId } }, meeting.clerk);
    expect(waiting?.reopenings).toMatchObject([{ delegateNumber: first.number }]);
    const reopeningId = waiting?.reopenings[0]?.id ?? '';
    await meeting.api.must(approveReopening, { params: { roundId, reopeningId }, body: { approve: true } }, meeting.scrutineers[1].token);

    const taken = await meeting.api.must(booth.takePaperUp, ofRound(roundId), first.token);
    const { mh, manifest } = await manifestOf(meeting, roundId);
    const key = capsuleKey(first.secret, meeting.electionId, mh);
    const issued = { blindedMessage: bytesOf(taken.blindedMessage), capsule: bytesOf(taken.capsule) };
    const opened = await openCapsule(platform, key, { mh, paperKey: manifest.paperKey }, issued);
    expect(opened.ok && opened.paper.key.publicKey).toEqual(paper.key.publicKey);
  });

  it('is free where the method says so', async () => {
    const { meeting, roundId, first } = await armedMeeting({ method: { deviceChange: 'free' } });
    await draw(meeting, roundId, first);
    expect(await meeting.api.must(booth.askReopening, ofRound(roundId), first.token)).toEqual({ reopening: 'approved' });
    expect((await meeting.api.call(booth.takePaperUp, ofRound(roundId), first.token)).ok).toBe(true);
  });

  it('serves one device with each approval, also when its answer was lost on the way', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    const who = { sub: first.id, role: 'delegate', congressId: meeting.congressId, name: '代表004', number: first.number } as const;
    const devices = ['phone', 'tablet', 'laptop'].map((session) => tokenFor(server, { ...who, session }));
    const [phone = '', tablet = '', laptop = ''] = devices;
    const take = (token: string) => meeting.api.call(booth.takePaperUp, ofRound(roundId), token);
    const approve = async () => {
      const [round] = await meeting.api.must(listRounds, { params: { congressId: meeting.congressId } }, meeting.clerk);
      await meeting.api.must(approveReopening, { params: { roundId, reopeningId: round?.reopenings[0]?.id ?? '' }, body: { approve: true } }, meeting.clerk);
    };
    await draw(meeting, roundId, first);
    await meeting.api.must(booth.askReopening, ofRound(roundId), phone);
    await approve();
    const answers = await Promise.all(devices.map(take));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.map(codeOf).filter((code) => code === 'approval-pending')).toHaveLength(2);
    const served = answers.findIndex(({ ok }) => ok);
    expect(await take(devices[served] ?? '')).toMatchObject({ ok: true });
    const other = served === 1 ? laptop : tablet;
    expect(await meeting.api.must(booth.boothView, {}, other)).toMatchObject({ reopening: 'none' });

    // It asks for itself; then the first one is served no more.
    expect(await meeting.api.must(booth.askReopening, ofRound(roundId), other)).toEqual({ reopening: 'pending' });
    expect(codeOf(await take(other))).toBe('approval-pending');
    await approve();
    expect(await take(other)).toMatchObject({ ok: true });
    expect(codeOf(await take(devices[served] ?? ''))).toBe('approval-pending');
    const counted = await server.deps.db.reopening.findMany({ where: { roundId } });
    expect(counted).toHaveLength(2);
    await expect(server.deps.db.reopening.updateMany({ where: { roundId }, data: { takenUpBy: 'someone' } })).rejects.toThrow(/served another device/);
  });

  it('stays shut when it was declined, and nobody approves their own paper', async () => {
    const { meeting, roundId } = await armedMeeting();
    const scrutineer = meeting.scrutineers[1];
    const herself = delegateAt(meeting, 1);
    await draw(meeting, roundId, herself);
    await meeting.api.must(booth.askReopening, ofRound(roundId), herself.token);
    const wish = await server.deps.db.reopening.findFirstOrThrow({ where: { roundId } });
    const decide = (approve: boolean, token: string) =>
      meeting.api.call(approveReopening, { params: { roundId, reopeningId: wish.id }, body: { approve } }, token);
    expect(codeOf(await decide(true, scrutineer.token))).toBe('forbidden');
    expect((await decide(false, meeting.clerk)).ok).toBe(true);
    expect(codeOf(await decide(true, meeting.clerk))).toBe('busy');
    expect(codeOf(await meeting.api.call(booth.takePaperUp, ofRound(roundId), herself.token))).toBe('approval-pending');
  });

  it('keeps no capsule in the database that the letter alone would open', async () => {
    const { meeting, roundId, first } = await armedMeeting();
    await draw(meeting, roundId, first);
    const { mh, manifest } = await manifestOf(meeting, roundId);
    const issue = await server.deps.db.paperIssue.findFirstOrThrow({ where: { roundId } });
    const stored = { blindedMessage: issue.blindedMessage ?? new Uint8Array(), capsule: issue.capsule?.subarray(0, 60) ?? new Uint8Array() };
    const opened = await openCapsule(platform, capsuleKey(first.secret, meeting.electionId, mh), { mh, paperKey: manifest.paperKey }, stored);
    expect(opened).toEqual({ ok: false, reason: 'bad-capsule' });
  });
});
