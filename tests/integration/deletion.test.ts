import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renew } from '#shared/contract/account.ts';
import * as contract from '#shared/contract/archive.ts';
import { prepareRound } from '#shared/contract/round.ts';
import * as rounds from '#shared/contract/round.ts';
import { dueDay } from '#shared/domain/retention.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { armed, enterHeadCount, mustSign, sign, signRuling, withManifest } from '#tests/support/round-day.ts';
import { boothRound, drawAll } from '#tests/support/ballots.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';
import { PASSWORD, twoClerks } from '#tests/support/two-clerks.ts';

/** Of the whole process: what the database's driver deprecates it says once. */
const warnings: string[] = [];
process.on('warning', ({ message }) => warnings.push(message));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const paramsOf = ({ congressId }: Meeting) => ({ congressId });
const ask = (meeting: Meeting, reason = '建错了') => meeting.api.call(contract.askDeletion, { params: paramsOf(meeting), body: { reason, password: PASSWORD } }, meeting.clerk);
const keepingOf = (meeting: Meeting, token = meeting.clerk) => meeting.api.must(contract.readKeeping, { params: paramsOf(meeting) }, token);
const asScrutineer = (meeting: Meeting, askedAt: string, token = meeting.scrutineers[1].token) =>
  meeting.api.call(contract.confirmDeletionAsScrutineer, { params: paramsOf(meeting), body: { askedAt } }, token);
const stubOf = (meeting: Meeting) => meeting.api.call(contract.readDeleted, { params: paramsOf(meeting) });

/** A real congress whose clerks' password is known. */
async function aRealMeeting(): Promise<Meeting> {
  const meeting = await aMeeting(server, { rehearsal: false });
  await twoClerks(meeting);
  return meeting;
}

async function asked(meeting: Meeting): Promise<string> {
  const reply = await ask(meeting);
  return reply.ok ? (reply.value.deletion?.askedAt ?? '') : reply.error.code;
}

async function voided(meeting: Meeting, roundId: string): Promise<void> {
  const body = { kind: 'void' as const, selected: [], text: '本轮作废', by: '会议主持人', reason: '会议取消' };
  const round = await meeting.api.must(rounds.enterRuling, { params: { roundId }, body }, meeting.clerk);
  expect((await signRuling(meeting, round, round.rulings[0]?.id ?? '', meeting.scrutineers[0])).ok).toBe(true);
}

describe('a scrutineer as the second person', () => {
  it('deletes what the clerk asked for, under the very wish that was read, and everyone is signed out', async () => {
    const meeting = await aRealMeeting();
    const first = await asked(meeting);
    expect(await keepingOf(meeting, meeting.scrutineers[1].token)).toMatchObject({ due: null, deletable: true, deletion: { askedBy: '计票人', reason: '建错了', mine: false } });
    // Withdrawn and asked for anew behind the scrutineer's back: another wish.
    await meeting.api.must(contract.withdrawDeletion, { params: paramsOf(meeting) }, meeting.clerk);
    expect(codeOf(await asScrutineer(meeting, first))).toBe('deletion-unasked');
    const askedAt = await asked(meeting);
    expect(codeOf(await asScrutineer(meeting, first))).toBe('deletion-unasked');
    expect((await asScrutineer(meeting, askedAt)).ok).toBe(true);
    expect(await stubOf(meeting)).toMatchObject({
      value: { publishedAt: null, due: null, askedBy: '计票人', confirmedBy: '代表002', confirmedAs: 'scrutineer', reason: '建错了', counts: { delegates: 6, papers: 0, ballots: 0 }, rounds: [] },
    });
    for (const token of [meeting.clerk, meeting.office, meeting.delegates[5]?.token, ...meeting.scrutineers.map((one) => one.token)]) {
      expect(await meeting.api.call(renew, {}, token)).toMatchObject({ status: 401, error: { code: 'not-signed-in' } });
    }
    expect(codeOf(await asScrutineer(meeting, askedAt))).toBe('not-signed-in');
    expect(await server.deps.db.delegate.count({ where: paramsOf(meeting) })).toBe(0);
  });

  it('is one in place, of this congress; nobody else’s signature counts', async () => {
    const [meeting, other] = [await aRealMeeting(), await aRealMeeting()];
    const askedAt = await asked(meeting);
    expect(codeOf(await asScrutineer(meeting, askedAt, other.scrutineers[1].token))).toBe('another-congress');
    for (const token of [meeting.clerk, meeting.office, meeting.delegates[1]?.token]) expect(codeOf(await asScrutineer(meeting, askedAt, token))).toBe('forbidden');
    expect(codeOf(await meeting.api.call(contract.confirmDeletionAsScrutineer, { params: paramsOf(meeting), body: { askedAt } }))).toBe('not-signed-in');
    for (const [endpoint, body] of [[contract.askDeletion, { reason: 'x', password: PASSWORD }], [contract.confirmDeletion, { password: PASSWORD, askedAt }]] as const) {
      expect(codeOf(await meeting.api.call(endpoint, { params: paramsOf(meeting), body }, meeting.scrutineers[1].token))).toBe('forbidden');
    }
    await server.deps.db.scrutineer.update({ where: { id: meeting.scrutineers[1].id }, data: { alternate: true, position: null } });
    expect(codeOf(await asScrutineer(meeting, askedAt))).toBe('scrutineer-unknown');
    await server.deps.db.boxKey.deleteMany({ where: { scrutineerId: meeting.scrutineers[2].id } });
    await server.deps.db.scrutineer.delete({ where: { id: meeting.scrutineers[2].id } });
    expect(codeOf(await asScrutineer(meeting, askedAt, meeting.scrutineers[2].token))).toBe('not-signed-in');
    expect((await keepingOf(meeting)).deletion?.askedAt).toBe(askedAt);
  });
});

describe('a congress that was given up', () => {
  it('stays while a round is under way; once somebody voted, for its time after the last act', async () => {
    const meeting = await aRealMeeting();
    const { db } = server.deps;
    const askedAt = await asked(meeting);
    const round = await armed(meeting);
    expect(await keepingOf(meeting)).toMatchObject({ underWay: true, deletable: false, due: null });
    expect(codeOf(await asScrutineer(meeting, askedAt))).toBe('round-under-way');
    await meeting.api.must(contract.withdrawDeletion, { params: paramsOf(meeting) }, meeting.clerk);
    expect(codeOf(await ask(meeting))).toBe('round-under-way');
    await drawAll(meeting, await boothRound(meeting, round.id), meeting.delegates.slice(0, 1));
    await expect(db.deletedCongress.create({ data: aStub(meeting, null) })).rejects.toThrow('a round of the congress is under way');
    await voided(meeting, round.id);
    const due = dueDay(today(), 12);
    expect(await keepingOf(meeting)).toMatchObject({ underWay: false, deletable: false, due, publishedAt: null });
    expect(await ask(meeting)).toMatchObject({ error: { code: 'retention-running', figures: { day: due } } });
    expect(codeOf(await meeting.api.call(contract.changeRetention, { params: paramsOf(meeting), body: { months: 6 } }, meeting.clerk))).toBe('retention-shorter');
    await expect(db.deletedCongress.create({ data: aStub(meeting, null) })).rejects.toThrow('what was voted is kept for its time');
    await expect(db.deletedCongress.create({ data: aStub(meeting, due) })).rejects.toThrow('deleted_congress_due');

    // A year later. Asking, a new password and the like put nothing off.
    await db.$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only`;
    await db.auditEntry.updateMany({ where: paramsOf(meeting), data: { at: new Date(Date.now() - 366 * 86_400_000) } });
    await db.$executeRaw`ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only`;
    const again = await asked(meeting);
    expect((await asScrutineer(meeting, again)).ok).toBe(true);
    expect(await stubOf(meeting)).toMatchObject({ value: { publishedAt: null, due: dueDay(today(-366), 12), counts: { papers: 1 }, rounds: [{ number: 1, state: 'void', received: 0 }] } });
  });

  it('with a prepared round that nobody signed goes at once', async () => {
    const meeting = await aRealMeeting();
    await meeting.api.must(prepareRound, { params: paramsOf(meeting) }, meeting.clerk);
    expect((await asScrutineer(meeting, await asked(meeting))).ok).toBe(true);
    expect(await stubOf(meeting)).toMatchObject({ value: { rounds: [{ state: 'prepared', manifestHash: null }] } });
  });

  it('that was counted by hand is kept like any other', async () => {
    const meeting = await aRealMeeting();
    const round = await enterHeadCount(meeting, await armed(meeting));
    const counts = [1, 2, 3, 4].map((number) => ({ number, votes: number === 1 ? 2 : 0 }));
    await server.deps.db.round.update({
      where: { id: round.id },
      data: { state: 'tallied', openedAt: new Date(), closedAt: new Date(), countReport: '{}', handCount: { issued: 2, received: 2, abstained: 0, invalid: 0, counts } },
    });
    expect(await keepingOf(meeting)).toMatchObject({ underWay: false, deletable: false, due: dueDay(today(), 12) });
    await expect(server.deps.db.deletedCongress.create({ data: aStub(meeting, null) })).rejects.toThrow('what was voted is kept for its time');
  });

  it('is either armed or deleted when both happen at once, and never half', async () => {
    for (const attempt of [1, 2]) {
      const meeting = await aRealMeeting();
      const round = await withManifest(meeting);
      await mustSign(meeting, round, meeting.scrutineers[0], 'manifest');
      const askedAt = await asked(meeting);
      const [signed, deleted] = await Promise.all([sign(meeting, round, meeting.scrutineers[1], 'manifest'), asScrutineer(meeting, askedAt, meeting.scrutineers[2].token)]);
      expect([attempt, signed.ok, deleted.ok]).toEqual([attempt, !deleted.ok, !signed.ok]);
      if (deleted.ok) {
        expect(['round-unknown', 'not-signed-in', 'another-congress']).toContain(codeOf(signed));
        expect(await server.deps.db.round.count({ where: paramsOf(meeting) })).toBe(0);
      } else {
        expect(codeOf(deleted)).toBe('round-under-way');
        expect(codeOf(await stubOf(meeting))).toBe('congress-unknown');
      }
    }
  });
});

it('all this while no query of a transaction ran into another one', () => {
  expect(warnings.filter((one) => one.includes('client.query()'))).toEqual([]);
});

function today(days = 0): string {
  return new Date(Date.now() + (8 * 3600 + days * 86_400) * 1000).toISOString().slice(0, 10);
}

/** What a program that forgets the rules would write. */
function aStub({ congressId }: Meeting, dueOn: string | null) {
  return {
    id: congressId, title: 't', place: 'p', year: 2025, rehearsal: false, publishedAt: null, dueOn, reason: 'r', askedBy: 'a', askedAt: new Date(),
    confirmedBy: 'b', deletedAt: new Date(), counts: {}, rounds: [], roundsLeft: [], accountsLeft: [],
  };
}
