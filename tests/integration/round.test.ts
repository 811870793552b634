import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkManifest } from '#shared/ballot-paper/manifest-check.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { readSignatures } from '#shared/ballot-paper/signed-file.ts';
import { rollHash } from '#shared/ballot-paper/roll.ts';
import * as contract from '#shared/contract/round.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { armed, enterHeadCount, mustSign, readRound, sign, signature, withManifest } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ofRound = (roundId: string) => ({ params: { roundId } });
const inCongress = (meeting: Meeting) => ({ params: { congressId: meeting.congressId } });

describe('preparing a round', () => {
  it('takes all candidates and the places of the method, and the congress votes', async () => {
    const meeting = await aMeeting(server);
    const round = await meeting.api.must(contract.prepareRound, inCongress(meeting), meeting.clerk);
    expect(round).toMatchObject({ number: 1, kind: 'first', state: 'prepared', places: 2, candidates: [1, 2, 3, 4], manifest: null });
    const congress = await server.deps.db.congress.findUniqueOrThrow({ where: { id: meeting.congressId } });
    expect(congress.state).toBe('voting');
  });

  it('refuses a second round while one is in hand, also when two clerks press at once', async () => {
    const meeting = await aMeeting(server);
    const both = await Promise.all([1, 2].map(() => meeting.api.call(contract.prepareRound, inCongress(meeting), meeting.clerk)));
    expect(both.filter((reply) => reply.ok)).toHaveLength(1);
    expect(both.map(codeOf)).toContain('another-round-open');
  });

  it('refuses while the congress is not adopted', async () => {
    const meeting = await aMeeting(server);
    await server.deps.db.congress.update({ where: { id: meeting.congressId }, data: { state: 'preparing' } });
    expect(codeOf(await meeting.api.call(contract.prepareRound, inCongress(meeting), meeting.clerk))).toBe('not-adopted');
  });

  it('is for the clerk of this congress alone', async () => {
    const meeting = await aMeeting(server);
    const other = await aMeeting(server);
    expect(codeOf(await meeting.api.call(contract.prepareRound, inCongress(meeting), meeting.scrutineers[0].token))).toBe('forbidden');
    expect(codeOf(await meeting.api.call(contract.prepareRound, inCongress(meeting), other.clerk))).toBe('another-congress');
    expect(codeOf(await meeting.api.call(contract.prepareRound, inCongress(meeting)))).toBe('not-signed-in');
    const round = await withManifest(meeting);
    expect(codeOf(await meeting.api.call(contract.discardManifest, ofRound(round.id), other.clerk))).toBe('another-congress');
  });
});

describe('the manifest', () => {
  it('is served byte for byte and trusted by a booth once t scrutineers signed it', async () => {
    const meeting = await aMeeting(server);
    const round = await armed(meeting);
    const bytes = await meeting.api.must(contract.readManifest, ofRound(round.id));
    const sigs = await meeting.api.must(contract.readManifestSignatures, ofRound(round.id));
    const list = readSignatures(sigs);
    const checked = await checkManifest(NODE_PLATFORM, bytes, list.ok ? list.signatures : [], { electionId: meeting.electionId });
    expect(checked).toMatchObject({ ok: true, fingerprint: round.manifest?.fingerprint });
    expect(round).toMatchObject({ state: 'armed', summoned: 6, issued: 0, received: 0 });
  });

  it('binds the roll that scrutineers read', async () => {
    const meeting = await aMeeting(server);
    const round = await withManifest(meeting);
    const roll = await meeting.api.must(contract.readRoll, ofRound(round.id), meeting.scrutineers[1].token);
    const hash = rollHash(roll.map(({ no, pk }) => ({ no, pk: Buffer.from(pk, 'base64url') })));
    const manifest: unknown = JSON.parse(Buffer.from(await meeting.api.must(contract.readManifest, ofRound(round.id))).toString());
    expect(manifest).toMatchObject({ roll: Buffer.from(hash).toString('base64url'), summoned: 6, title: '2025年度民生实事项目票选 第1轮' });
  });

  it('names how many letters are missing', async () => {
    const meeting = await aMeeting(server);
    const [, , , fourth, fifth] = meeting.delegates;
    await server.deps.db.letter.deleteMany({ where: { delegateId: { in: [fourth?.id ?? '', fifth?.id ?? ''] } } });
    const { id } = await meeting.api.must(contract.prepareRound, inCongress(meeting), meeting.clerk);
    const reply = await meeting.api.call(contract.makeManifest, ofRound(id), meeting.clerk);
    expect(reply).toMatchObject({ ok: false, error: { code: 'letters-missing', figures: { missing: 2 } } });
  });

  it('is made once by two clerks at once', async () => {
    const meeting = await aMeeting(server);
    const { id } = await meeting.api.must(contract.prepareRound, inCongress(meeting), meeting.clerk);
    const both = await Promise.all([1, 2].map(() => meeting.api.call(contract.makeManifest, ofRound(id), meeting.clerk)));
    expect(both.filter((reply) => reply.ok)).toHaveLength(1);
    expect(both.map(codeOf)).toContain('manifest-exists');
  });

  it('refuses a foreign, a doubled, a stranger’s and a wrong-hash signature, and arms with the second good one', async () => {
    const meeting = await aMeeting(server);
    const round = await withManifest(meeting);
    const [chief, second] = meeting.scrutineers;
    const post = async (token: string, signed: Awaited<ReturnType<typeof signature>>) =>
      meeting.api.call(contract.signFile, { ...ofRound(round.id), body: { signatures: [signed] } }, token);
    const good = await signature(round, 'manifest', chief);
    expect(codeOf(await post(second.token, good))).toBe('bad-signature');
    expect(codeOf(await post(chief.token, { ...good, hash: '0'.repeat(64) }))).toBe('bad-signature');
    expect(codeOf(await post(meeting.clerk, good))).toBe('forbidden');
    const other = await aMeeting(server);
    expect(codeOf(await post(other.scrutineers[0].token, good))).toBe('another-congress');
    expect(await mustSign(meeting, round, chief, 'manifest')).toMatchObject({ state: 'prepared', manifest: { signedBy: [1] } });
    expect(codeOf(await sign(meeting, round, chief, 'manifest'))).toBe('already-signed');
    expect(await mustSign(meeting, round, second, 'manifest')).toMatchObject({ state: 'armed', manifest: { signedBy: [1, 2] } });
  });

  it('can be discarded while no paper is drawn, and its signatures lapse', async () => {
    const meeting = await aMeeting(server);
    const round = await armed(meeting);
    const back = await meeting.api.must(contract.discardManifest, ofRound(round.id), meeting.clerk);
    expect(back).toMatchObject({ state: 'prepared', manifest: null, armedAt: null });
    expect(await server.deps.keys.read(`stamp-${round.id}`)).toBeNull();
    const again = await meeting.api.must(contract.makeManifest, ofRound(round.id), meeting.clerk);
    expect(again.manifest?.hash).not.toBe(round.manifest?.hash);
    expect(again.manifest?.signedBy).toEqual([]);
  });
});

describe('opening', () => {
  it('refuses without a head count, then without every paper drawn', async () => {
    const meeting = await aMeeting(server);
    const round = await armed(meeting);
    const open = (confirmedNotDrawn?: number) =>
      meeting.api.call(contract.openRound, { ...ofRound(round.id), body: confirmedNotDrawn === undefined ? {} : { confirmedNotDrawn } }, meeting.clerk);
    expect(codeOf(await open())).toBe('head-count-missing');
    await enterHeadCount(meeting, round);
    expect(await open()).toMatchObject({ ok: false, error: { code: 'papers-not-drawn', figures: { notDrawn: 6 } } });
    expect(codeOf(await open(6))).toBe('papers-not-drawn');
    await server.deps.db.round.update({ where: { id: round.id }, data: { armedAt: new Date(Date.now() - 121_000) } });
    expect(codeOf(await open(5))).toBe('papers-not-drawn');
    expect(await open(6)).toMatchObject({ ok: true, value: { state: 'open' } });
  });

  it('refuses without a quorum, naming the figures', async () => {
    const meeting = await aMeeting(server, { present: 3 });
    const round = await armed(meeting);
    await enterHeadCount(meeting, round);
    const reply = await meeting.api.call(contract.openRound, { ...ofRound(round.id), body: {} }, meeting.clerk);
    expect(reply).toMatchObject({ ok: false, error: { code: 'quorum-missing', figures: { summoned: 6, present: 3, needed: 4 } } });
  });

  it('takes the head count from the chief only, and wants a reason for a difference', async () => {
    const meeting = await aMeeting(server);
    const round = await armed(meeting);
    const enter = (headCount: number, reason: string | null, token: string) =>
      meeting.api.call(contract.enterHeadCount, { ...ofRound(round.id), body: { headCount, reason } }, token);
    const [chief, second] = meeting.scrutineers;
    expect(codeOf(await enter(6, null, second.token))).toBe('forbidden');
    const differs = await enter(5, null, chief.token);
    expect(codeOf(differs)).toBe('head-count-differs');
    expect(JSON.stringify(differs)).not.toContain('6');
    expect(await enter(5, '一名代表暂时离席', chief.token)).toMatchObject({ ok: true, value: { headCount: { entered: true, differs: true } } });
  });

  it('refuses each act in a state that does not allow it', async () => {
    const meeting = await aMeeting(server);
    const round = await withManifest(meeting);
    const { api, clerk, scrutineers: [chief] } = meeting;
    expect(codeOf(await api.call(contract.openRound, { ...ofRound(round.id), body: {} }, clerk))).toBe('wrong-round-state');
    expect(codeOf(await api.call(contract.takeOpeningBack, ofRound(round.id), clerk))).toBe('wrong-round-state');
    expect(codeOf(await api.call(contract.startClosing, { ...ofRound(round.id), body: {} }, clerk))).toBe('wrong-round-state');
    expect(codeOf(await api.call(contract.callOffClosing, ofRound(round.id), clerk))).toBe('wrong-round-state');
    expect(codeOf(await api.call(contract.enterHeadCount, { ...ofRound(round.id), body: { headCount: 6, reason: null } }, chief.token))).toBe('wrong-round-state');
    expect(codeOf(await api.call(contract.freezeBox, ofRound(round.id), clerk))).toBe('wrong-round-state');
    expect(codeOf(await api.call(contract.makeManifest, ofRound('A'.repeat(22)), clerk))).toBe('round-unknown');
    expect(await readRound(meeting, round.id)).toMatchObject({ state: 'prepared' });
  });
});
