import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '#shared/ballot-paper/archive.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { verifyRounds } from '#shared/ballot-paper/verify.ts';
import { readOffice, readScreen } from '#shared/contract/publication.ts';
import * as contract from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { certified, hashOf, mustSign, readRound, sign, signRuling, tallied, throughGate2 } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Projects 2 and 4 of four win, 5 ballots with one abstention, one paper not returned. */
const CLEAR = [[2, 4], [2, 4], [2, 3], [1, 4], []];
/** 4 leads; 1 and 2 tie for the second place. */
const TIED = [[1, 4], [1, 4], [2, 4], [2, 4]];

type Ruling = { kind: 'void' | 'tie' | 'shortfall'; selected: number[] };

function enterRuling(meeting: Meeting, round: RoundDetail, { kind, selected }: Ruling) {
  const body = { kind, selected, text: '按候选顺序', by: '会议主持人', reason: '再次得票相等' };
  return meeting.api.call(contract.enterRuling, { params: { roundId: round.id }, body }, meeting.clerk);
}

async function ruled(meeting: Meeting, round: RoundDetail, ruling: Ruling): Promise<RoundDetail> {
  const entered = await enterRuling(meeting, round, ruling);
  if (!entered.ok) throw new Error(entered.error.code);
  const [waiting] = entered.value.rulings;
  const signed = await signRuling(meeting, entered.value, waiting?.id ?? '', meeting.scrutineers[0]);
  if (!signed.ok) throw new Error(signed.error.code);
  return signed.value;
}

/** What `npm run verify` would say of the whole download. */
async function failedChecks(meeting: Meeting): Promise<string[]> {
  const zip = await meeting.api.must(contract.readRecordZip, { params: { congressId: meeting.congressId } }, meeting.clerk);
  const archive = readArchive(zip);
  if (!archive.ok) throw new Error(archive.reason);
  const results = await verifyRounds(NODE_PLATFORM, archive.rounds.map((round) => round.files));
  expect(results.flat().length).toBeGreaterThan(20);
  return results.flat().filter((check) => !check.passed).map((check) => check.name);
}

describe('a clear round', () => {
  it('selects the winners, makes the rest key work, decides the congress and leaves a record that verifies', async () => {
    const meeting = await aMeeting(server);
    const round = await certified(meeting, CLEAR);
    expect(round).toMatchObject({
      state: 'certified', issued: 6, received: 5,
      countReport: { notReturned: 1, present: 6, valid: true },
      outcome: { valid: 5, abstained: 1, invalid: 0, selected: [2, 4], keyWork: [1, 3], final: true, next: 'none', certifiedBy: '计票人' },
    });
    const office = await meeting.api.must(readOffice, { params: { congressId: meeting.congressId } }, meeting.office);
    expect(office.selected.map(({ number, votes }) => [number, votes])).toEqual([[2, 3], [4, 3]]);
    expect(office.keyWork.map(({ number }) => number)).toEqual([1, 3]);
    const screen = await meeting.api.must(readScreen, { params: { congressId: meeting.congressId } });
    expect(screen).toMatchObject({ congress: { state: 'decided' }, results: [{ number: 1, received: 5, selected: [2, 4] }] });
    expect(await failedChecks(meeting)).toEqual([]);
    expect(codeOf(await meeting.api.call(contract.prepareRound, { params: { congressId: meeting.congressId } }, meeting.clerk))).toBe('wrong-congress-state');
  });
});

describe('gate 2', () => {
  it('wants the tally clerk first, then the chief, and takes effect once', async () => {
    const meeting = await aMeeting(server);
    const round = await tallied(meeting, CLEAR);
    const { api, clerk, scrutineers: [chief, second, third] } = meeting;
    const params = { roundId: round.id };
    const certify = (hash: string) => api.call(contract.certify, { params, body: { hash } }, clerk);
    expect(codeOf(await sign(meeting, round, chief, 'outcome'))).toBe('tally-clerk-missing');
    expect(codeOf(await certify('0'.repeat(64)))).toBe('bad-request');
    const objected = await api.must(contract.enterObjection, { params, body: { by: '代表006', text: '请复核第3项' } }, clerk);
    expect(objected.objections).toMatchObject([{ by: '代表006', text: '请复核第3项' }]);
    const both = await Promise.all([certify(hashOf(round, 'outcome')), certify(hashOf(round, 'outcome'))]);
    expect(both.map(codeOf).sort()).toEqual(['already-signed', null]);
    await mustSign(meeting, round, second, 'outcome');
    expect(await readRound(meeting, round.id)).toMatchObject({ state: 'tallied', outcome: { signedBy: [2] } });
    expect((await server.deps.db.project.findMany({ where: { congressId: meeting.congressId } })).every((one) => one.standing === 'candidate')).toBe(true);
    await Promise.all([mustSign(meeting, round, chief, 'outcome'), mustSign(meeting, round, third, 'outcome')]);
    expect((await readRound(meeting, round.id)).state).toBe('certified');
    expect(codeOf(await certify(hashOf(round, 'outcome')))).toBe('wrong-round-state');
  });

  it('never takes a scrutineer for the tally clerk', async () => {
    const meeting = await aMeeting(server);
    const round = await tallied(meeting, CLEAR);
    // As an older version let it come about.
    await server.deps.db.$executeRaw`ALTER TABLE delegate DISABLE TRIGGER delegate_no_clerk`;
    await server.deps.db.delegate.updateMany({ where: { id: meeting.delegates[1]?.id ?? '' }, data: { name: '计票人' } });
    await server.deps.db.$executeRaw`ALTER TABLE delegate ENABLE TRIGGER delegate_no_clerk`;
    const reply = await meeting.api.call(contract.certify, { params: { roundId: round.id }, body: { hash: hashOf(round, 'outcome') } }, meeting.clerk);
    expect(codeOf(reply)).toBe('clerk-is-scrutineer');
  });
});

describe('a tie across the cut-off', () => {
  it('is voted again among the tied for the places left, and the chain of both rounds verifies', async () => {
    const meeting = await aMeeting(server);
    const first = await certified(meeting, TIED);
    expect(first.outcome).toMatchObject({ selected: [4], tied: [1, 2], placesLeft: 1, final: false, keyWork: [], next: 'revote' });
    expect((await meeting.api.must(readScreen, { params: { congressId: meeting.congressId } })).congress.state).toBe('voting');
    const second = await certified(meeting, [[1], [2], [2], []]);
    expect(second).toMatchObject({ number: 2, kind: 'revote', candidates: [1, 2], places: 1, state: 'certified' });
    expect(second.outcome).toMatchObject({ selected: [2], keyWork: [1, 3], final: true });
    const office = await meeting.api.must(readOffice, { params: { congressId: meeting.congressId } }, meeting.office);
    expect(office.selected.map(({ number }) => number)).toEqual([2, 4]);
    expect(office.keyWork.map(({ number }) => number)).toEqual([1, 3]);
    expect(await failedChecks(meeting)).toEqual([]);
  });

  it('goes to the chair’s ruling where the method says so, and waits for the chief', async () => {
    const meeting = await aMeeting(server, { method: { tie: 'ruling' } });
    const round = await tallied(meeting, TIED);
    expect(round.outcome).toMatchObject({ next: 'ruling-tie', final: false });
    const certify = () => meeting.api.call(contract.certify, { params: { roundId: round.id }, body: { hash: hashOf(round, 'outcome') } }, meeting.clerk);
    expect(codeOf(await certify())).toBe('ruling-needed');
    expect(codeOf(await enterRuling(meeting, round, { kind: 'tie', selected: [3] }))).toBe('bad-ruling');
    expect(codeOf(await enterRuling(meeting, round, { kind: 'tie', selected: [1, 2] }))).toBe('bad-ruling');
    expect(codeOf(await enterRuling(meeting, round, { kind: 'shortfall', selected: [1] }))).toBe('bad-ruling');
    const entered = await enterRuling(meeting, round, { kind: 'tie', selected: [1] });
    if (!entered.ok) throw new Error(entered.error.code);
    expect(codeOf(await certify())).toBe('ruling-pending');
    expect(codeOf(await enterRuling(meeting, round, { kind: 'tie', selected: [2] }))).toBe('ruling-pending');
    const id = entered.value.rulings[0]?.id ?? '';
    expect(codeOf(await signRuling(meeting, entered.value, id, meeting.scrutineers[1]))).toBe('forbidden');
    const forged = { ...meeting.scrutineers[0], sign: meeting.scrutineers[1].sign };
    expect(codeOf(await signRuling(meeting, entered.value, id, forged))).toBe('bad-signature');
    const signed = await signRuling(meeting, entered.value, id, meeting.scrutineers[0]);
    if (!signed.ok) throw new Error(signed.error.code);
    expect(signed.value.outcome).toMatchObject({ selected: [1, 4], tied: [1, 2], keyWork: [2, 3], final: true, next: 'none' });
    expect(codeOf(await signRuling(meeting, entered.value, id, meeting.scrutineers[0]))).toBe('already-signed');
    expect((await throughGate2(meeting, signed.value)).state).toBe('certified');
    expect(await failedChecks(meeting)).toEqual([]);
  });

  it('a second time goes to a ruling', async () => {
    const meeting = await aMeeting(server);
    await certified(meeting, TIED);
    const again = await tallied(meeting, [[1], [2]]);
    expect(again.outcome).toMatchObject({ tied: [1, 2], next: 'ruling-tie' });
    const decided = await throughGate2(meeting, await ruled(meeting, again, { kind: 'tie', selected: [1] }));
    expect(decided.outcome).toMatchObject({ selected: [1], keyWork: [2, 3], final: true });
    expect(await failedChecks(meeting)).toEqual([]);
  });
});

describe('a shortfall', () => {
  it('is voted on again among the rest from one call, under the name of the second round, and the chain verifies', async () => {
    const meeting = await aMeeting(server, { method: { selectionSize: 'at-most', passThreshold: 'half-of-roll' } });
    const first = await certified(meeting, [[4], [4], [4], [4], [1], [2]]);
    expect(first.outcome).toMatchObject({ selected: [4], placesLeft: 1, final: false, next: 'second-round' });
    const second = await certified(meeting, [[1], [1], [1], [1], [2]]);
    expect(second).toMatchObject({ number: 2, kind: 'second-round', candidates: [1, 2, 3], places: 1, outcome: { selected: [1], keyWork: [2, 3], final: true } });
    const manifest = await meeting.api.must(contract.readManifest, { params: { roundId: second.id } });
    expect(new TextDecoder().decode(manifest)).toContain('2025年度民生实事项目票选 第2轮"');
    expect(await failedChecks(meeting)).toEqual([]);
  });

  it('leads to a second round among the rest, or the chair leaves it short', async () => {
    const meeting = await aMeeting(server, { method: { selectionSize: 'at-most', passThreshold: 'half-of-roll' } });
    const round = await tallied(meeting, [[4], [4], [4], [4], [1], [2]]);
    expect(round.outcome).toMatchObject({ selected: [4], placesLeft: 1, final: false, next: 'second-round' });
    await meeting.api.must(contract.certify, { params: { roundId: round.id }, body: { hash: hashOf(round, 'outcome') } }, meeting.clerk);
    const short = await ruled(meeting, round, { kind: 'shortfall', selected: [] });
    expect(short.outcome).toMatchObject({ selected: [4], keyWork: [1, 2, 3], placesLeft: 1, final: true, certifiedBy: null });
    expect((await throughGate2(meeting, short)).state).toBe('certified');
    expect(await failedChecks(meeting)).toEqual([]);
  });
});
