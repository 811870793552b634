import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast as castEndpoint } from '#shared/contract/booth.ts';
import * as contract from '#shared/contract/round.ts';
import { closeRound } from '#server/features/round/close.service.ts';
import { ballot, cast } from '#tests/support/ballots.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { close, closed, mustSign, opened, readRound, sign, signature, withManifest } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const CHOICES = [[2, 4], [2, 4], [1, 4]];

describe('closing', () => {
  it('starts one countdown for two clerks at once, and can be called off', async () => {
    const meeting = await aMeeting(server);
    const { round } = await opened(meeting);
    const params = { roundId: round.id };
    const start = () => meeting.api.call(contract.startClosing, { params, body: {} }, meeting.clerk);
    const both = await Promise.all([start(), start()]);
    expect(both.map(codeOf).sort()).toEqual(['countdown-running', null]);
    expect((await readRound(meeting, round.id)).closesAt).not.toBeNull();
    expect(await meeting.api.must(contract.callOffClosing, { params }, meeting.clerk)).toMatchObject({ state: 'open', closesAt: null });
    expect(codeOf(await meeting.api.call(contract.callOffClosing, { params }, meeting.clerk))).toBe('no-countdown');
  });

  it('happens once, also when two processes reach the end together, and then takes no ballot', async () => {
    const meeting = await aMeeting(server);
    const { round, booth, papers } = await opened(meeting);
    const [first, late] = papers;
    if (first === undefined || late === undefined) throw new Error('Two papers were drawn.');
    await cast(meeting, booth, first, [2, 4]);
    const lateBallot = await ballot(booth, late, [1, 2]);
    await server.deps.db.round.update({ where: { id: round.id }, data: { closesAt: new Date(Date.now() - 1) } });
    const closes = await Promise.all([closeRound(server.deps, round.id), closeRound(server.deps, round.id), closeRound(server.deps, round.id)]);
    expect(closes.filter((done) => done.ok).length).toBeLessThanOrEqual(1);
    const after = await readRound(meeting, round.id);
    expect(after).toMatchObject({ state: 'closed', received: 1, countReport: { issued: 6, received: 1, notReturned: 5, present: 6 } });
    const reply = await meeting.api.call(castEndpoint, { params: { roundId: round.id }, body: lateBallot });
    expect(codeOf(reply)).toBe('round-closed');
    const heads = await server.deps.db.treeHead.count({ where: { roundId: round.id } });
    const acts = await server.deps.db.auditEntry.count({ where: { congressId: meeting.congressId, act: 'close round' } });
    expect([heads, acts]).toEqual([1, 1]);
  });

  it('leaves no capsule and no capsule key behind', async () => {
    const meeting = await aMeeting(server);
    const round = await closed(meeting, CHOICES);
    const issues = await server.deps.db.paperIssue.findMany({ where: { roundId: round.id } });
    expect(issues).toHaveLength(6);
    expect(issues.every((issue) => issue.capsule === null)).toBe(true);
    // The key goes when the close is committed, not before: a close that fails must leave it.
    await expect.poll(() => server.deps.keys.read(`capsule-${round.id}`), { timeout: 5_000 }).toBeNull();
  });

  it('takes a shorter countdown in a rehearsal only', async () => {
    const meeting = await aMeeting(server, { rehearsal: false });
    const { round } = await opened(meeting);
    const reply = await meeting.api.call(contract.startClosing, { params: { roundId: round.id }, body: { seconds: 5 } }, meeting.clerk);
    expect(codeOf(reply)).toBe('rehearsal-only');
  });

  it('takes the opening back only while nothing was received', async () => {
    const meeting = await aMeeting(server);
    const { round, booth, papers } = await opened(meeting);
    const params = { roundId: round.id };
    expect(await meeting.api.must(contract.takeOpeningBack, { params }, meeting.clerk)).toMatchObject({ state: 'armed', openedAt: null });
    const [paper] = papers;
    if (paper === undefined) throw new Error('A paper was drawn.');
    const body = await ballot(booth, paper, [2, 4]);
    expect(codeOf(await meeting.api.call(castEndpoint, { params, body }))).toBe('round-not-open');
    await meeting.api.must(contract.openRound, { params, body: {} }, meeting.clerk);
    await meeting.api.must(castEndpoint, { params, body });
    expect(codeOf(await meeting.api.call(contract.takeOpeningBack, { params }, meeting.clerk))).toBe('already-received');
  });
});

describe('gate 1', () => {
  it('wants the chief and another, refuses what is wrong, foreign or doubled, and lets the box be frozen after', async () => {
    const meeting = await aMeeting(server);
    const round = await closed(meeting, CHOICES);
    const { api, clerk, scrutineers: [chief, second, third] } = meeting;
    const params = { roundId: round.id };
    const freeze = () => api.call(contract.freezeBox, { params }, clerk);
    expect(codeOf(await freeze())).toBe('gate-1-unsigned');
    await mustSign(meeting, round, second, 'count');
    await mustSign(meeting, round, third, 'count');
    expect(await readRound(meeting, round.id)).toMatchObject({ state: 'closed', countReport: { signedBy: [2, 3] } });
    expect(codeOf(await sign(meeting, round, second, 'count'))).toBe('already-signed');
    const chiefs = await signature(round, 'count', chief);
    const post = (token: string, signed: typeof chiefs) => api.call(contract.signFile, { params, body: { signatures: [signed] } }, token);
    expect(codeOf(await post(chief.token, { ...chiefs, sig: (await signature(round, 'sth', chief)).sig }))).toBe('bad-signature');
    expect(codeOf(await post(chief.token, { ...chiefs, hash: '0'.repeat(64) }))).toBe('bad-signature');
    expect(codeOf(await post(meeting.office, chiefs))).toBe('forbidden');
    expect(await post(chief.token, chiefs)).toMatchObject({ ok: true, value: { state: 'confirmed' } });
    expect(await freeze()).toMatchObject({ ok: false, error: { code: 'tree-head-unsigned', figures: { signed: 0, needed: 2 } } });
    await mustSign(meeting, round, second, 'sth');
    await mustSign(meeting, round, third, 'sth');
    expect(await freeze()).toMatchObject({ ok: true, value: { state: 'frozen', treeHead: { size: 3, signedBy: [2, 3] } } });
    expect(await server.deps.keys.read(`stamp-${round.id}`)).toBeNull();
    expect(codeOf(await freeze())).toBe('wrong-round-state');
  });

  it('takes two signatures in one act, both or none', async () => {
    const meeting = await aMeeting(server);
    const round = await closed(meeting, CHOICES);
    const [chief, second] = meeting.scrutineers;
    const good = await signature(round, 'count', chief);
    const bad = { ...(await signature(round, 'sth', second)), file: 'sth' as const };
    const body = { signatures: [good, bad] };
    expect(codeOf(await meeting.api.call(contract.signFile, { params: { roundId: round.id }, body }, chief.token))).toBe('bad-signature');
    expect((await readRound(meeting, round.id)).countReport?.signedBy).toEqual([]);
    expect(await mustSign(meeting, round, chief, 'count', 'sth')).toMatchObject({ countReport: { signedBy: [1] }, treeHead: { signedBy: [1] } });
  });

  it('confirms once when the last signatures come at the same time', async () => {
    const meeting = await aMeeting(server);
    const round = await closed(meeting, CHOICES);
    await Promise.all(meeting.scrutineers.map((one) => mustSign(meeting, round, one, 'count', 'sth')));
    const after = await readRound(meeting, round.id);
    expect(after.state).toBe('confirmed');
    expect(after.countReport?.signedBy.toSorted()).toEqual([1, 2, 3]);
  });

  it('stays shut while the numbers contradict the method', async () => {
    const meeting = await aMeeting(server);
    const { round } = await opened(meeting);
    const [, , , fourth] = meeting.delegates;
    await server.deps.db.checkIn.updateMany({ where: { delegateId: fourth?.id ?? '' }, data: { undoneAt: new Date() } });
    const after = await close(meeting, round.id);
    expect(after).toMatchObject({ state: 'closed', countReport: { issued: 6, present: 5, valid: false } });
    expect(await sign(meeting, after, meeting.scrutineers[0], 'count')).toMatchObject({ ok: false, error: { code: 'numbers-contradict', field: 'issued' } });
  });

  it('records who declined, with the reason, and never excuses the chief', async () => {
    const meeting = await aMeeting(server);
    const round = await closed(meeting, CHOICES);
    const [chief, second] = meeting.scrutineers;
    const declined = (token: string) =>
      meeting.api.call(contract.declineGate, { params: { roundId: round.id }, body: { gate: 'count', reason: '人数有疑问' } }, token);
    expect(await declined(second.token)).toMatchObject({ ok: true, value: { state: 'closed', declines: [{ gate: 'count', position: 2, reason: '人数有疑问' }] } });
    await mustSign(meeting, round, chief, 'count');
    expect(codeOf(await declined(chief.token))).toBe('already-signed');
    expect((await readRound(meeting, round.id)).state).toBe('closed');
  });
});

describe('a scrutineer who says no to the manifest', () => {
  it('is recorded with the reason, does not arm the round, and does not keep t others from arming it', async () => {
    const meeting = await aMeeting(server);
    const round = await withManifest(meeting);
    const [chief, second, third] = meeting.scrutineers;
    const params = { roundId: round.id };
    const decline = (token: string) => meeting.api.call(contract.declineGate, { params, body: { gate: 'manifest', reason: '名册少一人' } }, token);
    await mustSign(meeting, round, chief, 'manifest');
    const declined = { gate: 'manifest', position: 2, reason: '名册少一人' };
    expect(await decline(second.token)).toMatchObject({ ok: true, value: { state: 'prepared', declines: [declined] } });
    expect(codeOf(await decline(chief.token))).toBe('already-signed');
    const armed = await mustSign(meeting, round, third, 'manifest');
    expect(armed).toMatchObject({ state: 'armed', declines: [declined] });
    expect(armed.signatures.map(({ file, position }) => [file, position])).toEqual([['manifest', 1], ['manifest', 3]]);
  });

  it('says it of that manifest only: a decline lapses when the manifest is taken back', async () => {
    const meeting = await aMeeting(server);
    const round = await withManifest(meeting);
    const params = { roundId: round.id };
    const decline = () => meeting.api.call(contract.declineGate, { params, body: { gate: 'manifest', reason: '指纹不一致' } }, meeting.scrutineers[1].token);
    expect(codeOf(await decline())).toBeNull();
    const taken = await meeting.api.must(contract.discardManifest, { params }, meeting.clerk);
    expect(taken).toMatchObject({ manifest: null, declines: [], signatures: [] });
    expect(codeOf(await decline())).toBe('manifest-unsigned');
    const said = await server.deps.db.auditEntry.count({ where: { congressId: meeting.congressId, act: 'decline manifest' } });
    expect(said).toBe(1);
  });
});
