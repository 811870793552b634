import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast as castEndpoint, drawPaper } from '#shared/contract/booth.ts';
import * as contract from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { ballot, cast } from '#tests/support/ballots.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { armed, certified, frozen, opened, readRound, release, signRuling } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

function enterVoid(meeting: Meeting, round: RoundDetail, token = meeting.clerk) {
  const body = { kind: 'void' as const, selected: [], text: '本轮作废', by: '会议主持人', reason: '误操作截止' };
  return meeting.api.call(contract.enterRuling, { params: { roundId: round.id }, body }, token);
}

async function voided(meeting: Meeting, round: RoundDetail): Promise<RoundDetail> {
  const entered = await enterVoid(meeting, round);
  if (!entered.ok) throw new Error(entered.error.code);
  const signed = await signRuling(meeting, entered.value, entered.value.rulings[0]?.id ?? '', meeting.scrutineers[0]);
  if (!signed.ok) throw new Error(signed.error.code);
  return signed.value;
}

describe('a void round', () => {
  it('takes no ballot and no paper any more, loses its keys, and is repeated with the same candidates', async () => {
    const meeting = await aMeeting(server);
    const { round, booth, papers } = await opened(meeting, meeting.delegates);
    const [first, second] = papers;
    if (first === undefined || second === undefined) throw new Error('Papers were drawn.');
    await cast(meeting, booth, first, [2, 4]);
    expect(await voided(meeting, round)).toMatchObject({ state: 'void', rulings: [{ kind: 'void', reason: '误操作截止' }] });
    const params = { roundId: round.id };
    const late = await meeting.api.call(castEndpoint, { params, body: await ballot(booth, second, [1, 2]) });
    expect(codeOf(late)).toBe('round-closed');
    const paper = { blindedMessage: 'A'.repeat(512), capsule: 'A'.repeat(80), sig: 'A'.repeat(86) };
    const draw = await meeting.api.call(drawPaper, { params, body: paper }, meeting.delegates[0]?.token);
    expect(draw.ok).toBe(false);
    expect(await server.deps.keys.read(`stamp-${round.id}`)).toBeNull();
    expect(await server.deps.db.paperIssue.count({ where: { roundId: round.id, capsule: { not: null } } })).toBe(0);
    const repeat = await certified(meeting, [[2, 4], [2, 4], [1, 4]]);
    expect(repeat).toMatchObject({ number: 2, kind: 'repeat', candidates: [1, 2, 3, 4], places: 2, outcome: { selected: [2, 4], final: true } });
    expect(repeat.id).not.toBe(round.id);
  });

  it('can be ruled until the box is opened, never after', async () => {
    const meeting = await aMeeting(server);
    const round = await frozen(meeting, [[2, 4], [2, 4]]);
    const [chief, second] = meeting.scrutineers;
    const entered = await enterVoid(meeting, round);
    if (!entered.ok) throw new Error(entered.error.code);
    await release(meeting, round, chief, second);
    await meeting.api.must(contract.startOpening, { params: { roundId: round.id } }, chief.token);
    const id = entered.value.rulings[0]?.id ?? '';
    expect(codeOf(await signRuling(meeting, entered.value, id, chief))).toBe('opening-started');
    expect((await readRound(meeting, round.id)).state).toBe('frozen');
  });

  it('uses up a reserved round id each time', async () => {
    const meeting = await aMeeting(server);
    for (let number = 1; number <= 5; number += 1) {
      const round = await armed(meeting);
      expect(round.number).toBe(number);
      await voided(meeting, round);
    }
    const reply = await meeting.api.call(contract.prepareRound, { params: { congressId: meeting.congressId } }, meeting.clerk);
    expect(codeOf(reply)).toBe('rounds-used-up');
  });
});

describe('a ruling', () => {
  it('is entered by the clerk, taken back while unsigned, and signed by the chief alone', async () => {
    const meeting = await aMeeting(server);
    const round = await armed(meeting);
    expect(codeOf(await enterVoid(meeting, round, meeting.scrutineers[0].token))).toBe('forbidden');
    const entered = await enterVoid(meeting, round);
    if (!entered.ok) throw new Error(entered.error.code);
    const rulingId = entered.value.rulings[0]?.id ?? '';
    expect(codeOf(await enterVoid(meeting, round))).toBe('ruling-pending');
    expect(codeOf(await signRuling(meeting, entered.value, rulingId, meeting.scrutineers[1]))).toBe('forbidden');
    const params = { roundId: round.id, rulingId };
    expect(await meeting.api.must(contract.withdrawRuling, { params }, meeting.clerk)).toMatchObject({ state: 'armed', rulings: [] });
    expect(codeOf(await signRuling(meeting, entered.value, rulingId, meeting.scrutineers[0]))).toBe('not-found');
  });

  it('on a tie is refused where there is none', async () => {
    const meeting = await aMeeting(server);
    const round = await armed(meeting);
    const body = { kind: 'tie' as const, selected: [1], text: '裁定', by: '会议主持人', reason: '得票相等' };
    expect(codeOf(await meeting.api.call(contract.enterRuling, { params: { roundId: round.id }, body }, meeting.clerk))).toBe('ruling-not-expected');
  });
});
