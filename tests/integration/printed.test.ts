import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '#shared/ballot-paper/archive.ts';
import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { authKey } from '#shared/ballot-paper/credential.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { verifyRounds } from '#shared/ballot-paper/verify.ts';
import * as printed from '#shared/contract/printed.ts';
import { readAudit } from '#shared/contract/publication.ts';
import { readDocument } from '#shared/contract/document.ts';
import * as contract from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import type { AgreedSheet } from '#shared/domain/printed.ts';
import { boothRound, cast, drawAll } from '#tests/support/ballots.ts';
import { requestOf, send } from '#tests/support/hand.ts';
import { aMeeting, anotherClerk } from '#tests/support/meeting.ts';
import type { Meeting, TestDelegate } from '#tests/support/meeting.ts';
import {
  ask, count, counted, doubtful, drawPapers, handOut, key, makePapers, printedBallots, putIn, requestSignature, rule,
  sheet, signRequest, signSecond, signedPapers, view,
} from '#tests/support/printed-day.ts';
import { untranslated } from '#tests/support/log-words.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { armed, close, enterHeadCount, mustSign, openAs, postBoard, readRound, release, sign, signRuling, throughGate2 } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

function at(meeting: Meeting, index: number): TestDelegate {
  const delegate = meeting.delegates[index];
  if (delegate === undefined) throw new Error(`There is no delegate ${String(index)}.`);
  return delegate;
}

async function armedMeeting(options: Parameters<typeof aMeeting>[1] = {}) {
  const meeting = await aMeeting(server, options);
  return { meeting, roundId: (await armed(meeting)).id };
}

/** The last `printed` delegates on paper, the others with a drawn paper; `casts` of these in the box. */
async function closedWith(meeting: Meeting, printedDelegates: number, casts: readonly (readonly number[])[]): Promise<string> {
  const { id } = await armed(meeting);
  const onPaper = meeting.delegates.slice(-printedDelegates);
  for (const delegate of onPaper) await handOut(meeting, id, delegate);
  const booth = await boothRound(meeting, id);
  const papers = await drawAll(meeting, booth, meeting.delegates.slice(0, -printedDelegates));
  await enterHeadCount(meeting, await readRound(meeting, id));
  await meeting.api.must(contract.openRound, { params: { roundId: id }, body: {} }, meeting.clerk);
  await Promise.all(casts.map(async (numbers, index) => {
    const paper = papers[index];
    if (paper === undefined) throw new Error('There are more ballots than papers.');
    await cast(meeting, booth, paper, numbers);
  }));
  await close(meeting, id);
  return id;
}

/** Gate 1 with the count report alone: the tree head comes later. */
async function confirmed(meeting: Meeting, roundId: string, returned: number): Promise<RoundDetail> {
  await counted(meeting, roundId, returned);
  const round = await readRound(meeting, roundId);
  const [chief, second] = meeting.scrutineers;
  await mustSign(meeting, round, chief, 'count');
  return mustSign(meeting, round, second, 'count');
}

/** Frozen, opened by chief and second, through gate 2. */
async function countedOut(meeting: Meeting, roundId: string): Promise<RoundDetail> {
  const [chief, second] = meeting.scrutineers;
  const sealed = await readRound(meeting, roundId);
  for (const one of [chief, second]) await mustSign(meeting, sealed, one, 'sth');
  const frozen = await meeting.api.must(contract.freezeBox, { params: { roundId } }, meeting.clerk);
  await release(meeting, frozen, chief, second);
  const posted = await postBoard(meeting, frozen, chief, await openAs(meeting, frozen, chief));
  if (!posted.ok) throw new Error(posted.error.code);
  return throughGate2(meeting, await mustSign(meeting, posted.value, second, 'board'));
}

async function failedChecks(meeting: Meeting): Promise<string[]> {
  const zip = await meeting.api.must(contract.readRecordZip, { params: { congressId: meeting.congressId } }, meeting.clerk);
  const archive = readArchive(zip);
  if (!archive.ok) throw new Error(archive.reason);
  const results = await verifyRounds(NODE_PLATFORM, archive.rounds.map((round) => round.files));
  return results.flat().filter((check) => !check.passed).map((check) => check.name);
}

const marks = (...numbers: number[]): AgreedSheet => ({ kind: 'marks', marks: numbers });

describe('handing out a printed ballot', () => {
  it('waits for the chief, then closes the booth to that delegate', async () => {
    const { meeting, roundId } = await armedMeeting();
    const delegate = at(meeting, 4);
    expect(codeOf(await ask(meeting, roundId, delegate, false))).toBe('paper-not-told');
    expect(await ask(meeting, roundId, delegate)).toMatchObject({ ok: true, value: { issued: 0, requests: [{ kind: 'printed', delegateNumber: '005', pk: null }] } });
    expect(codeOf(await ask(meeting, roundId, delegate))).toBe('request-pending');
    const signature = await requestSignature(meeting, roundId, delegate);
    const post = (sig: string, token: string) =>
      meeting.api.call(printed.signRequest, { params: { roundId, requestId: signature.requestId }, body: { sig } }, token);
    expect(codeOf(await post(signature.sig, meeting.scrutineers[1].token))).toBe('forbidden');
    expect(codeOf(await post((await requestSignature(meeting, roundId, delegate, meeting.scrutineers[1])).sig, meeting.scrutineers[0].token))).toBe('bad-signature');
    expect(codeOf(await post(signature.sig, meeting.clerk))).toBe('forbidden');
    expect(await post(signature.sig, meeting.scrutineers[0].token)).toMatchObject({ ok: true, value: { issued: 1, requests: [] } });
    expect(codeOf(await post(signature.sig, meeting.scrutineers[0].token))).toBe('request-settled');
    expect(codeOf(await send(meeting, roundId, delegate, await requestOf(meeting, roundId, delegate)))).toBe('paper-printed');
    expect(codeOf(await ask(meeting, roundId, delegate))).toBe('paper-printed');
    expect((await readRound(meeting, roundId)).issued).toBe(1);
    const audit = await meeting.api.must(readAudit, { params: { congressId: meeting.congressId }, query: {} }, meeting.clerk);
    expect(audit.entries.map((entry) => entry.act)).toEqual(expect.arrayContaining(['ask for printed ballot', 'hand out printed ballot']));
    expect(audit.chain.intact).toBe(true);
  });

  it('is refused after an electronic paper was drawn, to who is absent, after the close, and can be declined or withdrawn', async () => {
    const { meeting, roundId } = await armedMeeting({ delegates: 7, present: 6 });
    const [drawer, second, absent] = [at(meeting, 3), at(meeting, 4), at(meeting, 6)];
    await send(meeting, roundId, drawer, await requestOf(meeting, roundId, drawer));
    expect(codeOf(await ask(meeting, roundId, drawer))).toBe('drawn-electronically');
    expect(codeOf(await ask(meeting, roundId, absent))).toBe('not-checked-in');
    const asked = async () => {
      const reply = await ask(meeting, roundId, second);
      if (!reply.ok) throw new Error(reply.error.code);
      return { roundId, requestId: reply.value.requests[0]?.id ?? '' };
    };
    expect((await meeting.api.call(printed.withdrawRequest, { params: await asked() }, meeting.clerk)).ok).toBe(true);
    const again = await asked();
    const decline = (token: string) => meeting.api.call(printed.declineRequest, { params: again, body: { reason: '请用设备' } }, token);
    expect(codeOf(await decline(meeting.scrutineers[2].token))).toBe('forbidden');
    expect(await decline(meeting.scrutineers[0].token)).toMatchObject({ ok: true, value: { issued: 0, requests: [] } });
    await asked();
    await server.deps.db.round.update({ where: { id: roundId }, data: { closesAt: new Date(Date.now() - 1) } });
    expect(codeOf(await signRequest(meeting, roundId, second))).toBe('round-closed');
  });

  it('and drawing at the same moment leave the delegate one paper, whichever comes first', async () => {
    const { meeting, roundId } = await armedMeeting({ delegates: 12 });
    const delegates = meeting.delegates.slice(2);
    for (const delegate of delegates) await ask(meeting, roundId, delegate);
    const races = await Promise.all(delegates.map(async (delegate, index) => {
      const request = await requestOf(meeting, roundId, delegate);
      const { requestId, sig } = await requestSignature(meeting, roundId, delegate);
      const print = () => meeting.api.call(printed.signRequest, { params: { roundId, requestId }, body: { sig } }, meeting.scrutineers[0].token);
      const drawn = () => send(meeting, roundId, delegate, request);
      const pair = index % 2 === 0 ? [print(), drawn()] : [drawn(), print()];
      return Promise.all(pair);
    }));
    for (const pair of races) {
      expect(pair.filter((reply) => reply.ok)).toHaveLength(1);
      expect(['paper-printed', 'drawn-electronically']).toContain(pair.map(codeOf).find((code) => code !== null));
    }
    expect(await server.deps.db.paperIssue.count({ where: { roundId } })).toBe(delegates.length);
  });

  it('is kept by the database: no row is both, and what was handed out never changes', async () => {
    const { meeting, roundId } = await armedMeeting();
    await handOut(meeting, roundId, at(meeting, 5));
    const { no } = await server.deps.db.paperIssue.findFirstOrThrow({ where: { roundId, printed: true } });
    await expect(server.deps.db.$executeRaw`UPDATE paper_issue SET printed = false WHERE round_id = ${roundId} AND no = ${no}`).rejects.toThrow('append-only');
    await expect(server.deps.db.$executeRaw`INSERT INTO paper_issue (round_id, no, printed, sig) VALUES (${roundId}, ${no}, true, decode(repeat('00', 64), 'hex'))`).rejects.toThrow('paper_issue_pkey');
    const other = (no % 6) + 1;
    await expect(server.deps.db.$executeRaw`INSERT INTO paper_issue (round_id, no, printed, blinded_message, sig) VALUES (${roundId}, ${other}, true, decode(repeat('00', 384), 'hex'), decode(repeat('00', 64), 'hex'))`).rejects.toThrow('paper_issue_lengths');
  });
});

describe('a letter made anew after arming', () => {
  async function newLetter(meeting: Meeting) {
    const secret = NODE_PLATFORM.randomBytes(16);
    const auth = await authKey(NODE_PLATFORM, secret, meeting.electionId);
    return { secret, auth, pk: toBase64url(auth.publicKey) };
  }

  it('draws in place of the old one once the chief signed, and the record verifies with it', async () => {
    const meeting = await aMeeting(server);
    const delegate = at(meeting, 5);
    const letter = await newLetter(meeting);
    const again = { ...delegate, secret: letter.secret, auth: letter.auth };
    const { id: roundId } = await armed(meeting);
    const request = (pk: string) => meeting.api.call(printed.askReissue, { params: { roundId }, body: { delegateId: delegate.id, pk, reason: '凭证受潮' } }, meeting.clerk);
    expect(codeOf(await request(toBase64url(delegate.auth.publicKey)))).toBe('key-taken');
    expect(codeOf(await request(toBase64url(new Uint8Array(32))))).toBe('bad-format');
    expect(await request(letter.pk)).toMatchObject({ ok: true, value: { requests: [{ kind: 'reissue', pk: letter.pk, reason: '凭证受潮' }] } });
    expect(codeOf(await send(meeting, roundId, again, await requestOf(meeting, roundId, again)))).toBe('bad-signature');
    expect(await signRequest(meeting, roundId, delegate)).toMatchObject({ ok: true, value: { reissued: 1, requests: [] } });
    expect(codeOf(await send(meeting, roundId, delegate, await requestOf(meeting, roundId, delegate)))).toBe('bad-signature');
    const booth = await boothRound(meeting, roundId);
    const papers = await drawAll(meeting, booth, [...meeting.delegates.slice(0, 5), again]);
    expect(codeOf(await request((await newLetter(meeting)).pk))).toBe('letter-in-use');
    await enterHeadCount(meeting, await readRound(meeting, roundId));
    await meeting.api.must(contract.openRound, { params: { roundId }, body: {} }, meeting.clerk);
    for (const paper of papers) await cast(meeting, booth, paper, [2, 4]);
    const shut = await close(meeting, roundId);
    for (const one of meeting.scrutineers.slice(0, 2)) await mustSign(meeting, shut, one, 'count');
    expect((await countedOut(meeting, roundId)).outcome).toMatchObject({ selected: [2, 4], final: true });
    expect(await failedChecks(meeting)).toEqual([]);
    const file = await meeting.api.must(contract.readRecordFile, { params: { roundId, file: 'reissued.jsonl' } }, meeting.clerk);
    expect(Buffer.from(file).toString()).toContain(`"pk":"${letter.pk}"`);
  });

  it('is not asked of the chief before arming, and goes with a manifest that is taken back', async () => {
    const { meeting, roundId } = await armedMeeting();
    const delegate = at(meeting, 5);
    const letter = await newLetter(meeting);
    const body = { delegateId: delegate.id, pk: letter.pk, reason: '遗失' };
    await meeting.api.must(printed.askReissue, { params: { roundId }, body }, meeting.clerk);
    await signRequest(meeting, roundId, delegate);
    await meeting.api.must(contract.discardManifest, { params: { roundId } }, meeting.clerk);
    expect(codeOf(await meeting.api.call(printed.askReissue, { params: { roundId }, body }, meeting.clerk))).toBe('letter-unissued');
    await meeting.api.must(contract.makeManifest, { params: { roundId } }, meeting.clerk);
    const entry = await server.deps.db.rollEntry.findFirstOrThrow({ where: { roundId, delegateId: delegate.id } });
    expect(toBase64url(entry.pk)).toBe(letter.pk);
    expect((await view(meeting, roundId)).reissued).toBe(0);
  });

  it('is kept by the database as the chief signed it', async () => {
    const { meeting, roundId } = await armedMeeting();
    const delegate = at(meeting, 5);
    const letter = await newLetter(meeting);
    await meeting.api.must(printed.askReissue, { params: { roundId }, body: { delegateId: delegate.id, pk: letter.pk, reason: '遗失' } }, meeting.clerk);
    await signRequest(meeting, roundId, delegate);
    await expect(server.deps.db.$executeRaw`UPDATE reissued_letter SET sig = pk || pk WHERE round_id = ${roundId}`).rejects.toThrow('before a paper is drawn');
    await handOut(meeting, roundId, delegate);
    await expect(server.deps.db.$executeRaw`DELETE FROM reissued_letter WHERE round_id = ${roundId}`).rejects.toThrow('before a paper is drawn');
  });
});

describe('counting printed ballots folded', () => {
  it('wants two people with the same numbers, one a scrutineer, and makes one sum with the box', async () => {
    const meeting = await aMeeting(server);
    const roundId = await closedWith(meeting, 2, [[2, 4], [2, 4]]);
    const [chief, second] = meeting.scrutineers;
    const before = await readRound(meeting, roundId);
    expect(before).toMatchObject({ state: 'closed', issued: 6, received: 2, countReport: null, treeHead: null });
    const register = { printed: 10, spoiled: 1, unused: 7, returned: 2 };
    expect(await count(meeting, roundId, { ...register, printed: 9 }, second.token)).toMatchObject({ ok: false, error: { code: 'register-contradicts', field: 'printed' } });
    expect(await count(meeting, roundId, { ...register, returned: 3 }, second.token)).toMatchObject({ ok: false, error: { field: 'returned' } });
    const other = await anotherClerk(meeting);
    expect((await count(meeting, roundId, register, meeting.clerk)).ok).toBe(true);
    expect(codeOf(await count(meeting, roundId, register, other))).toBe('scrutineer-needed');
    expect(await count(meeting, roundId, { ...register, unused: 6, spoiled: 2 }, second.token)).toMatchObject({ ok: true, value: { counting: { differs: true, settled: null } } });
    expect((await view(meeting, roundId, chief.token)).counting).toMatchObject({ mine: null, settled: null });
    expect((await readRound(meeting, roundId)).countReport).toBeNull();
    expect(await count(meeting, roundId, register, second.token)).toMatchObject({ ok: true, value: { counting: { settled: { ...register, issued: 2 } } } });
    expect((await view(meeting, roundId)).counting.settled?.countedBy.toSorted()).toEqual(['代表002', '计票人']);
    expect(await readRound(meeting, roundId)).toMatchObject({ received: 4, treeHead: null, countReport: { issued: 6, received: 4, notReturned: 2, valid: true } });
    expect(codeOf(await count(meeting, roundId, register, chief.token))).toBe('no-printed');
  });

  it('settles once when two people enter at the same moment', async () => {
    const meeting = await aMeeting(server);
    const roundId = await closedWith(meeting, 1, [[2, 4]]);
    const register = { printed: 4, spoiled: 0, unused: 3, returned: 1 };
    const replies = await Promise.all([meeting.clerk, ...meeting.scrutineers.map((one) => one.token)].map((token) => count(meeting, roundId, register, token)));
    expect(replies.map(codeOf).filter((code) => code === null)).toHaveLength(2);
    expect(replies.map(codeOf).filter((code) => code === 'no-printed')).toHaveLength(2);
    expect(await server.deps.db.printedTotal.count({ where: { roundId } })).toBe(1);
  });

  it('leaves nothing to key where none came back: both files are signed in one act', async () => {
    const meeting = await aMeeting(server);
    const roundId = await closedWith(meeting, 1, [[2, 4], [2, 4], [2, 4]]);
    await counted(meeting, roundId, 0);
    const round = await readRound(meeting, roundId);
    expect(round).toMatchObject({ countReport: { issued: 6, received: 3 }, treeHead: { size: 3 } });
    for (const one of meeting.scrutineers.slice(0, 2)) await mustSign(meeting, round, one, 'count');
    expect(codeOf(await key(meeting, roundId, [sheet(2, 4)], meeting.scrutineers[1].token))).toBe('no-printed');
    expect((await countedOut(meeting, roundId)).state).toBe('certified');
    expect(await failedChecks(meeting)).toEqual([]);
    const file = await meeting.api.must(contract.readRecordFile, { params: { roundId, file: 'paper.jsonl' } }, meeting.clerk);
    expect(file).toHaveLength(0);
  });
});

describe('keying printed ballots', () => {
  it('comes after gate 1 only, by two, each blind to the other, two scrutineers where fewer than five came back', async () => {
    const meeting = await aMeeting(server);
    const roundId = await closedWith(meeting, 2, [[2, 4]]);
    const [chief, second, third] = meeting.scrutineers;
    const pile = [sheet(2, 4), sheet(1, 3)];
    await counted(meeting, roundId, 2);
    expect(codeOf(await key(meeting, roundId, pile, second.token))).toBe('wrong-round-state');
    const round = await readRound(meeting, roundId);
    await mustSign(meeting, round, chief, 'count');
    const done = await mustSign(meeting, round, second, 'count');
    expect(done).toMatchObject({ state: 'confirmed', treeHead: null });
    expect(codeOf(await meeting.api.call(contract.freezeBox, { params: { roundId } }, meeting.clerk))).toBe('printed-not-keyed');
    expect(codeOf(await key(meeting, roundId, pile, meeting.clerk))).toBe('scrutineer-needed');
    expect(codeOf(await key(meeting, roundId, pile.slice(1), second.token))).toBe('bad-keying');
    expect(codeOf(await key(meeting, roundId, [sheet(2, 9), sheet(1, 3)], second.token))).toBe('bad-keying');
    expect((await key(meeting, roundId, pile, second.token)).ok).toBe(true);
    expect(codeOf(await meeting.api.call(printed.readSheets, { params: { roundId } }, chief.token))).toBe('keying-unsettled');
    expect(JSON.stringify(await view(meeting, roundId, third.token))).not.toContain('marks');
    expect((await view(meeting, roundId, third.token)).keying).toMatchObject({ few: true, keyedByMe: false, complete: false, keyers: [{ role: 'scrutineer' }] });
    expect((await key(meeting, roundId, [sheet(4, 2), sheet(1, 2)], third.token)).ok).toBe(true);
    expect(codeOf(await key(meeting, roundId, pile, chief.token))).toBe('keyed-by-two');
    expect(codeOf(await key(meeting, roundId, pile, second.token))).toBe('keyed-by-two');
    expect(await view(meeting, roundId)).toMatchObject({ keying: { complete: true, open: [2] } });
    expect(codeOf(await meeting.api.call(printed.readSheets, { params: { roundId } }, third.token))).toBe('forbidden');
    expect(await meeting.api.must(printed.readSheets, { params: { roundId } }, chief.token)).toMatchObject([
      { sheet: 1, standing: 'agreed' },
      { sheet: 2, standing: 'differs', keyed: [{ marks: [1, 3] }, { marks: [1, 2] }], ruling: null },
    ]);
  });

  it('takes a clerk and a scrutineer where five or more came back, but no two clerks', async () => {
    const meeting = await aMeeting(server, { delegates: 9 });
    const roundId = await closedWith(meeting, 5, [[2, 4]]);
    await confirmed(meeting, roundId, 5);
    const pile = Array.from({ length: 5 }, () => sheet(2, 4));
    expect((await key(meeting, roundId, pile, meeting.clerk)).ok).toBe(true);
    const other = await anotherClerk(meeting);
    expect(codeOf(await key(meeting, roundId, pile, other))).toBe('scrutineer-needed');
    expect((await key(meeting, roundId, pile, meeting.scrutineers[2].token)).ok).toBe(true);
  });

  it('gives two places when three key at the same moment', async () => {
    const meeting = await aMeeting(server);
    const roundId = await closedWith(meeting, 1, [[2, 4]]);
    await confirmed(meeting, roundId, 1);
    const replies = await Promise.all(meeting.scrutineers.map((one) => key(meeting, roundId, [sheet(2, 4)], one.token)));
    expect(replies.map(codeOf).filter((code) => code === null)).toHaveLength(2);
    expect(replies.map(codeOf)).toContain('keyed-by-two');
  });

  it('goes to the chief where the two differ or a mark is in doubt, and only what is agreed is stamped', async () => {
    const meeting = await aMeeting(server);
    const roundId = await closedWith(meeting, 3, [[2, 4], [1, 4]]);
    const [chief, second, third] = meeting.scrutineers;
    await confirmed(meeting, roundId, 3);
    await key(meeting, roundId, [sheet(2, 4), doubtful(1, 3), sheet(3)], second.token);
    await key(meeting, roundId, [sheet(2, 4), sheet(1, 3), sheet(4)], third.token);
    const papers = await drawPapers(meeting, roundId, 3);
    expect(await makePapers(meeting, roundId, papers)).toMatchObject({ ok: false, error: { code: 'keying-unsettled', figures: { open: 2 } } });
    expect(codeOf(await rule(meeting, roundId, 1, { valid: true, marks: [2, 4] }))).toBe('sheet-settled');
    expect(codeOf(await rule(meeting, roundId, 4, { valid: true, marks: [2, 4] }))).toBe('bad-keying');
    expect(codeOf(await rule(meeting, roundId, 2, { valid: true, marks: [9] }))).toBe('bad-keying');
    expect(codeOf(await rule(meeting, roundId, 2, { valid: false, marks: [1] }))).toBe('bad-keying');
    expect(codeOf(await rule(meeting, roundId, 2, { valid: true, marks: [1, 3] }, second.token))).toBe('forbidden');
    expect((await rule(meeting, roundId, 2, { valid: true, marks: [1, 3] })).ok).toBe(true);
    expect(await rule(meeting, roundId, 3, { valid: false, marks: [] })).toMatchObject({ ok: true, value: { keying: { open: [], rulings: [{ sheet: 2, valid: true }, { sheet: 3, valid: false, reason: '圈画在两格之间' }] } } });
    expect((await meeting.api.call(printed.discardKeying, { params: { roundId } }, chief.token)).ok).toBe(true);
    expect((await view(meeting, roundId)).keying).toMatchObject({ complete: false, keyers: [], rulings: [] });
  });
});

describe('printed ballots on their way into the box', () => {
  /** Agreed: 2 and 4; ruled invalid; 1, 2 and 3, which breaks the rule. */
  const AGREED: readonly AgreedSheet[] = [marks(2, 4), { kind: 'invalid' }, marks(1, 2, 3)];

  async function agreed(meeting: Meeting): Promise<string> {
    const roundId = await closedWith(meeting, 3, [[2, 4], [1, 4], []]);
    const [, second, third] = meeting.scrutineers;
    await confirmed(meeting, roundId, 3);
    for (const one of [second, third]) await key(meeting, roundId, [sheet(2, 4), doubtful(1), sheet(1, 2, 3)], one.token);
    const ruled = await rule(meeting, roundId, 2, { valid: false, marks: [] });
    if (!ruled.ok) throw new Error(ruled.error.code);
    return roundId;
  }

  it('are signed by the chief and another, stamped unseen, and enter all at once; the record holds one list and verifies', async () => {
    const meeting = await aMeeting(server);
    const roundId = await agreed(meeting);
    const [chief, second, third] = meeting.scrutineers;
    const papers = await drawPapers(meeting, roundId, 3);
    expect(codeOf(await makePapers(meeting, roundId, papers.slice(1)))).toBe('bad-keying');
    const byAnother = await signedPapers(meeting, roundId, papers, second);
    expect(codeOf(await meeting.api.call(printed.makePapers, { params: { roundId }, body: { papers: byAnother } }, chief.token))).toBe('bad-signature');
    expect(await makePapers(meeting, roundId, papers)).toMatchObject({ ok: true, value: { papers: { made: 3, second: null }, inBox: false } });
    const stampsOf = () => meeting.api.must(printed.readPapers, { params: { roundId } }, chief.token);
    expect((await stampsOf()).map((one) => one.blindSignature)).toEqual([null, null, null]);
    expect(codeOf(await putIn(meeting, roundId, []))).toBe('papers-unsigned');
    expect(codeOf(await signSecond(meeting, roundId, papers.slice(1)))).toBe('bad-keying');
    expect(codeOf(await signSecond(meeting, roundId, papers, chief))).toBe('forbidden');
    expect(await signSecond(meeting, roundId, papers)).toMatchObject({ ok: true, value: { papers: { made: 3, second: 3 } } });
    expect(codeOf(await signSecond(meeting, roundId, papers, second))).toBe('already-signed');
    expect((await meeting.api.must(printed.readPapers, { params: { roundId } }, third.token)).every((one) => one.blindSignature === null)).toBe(true);
    const ballots = await printedBallots(meeting, roundId, papers, AGREED);
    const [first] = ballots;
    if (first === undefined) throw new Error('There are three.');
    expect(codeOf(await putIn(meeting, roundId, ballots.slice(1)))).toBe('bad-keying');
    expect(codeOf(await putIn(meeting, roundId, [first, first, first]))).toBe('ballot-exists');
    expect(codeOf(await putIn(meeting, roundId, [{ ...first, stamp: ballots[1]?.stamp ?? '' }, ...ballots.slice(1)]))).toBe('bad-stamp');
    expect(await readRound(meeting, roundId)).toMatchObject({ treeHead: null, received: 6 });
    expect(await putIn(meeting, roundId, ballots)).toMatchObject({ ok: true, value: { inBox: true } });
    expect(codeOf(await putIn(meeting, roundId, ballots))).toBe('wrong-round-state');
    const outcome = await countedOut(meeting, roundId);
    expect(outcome).toMatchObject({ received: 6, outcome: { valid: 4, abstained: 1, invalid: 2, counts: [{ votes: 1 }, { votes: 2 }, { votes: 0 }, { votes: 3 }] } });
    expect(await failedChecks(meeting)).toEqual([]);
    const board = await meeting.api.must(contract.readRecordFile, { params: { roundId, file: 'board.txt' } }, meeting.clerk);
    expect(Buffer.from(board).toString()).toMatch(/^[0-9A-Z]{16} PAPER-INVALID$/m);
    expect(await untranslated(meeting)).toEqual([]);
  });

  it('leave no marks, no number and no order behind when the box is frozen', async () => {
    const meeting = await aMeeting(server);
    const roundId = await agreed(meeting);
    const papers = await drawPapers(meeting, roundId, 3);
    await makePapers(meeting, roundId, papers);
    await signSecond(meeting, roundId, papers);
    const columns = await server.deps.db.$queryRaw<{ column: string }[]>`
      SELECT column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'printed_keying' ORDER BY 1`;
    expect(columns.map(({ column }) => column)).toEqual(['name', 'person_id', 'place', 'role', 'round_id', 'sheets']);
    expect(JSON.stringify(await server.deps.db.printedKeying.findMany({ where: { roundId }, select: { sheets: true } }))).not.toMatch(/no|number|delegate/);
    await putIn(meeting, roundId, await printedBallots(meeting, roundId, papers, AGREED));
    expect((await countedOut(meeting, roundId)).state).toBe('certified');
    expect(await server.deps.db.printedKeying.count({ where: { roundId } })).toBe(0);
    expect(await server.deps.db.printedRuling.findMany({ where: { roundId } })).toMatchObject([{ sheet: 2, valid: false, marks: [], reason: '圈画在两格之间' }]);
    const kept = await server.deps.boxSql<{ xmin: string }[]>`SELECT DISTINCT xmin::text FROM box WHERE round_id = ${roundId}`;
    expect(kept).toHaveLength(1);
    await expect(server.deps.db.$executeRaw`DELETE FROM printed_paper WHERE round_id = ${roundId}`).rejects.toThrow('binds the keyed ballots');
  });

  it('may be made anew when the chief’s page was lost, and the box is finished when only the answer was', async () => {
    const meeting = await aMeeting(server);
    const roundId = await agreed(meeting);
    const lost = await drawPapers(meeting, roundId, 3);
    await makePapers(meeting, roundId, lost);
    await signSecond(meeting, roundId, lost);
    const stale = await printedBallots(meeting, roundId, lost, AGREED);
    const papers = await drawPapers(meeting, roundId, 3);
    expect(await makePapers(meeting, roundId, papers)).toMatchObject({ ok: true, value: { papers: { made: 3, second: null } } });
    expect(codeOf(await putIn(meeting, roundId, stale))).toBe('papers-unsigned');
    await signSecond(meeting, roundId, papers);
    const ballots = await printedBallots(meeting, roundId, papers, AGREED);
    const both = await Promise.all([putIn(meeting, roundId, ballots), putIn(meeting, roundId, ballots)]);
    expect(both.map(codeOf).sort()).toEqual([null, 'wrong-round-state'].sort());
    expect((await readRound(meeting, roundId)).treeHead?.size).toBe(6);
  });

  it('finish from the box where a failure came between box and tree head', async () => {
    const meeting = await aMeeting(server);
    const roundId = await agreed(meeting);
    const papers = await drawPapers(meeting, roundId, 3);
    await makePapers(meeting, roundId, papers);
    await signSecond(meeting, roundId, papers);
    const ballots = await printedBallots(meeting, roundId, papers, AGREED);
    const rows = ballots.map(({ pk, stamp, box, sig }) => ({ round_id: roundId, pk: Buffer.from(pk, 'base64url'), stamp: Buffer.from(stamp, 'base64url'), box: Buffer.from(box, 'base64url'), sig: Buffer.from(sig, 'base64url') }));
    await server.deps.boxSql`INSERT INTO box_open ${server.deps.boxSql(rows)}`;
    expect(codeOf(await makePapers(meeting, roundId, papers))).toBe('busy');
    expect(codeOf(await meeting.api.call(printed.discardKeying, { params: { roundId } }, meeting.scrutineers[0].token))).toBe('busy');
    expect(codeOf(await rule(meeting, roundId, 2, { valid: true, marks: [1, 2] }))).toBe('busy');
    expect(await putIn(meeting, roundId, [])).toMatchObject({ ok: true, value: { inBox: true } });
    expect((await readRound(meeting, roundId)).treeHead?.size).toBe(6);
  });

  it('wait in a box that can still be voided, and their marks go with it', async () => {
    const meeting = await aMeeting(server);
    const roundId = await agreed(meeting);
    const ruling = { kind: 'void', selected: [], text: '本轮作废', by: '会议主持人', reason: '纸质票多印' } as const;
    const entered = await meeting.api.must(contract.enterRuling, { params: { roundId }, body: { ...ruling, selected: [] } }, meeting.clerk);
    await signRuling(meeting, entered, entered.rulings[0]?.id ?? '', meeting.scrutineers[0]);
    expect((await readRound(meeting, roundId)).state).toBe('void');
    expect(await server.deps.db.printedKeying.count({ where: { roundId } })).toBe(0);
    expect(codeOf(await rule(meeting, roundId, 2, { valid: false, marks: [] }))).toBe('wrong-round-state');
  });
});

describe('a round counted by hand', () => {
  const COUNT = {
    issued: 6, received: 5, abstained: 1, invalid: 1,
    counts: [{ number: 1, votes: 1 }, { number: 2, votes: 2 }, { number: 3, votes: 0 }, { number: 4, votes: 3 }],
    by: '会议主持人', reason: '停电，会场手工计票',
  };
  const enter = (meeting: Meeting, roundId: string, body = COUNT) => meeting.api.call(printed.countByHand, { params: { roundId }, body }, meeting.clerk);

  it('goes through both gates without a box, decides the congress and leaves a record that says so', async () => {
    const { meeting, roundId } = await armedMeeting();
    expect(codeOf(await enter(meeting, roundId))).toBe('head-count-missing');
    await enterHeadCount(meeting, await readRound(meeting, roundId));
    expect(await enter(meeting, roundId, { ...COUNT, counts: COUNT.counts.map((row) => ({ ...row, votes: row.votes + 1 })) })).toMatchObject({ ok: false, error: { code: 'bad-hand-count', field: 'counts' } });
    expect(codeOf(await enter(meeting, roundId, { ...COUNT, received: 7 }))).toBe('bad-hand-count');
    expect(codeOf(await enter(meeting, roundId, { ...COUNT, issued: 7 }))).toBe('numbers-contradict');
    const entered = await enter(meeting, roundId);
    if (!entered.ok) throw new Error(entered.error.code);
    expect(entered.value).toMatchObject({ state: 'closed', hand: true, received: 5, treeHead: null, outcome: null, countReport: { issued: 6, received: 5, present: 6 } });
    expect(codeOf(await sign(meeting, { ...entered.value, treeHead: { document: '', hash: '0'.repeat(64), size: 0, signedBy: [], serverSignature: '' } }, meeting.scrutineers[0], 'sth'))).toBe('printed-not-keyed');
    // Marked while it is signed, not only afterwards.
    const report = await meeting.api.must(readDocument, { params: { congressId: meeting.congressId, name: 'count-report' } }, meeting.scrutineers[0].token);
    expect(report).toMatchObject({ subtitle: '第1轮（手工计票）', foot: { more: [{ label: '计票方式', value: '第1轮为手工计票' }] } });
    await mustSign(meeting, entered.value, meeting.scrutineers[0], 'count');
    const tallied = await mustSign(meeting, entered.value, meeting.scrutineers[1], 'count');
    expect(tallied).toMatchObject({ state: 'tallied', outcome: { valid: 4, abstained: 1, invalid: 1, selected: [2, 4], keyWork: [1, 3], final: true } });
    const certified = await throughGate2(meeting, tallied);
    expect(certified).toMatchObject({ state: 'certified', hand: true });
    expect(await failedChecks(meeting)).toEqual([]);
    const outcome = await meeting.api.must(contract.readRecordFile, { params: { roundId, file: 'outcome.json' } }, meeting.clerk);
    expect(Buffer.from(outcome).toString()).toContain('"hand":true');
    await expect.poll(() => server.deps.keys.read(`stamp-${roundId}`), { timeout: 5_000 }).toBeNull();
    expect(await untranslated(meeting)).toEqual([]);
  });

  it('is refused once a paper was drawn or handed out; the round is voided and its repeat counted', async () => {
    const { meeting, roundId } = await armedMeeting();
    await handOut(meeting, roundId, at(meeting, 5));
    await enterHeadCount(meeting, await readRound(meeting, roundId));
    expect(codeOf(await enter(meeting, roundId))).toBe('paper-drawn');
    const entered = await meeting.api.must(contract.enterRuling, { params: { roundId }, body: { kind: 'void', selected: [], text: '改为手工', by: '会议主持人', reason: '停电' } }, meeting.clerk);
    await signRuling(meeting, entered, entered.rulings[0]?.id ?? '', meeting.scrutineers[0]);
    const repeat = await armed(meeting);
    await enterHeadCount(meeting, repeat);
    expect(await enter(meeting, repeat.id)).toMatchObject({ ok: true, value: { number: 2, kind: 'repeat', hand: true } });
    expect(codeOf(await send(meeting, repeat.id, at(meeting, 4), await requestOf(meeting, repeat.id, at(meeting, 4))))).toBe('round-closed');
    const { no } = await server.deps.db.rollEntry.findFirstOrThrow({ where: { roundId: repeat.id } });
    await expect(server.deps.db.$executeRaw`INSERT INTO paper_issue (round_id, no, printed, sig) VALUES (${repeat.id}, ${no}, true, decode(repeat('00', 64), 'hex'))`).rejects.toThrow('counted by hand');
  });
});
