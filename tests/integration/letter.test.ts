import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { authKey } from '#shared/ballot-paper/credential.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { codeOf as printedCode, makeSecret, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { keepRehearsalLetters, readRehearsal } from '#shared/contract/rehearsal.ts';
import * as contract from '#shared/contract/roll.ts';
import { aPreparation } from '#tests/support/preparation.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { keepRehearsalLetters as seedLetters } from '#tests/support/rehearsal-letters.ts';
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
  meeting = await aMeeting(server, { delegates: 6, present: 0 });
  params = { congressId: meeting.congressId };
});

const counted = () => meeting.api.must(contract.countLetters, { params }, meeting.clerk);
const checkIn = (numbers: string[]) => meeting.api.must(contract.checkInMany, { params, body: { numbers } }, meeting.clerk);
const handOut = (numbers: string[]) => meeting.api.call(contract.handOutLetters, { params, body: { numbers } }, meeting.clerk);
const keep = (numbers: string[]) => meeting.api.call(contract.keepLetters, { params, body: { numbers } }, meeting.clerk);
const idOf = (number: string) => meeting.delegates.find((one) => one.number === number)?.id ?? '';
const undo = (number: string) => meeting.api.must(contract.undoCheckIn, { params: { ...params, delegateId: idOf(number) } }, meeting.clerk);
const checkOut = (number: string) => meeting.api.must(contract.checkOut, { params: { ...params, delegateId: idOf(number) } }, meeting.clerk);
const letterAt = async (number: string) => (await meeting.api.must(contract.listDelegates, { params }, meeting.clerk)).find((one) => one.number === number)?.letterAt;

async function aLetter() {
  const secret = makeSecret(NODE_PLATFORM);
  return { secret, pk: toBase64url((await authKey(NODE_PLATFORM, secret, meeting.electionId)).publicKey) };
}

describe('the register of letters', () => {
  it('adds up once the absent delegates’ letters are sealed, and says what is missing before', async () => {
    expect(await counted()).toEqual({ made: 6, handedOut: 0, kept: 0, revoked: 0, unaccounted: 6 });
    await checkIn(['001', '002', '003']);
    expect(await counted()).toEqual({ made: 6, handedOut: 3, kept: 0, revoked: 0, unaccounted: 3 });
    expect(await letterAt('001')).toMatchObject({ standing: 'handed-out', by: '计票人' });
    expect(await keep(['001', '004', '005', '006'])).toMatchObject({ ok: true, value: { marked: 3, others: 1 } });
    expect(await counted()).toEqual({ made: 6, handedOut: 3, kept: 3, revoked: 0, unaccounted: 0 });

    // A late delegate takes a sealed one; another letter is lost, revoked and made anew.
    await checkIn(['004']);
    await meeting.api.must(contract.registerLetters, { params, body: { letters: [{ delegateId: idOf('002'), pk: (await aLetter()).pk }] } }, meeting.clerk);
    expect(await counted()).toEqual({ made: 7, handedOut: 4, kept: 2, revoked: 1, unaccounted: 0 });
  });

  it('knows letters that were handed out before the meeting, and refuses a number that is not on the roll', async () => {
    expect(codeOf(await handOut(['001', '999']))).toBe('delegate-unknown');
    expect(codeOf(await keep(['999']))).toBe('delegate-unknown');
    expect(await handOut(['001', '001', '002'])).toMatchObject({ ok: true, value: { marked: 2, others: 0 } });
    expect(await handOut(['001'])).toMatchObject({ ok: true, value: { marked: 0, others: 1 } });
    const before = (await letterAt('001'))?.since;
    await checkIn(['001']);
    expect((await letterAt('001'))?.since).toBe(before);
    // The mark was a mistake of the desk; the letter was in the hand before and still is.
    await undo('001');
    expect((await letterAt('001'))?.standing).toBe('handed-out');
    expect(await keep(['001'])).toMatchObject({ ok: true, value: { marked: 1 } });
  });

  it('follows a check-in that is undone, and a check-out that takes the letter along', async () => {
    await checkIn(['001', '002']);
    await undo('001');
    expect(await letterAt('001')).toEqual({ standing: 'made', since: null, by: null });
    await checkOut('002');
    expect(await letterAt('002')).toMatchObject({ standing: 'kept', by: '计票人' });
    await checkIn(['002']);
    expect(await letterAt('002')).toMatchObject({ standing: 'handed-out' });
    await undo('002');
    expect(await letterAt('002')).toMatchObject({ standing: 'kept' });
  });

  it('is kept by the database: a mark without its maker is refused', async () => {
    await expect(server.deps.db.$executeRaw`UPDATE letter SET handed_out_at = now() WHERE delegate_id = ${idOf('001')}::uuid`).rejects.toThrow('letter_marks_signed');
    await expect(
      server.deps.db.$executeRaw`UPDATE letter SET handed_out_at = now(), handed_out_by = 'a', kept_at = now(), kept_by = 'a' WHERE delegate_id = ${idOf('001')}::uuid`,
    ).rejects.toThrow('letter_marks_apart');
  });
});

describe('letters of a rehearsal made anew', () => {
  it('are offered once they are valid, the one before until then', async () => {
    await seedLetters(meeting);
    const offered = async () => (await meeting.api.must(readRehearsal, { params })).letters.find((one) => one.number === '001')?.code;
    const old = await offered();
    const { secret, pk } = await aLetter();
    const code = scannedCode(secret, 'rehearsal');
    await meeting.api.must(keepRehearsalLetters, { params, body: { letters: [{ delegateId: idOf('001'), code }] } }, meeting.clerk);
    expect(await offered()).toBe(old);
    await meeting.api.must(contract.registerLetters, { params, body: { letters: [{ delegateId: idOf('001'), pk }] } }, meeting.clerk);
    expect(await offered()).toBe(code);
    expect((await meeting.api.must(readRehearsal, { params })).letters).toHaveLength(6);
  });

  it('are refused where they are none, and for a real congress', async () => {
    const send = (code: string, delegateId = idOf('001')) => meeting.api.call(keepRehearsalLetters, { params, body: { letters: [{ delegateId, code }] } }, meeting.clerk);
    const { secret } = await aLetter();
    expect(codeOf(await send('RVT:0000'))).toBe('bad-code');
    expect(codeOf(await send(scannedCode(secret, 'real')))).toBe('code-of-rehearsal');
    expect(codeOf(await send(scannedCode(secret, 'rehearsal'), crypto.randomUUID()))).toBe('delegate-unknown');
    const real = await aPreparation(server);
    const body = { letters: [{ delegateId: idOf('001'), code: printedCode(secret, 'real') }] };
    expect(codeOf(await meeting.api.call(keepRehearsalLetters, { params: real.params, body }, real.clerk))).toBe('rehearsal-only');
    expect(await server.deps.db.rehearsalLetter.count({ where: { delegateId: idOf('001') } })).toBe(0);
  });
});
