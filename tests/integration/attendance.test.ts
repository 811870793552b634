import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { downloadDocument } from '#shared/contract/document.ts';
import * as contract from '#shared/contract/roll.ts';
import { takeOpeningBack } from '#shared/contract/round.ts';
import { readScreen } from '#shared/contract/publication.ts';
import { draw } from '#tests/support/hand.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { xlsxSheets } from '#tests/support/office-file.ts';
import { armed, opened } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let meeting: Meeting;
let params: { congressId: string };

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  meeting = await aMeeting(server, { delegates: 6, present: 4 });
  params = { congressId: meeting.congressId };
});

const of = (index: number) => ({ ...params, delegateId: meeting.delegates[index]?.id ?? '' });
const checkIn = (number: string) => meeting.api.call(contract.checkIn, { params, body: { number } }, meeting.clerk);
const checkOut = (index: number) => meeting.api.call(contract.checkOut, { params: of(index) }, meeting.clerk);
const undo = (index: number) => meeting.api.call(contract.undoCheckIn, { params: of(index) }, meeting.clerk);
const present = async () => (await meeting.api.must(readScreen, { params })).present;

describe('attendance', () => {
  it('counts who is in the hall, once for each, also when two desks scan the same letter', async () => {
    const replies = await Promise.all([checkIn('005'), checkIn('005')]);
    expect(replies.map(codeOf).toSorted()).toEqual(['already-checked-in', null]);
    expect(await present()).toBe(5);
    expect(await checkIn('0005')).toMatchObject({ ok: false, status: 404, error: { code: 'delegate-unknown', figures: { number: '0005' } } });
  });

  it('loses no mark between two desks that are quick', async () => {
    const hall = await aMeeting(server, { delegates: 40, present: 0 });
    const numbers = hall.delegates.map((one) => one.number);
    const desk = (token: string, scanned: readonly string[]) =>
      Promise.all(scanned.map((number) => hall.api.call(contract.checkIn, { params: { congressId: hall.congressId }, body: { number } }, token)));
    const [left, right] = await Promise.all([desk(hall.clerk, numbers.slice(0, 24)), desk(hall.clerk, numbers.slice(16).toReversed())]);
    const codes = [...left, ...right].map(codeOf);
    expect([codes.filter((code) => code === null).length, codes.filter((code) => code === 'already-checked-in').length]).toEqual([40, 8]);
    expect((await hall.api.must(readScreen, { params: { congressId: hall.congressId } })).present).toBe(40);
    const written = await server.deps.db.auditEntry.findMany({ where: { congressId: hall.congressId, act: 'checked in' } });
    expect(new Set(written.map((entry) => entry.detail)).size).toBe(40);
  });

  it('takes many at once, and nobody when a number is not on the roll', async () => {
    const many = (numbers: string[]) => meeting.api.call(contract.checkInMany, { params, body: { numbers } }, meeting.clerk);
    expect(codeOf(await many(['005', '999']))).toBe('delegate-unknown');
    expect(await present()).toBe(4);
    expect(await many(['001', '005', '006', '006'])).toMatchObject({ ok: true, value: { checkedIn: 2, already: 1 } });
    expect(await present()).toBe(6);
  });

  it('takes a batch back whole, and not at all once one of them drew a paper', async () => {
    const undoAll = (numbers: string[]) => meeting.api.call(contract.undoCheckIns, { params, body: { numbers } }, meeting.clerk);
    expect(codeOf(await undoAll(['001', '999']))).toBe('delegate-unknown');
    expect(await undoAll(['001', '002', '005'])).toMatchObject({ ok: true, value: { undone: 2 } });
    expect(await present()).toBe(2);
    const [, , third] = meeting.delegates;
    if (third === undefined) throw new Error('The meeting is too small.');
    await draw(meeting, (await armed(meeting)).id, third);
    expect(codeOf(await undoAll(['003', '004']))).toBe('check-in-used');
    expect(await present()).toBe(2);
  });

  it('records leave of several at once; one in the hall has none', async () => {
    const leave = (numbers: string[], on: boolean) => meeting.api.call(contract.markLeaveMany, { params, body: { numbers, leave: on } }, meeting.clerk);
    expect(codeOf(await leave(['005', '999'], true))).toBe('delegate-unknown');
    expect(await leave(['001', '005', '006'], true)).toMatchObject({ ok: true, value: { marked: 2, inHall: 1 } });
    const attendances = async () => (await meeting.api.must(contract.listDelegates, { params }, meeting.clerk)).map((one) => one.attendance);
    expect(await attendances()).toEqual(['present', 'present', 'present', 'present', 'leave', 'leave']);
    expect(await leave(['006'], false)).toMatchObject({ ok: true, value: { marked: 1, inHall: 0 } });
    expect(await attendances()).toEqual(['present', 'present', 'present', 'present', 'leave', 'absent']);
  });

  it('lets one leave and come back', async () => {
    expect(await checkOut(0)).toMatchObject({ ok: true, value: { attendance: 'left' } });
    expect(codeOf(await checkOut(0))).toBe('not-checked-in');
    expect(await present()).toBe(3);
    expect(await checkIn('001')).toMatchObject({ ok: true, value: { attendance: 'present' } });
  });

  it('takes a mistaken mark back, so that it never counted', async () => {
    expect(await undo(0)).toMatchObject({ ok: true, value: { attendance: 'absent', checkedInAt: null } });
    expect(codeOf(await undo(0))).toBe('not-checked-in');
  });

  it('keeps the mark of one who drew a paper, while the round is in hand', async () => {
    const round = await armed(meeting);
    const [first] = meeting.delegates;
    if (first === undefined) throw new Error('nobody');
    await draw(meeting, round.id, first);
    expect(await undo(0)).toMatchObject({ ok: false, status: 409, error: { code: 'check-in-used' } });
    expect((await undo(1)).ok).toBe(true);
    expect((await checkOut(0)).ok).toBe(true);
    const revoke = meeting.api.call(contract.revokeLetter, { params: of(0), body: { reason: '遗失' } }, meeting.clerk);
    expect(codeOf(await revoke)).toBe('letter-in-use');
  });

  it('gives no new letter while a manifest names the old keys', async () => {
    await armed(meeting);
    const text = (key: Uint8Array | undefined) => Buffer.from(key ?? []).toString('base64url');
    const register = (pk: string) => meeting.api.call(contract.registerLetters, { params, body: { letters: [{ delegateId: of(5).delegateId, pk }] } }, meeting.clerk);
    const another = await aMeeting(server);
    expect(codeOf(await register(text(another.scrutineers[0].sign.publicKey)))).toBe('roll-frozen');
    expect(codeOf(await register(text(meeting.delegates[4]?.auth.publicKey)))).toBe('roll-frozen');
    // The letter that stands there is registered, whenever its answer was lost.
    expect(await register(text(meeting.delegates[5]?.auth.publicKey))).toMatchObject({ ok: true, value: { registered: 1 } });
  });

  it('records leave of the absent, until they come', async () => {
    const leave = (index: number, on: boolean) => meeting.api.call(contract.markLeave, { params: of(index), body: { leave: on } }, meeting.clerk);
    expect(await leave(4, true)).toMatchObject({ ok: true, value: { attendance: 'leave' } });
    expect(await leave(4, false)).toMatchObject({ ok: true, value: { attendance: 'absent' } });
    expect(codeOf(await leave(0, true))).toBe('already-checked-in');
    await leave(4, true);
    await checkIn('005');
    expect(await checkOut(4)).toMatchObject({ ok: true, value: { attendance: 'left' } });
  });

  it('marks who first came after the hall began to vote, in the list and in the register', async () => {
    const late = async () => (await meeting.api.must(contract.listDelegates, { params }, meeting.clerk)).filter((one) => one.late).map((one) => one.number);
    const { round } = await opened(meeting, meeting.delegates.slice(0, 4));
    expect(await checkIn('005')).toMatchObject({ ok: true, value: { late: true } });
    expect((await checkOut(0)).ok).toBe(true);
    expect(await checkIn('001')).toMatchObject({ ok: true, value: { late: false } });
    expect(await late()).toEqual(['005']);
    const register = await meeting.api.must(downloadDocument, { params: { ...params, name: 'check-in-register', format: 'xlsx' } }, meeting.clerk);
    const [sheet = ''] = xlsxSheets(register);
    expect(sheet.match(/<v>迟到<\/v>/g)).toHaveLength(2);
    expect(/<v>代表005<\/v>(?:(?!<\/row>).)*<v>迟到<\/v>/s.test(sheet)).toBe(true);
    // A mark that was taken back never counted; an opening that was taken back began nothing.
    expect(await undo(4)).toMatchObject({ ok: true, value: { late: false } });
    expect(await checkIn('005')).toMatchObject({ ok: true, value: { late: true } });
    await meeting.api.must(takeOpeningBack, { params: { roundId: round.id } }, meeting.clerk);
    expect(await late()).toEqual([]);
    expect(await checkIn('006')).toMatchObject({ ok: true, value: { late: false } });
  });

  it('belongs to the clerk', async () => {
    const [chief] = meeting.scrutineers;
    expect(codeOf(await meeting.api.call(contract.checkIn, { params, body: { number: '005' } }, chief.token))).toBe('forbidden');
  });
});
