import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import postgres from 'postgres';
import { addAccount } from '#shared/contract/account.ts';
import { adjourn, changeMethod } from '#shared/contract/congress.ts';
import { readAudit } from '#shared/contract/publication.ts';
import { startRehearsal } from '#shared/contract/rehearsal.ts';
import { addDelegate } from '#shared/contract/roll.ts';
import { prepareRound } from '#shared/contract/round.ts';
import { nameScrutineer } from '#shared/contract/scrutineer.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { certified, closed, frozen } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A meeting that may still change its method, roll and lists. */
async function preparing(): Promise<Meeting> {
  const meeting = await aMeeting(server);
  const where = { congressId: meeting.congressId };
  await server.deps.db.adoption.updateMany({ where, data: { supersededAt: new Date() } });
  await server.deps.db.congress.update({ where: { id: meeting.congressId }, data: { state: 'preparing' } });
  return meeting;
}

describe('an answer', () => {
  it('is kept by no browser and no proxy, whether it is served or refused', async () => {
    const { congressId, clerk } = await aMeeting(server);
    const delegates = `${server.url}/api/congresses/${congressId}/delegates`;
    const served = await fetch(delegates, { headers: { authorization: `Bearer ${clerk}` } });
    const refused = await fetch(delegates);
    const secrets = await fetch(`${server.url}/api/congresses/${congressId}/rehearsal`);
    expect([served, refused, secrets].map((one) => [one.status, one.headers.get('cache-control')])).toEqual([
      [200, 'no-store'],
      [401, 'no-store'],
      [200, 'no-store'],
    ]);
  });
});

describe('a text that a person typed', () => {
  const HIDDEN = ['a\u0000b', 'a\ud800b', 'a\u200bb', 'a\u202eb', 'a\u2028b', 'a\u3164b'];

  it('with characters that are not seen is refused where it is entered, and the audit log stays whole', async () => {
    const meeting = await aMeeting(server);
    const params = { congressId: meeting.congressId };
    await meeting.api.must(prepareRound, { params }, meeting.clerk);
    for (const reason of HIDDEN) {
      expect(await meeting.api.call(adjourn, { params, body: { reason } }, meeting.clerk)).toMatchObject({ status: 400, error: { field: 'reason' } });
    }
    await meeting.api.must(adjourn, { params, body: { reason: '午休，\n下午继续' } }, meeting.clerk);
    const audit = await meeting.api.must(readAudit, { params, query: {} }, meeting.clerk);
    expect(audit.chain.intact).toBe(true);
    expect(audit.entries[0]?.detail).toBe('午休，\n下午继续');
  });

  it('neither enters the method nor the roll', async () => {
    const meeting = await preparing();
    const params = { congressId: meeting.congressId };
    for (const text of HIDDEN) {
      expect(await meeting.api.call(changeMethod, { params, body: { ...meeting.method, keyWorkLabel: text } }, meeting.clerk)).toMatchObject({ status: 400 });
      const body = { number: '901', name: text, delegation: '第一组' };
      expect(await meeting.api.call(addDelegate, { params, body }, meeting.clerk)).toMatchObject({ status: 400, error: { field: 'name' } });
    }
  });
});

describe('a clerk whose name reads like a scrutineer’s', () => {
  const SCRUTINEER = '代表001';

  it('gets no account, whatever the spaces and the width', async () => {
    const meeting = await preparing();
    const params = { congressId: meeting.congressId };
    for (const name of [SCRUTINEER, '代表 001', '代表００１', '代表\u{fe0f}001']) {
      const body = { name, password: 'a long password', role: 'clerk' } as const;
      expect(codeOf(await meeting.api.call(addAccount, { params, body }, meeting.clerk))).toBe('clerk-is-scrutineer');
    }
  });

  it('keeps a delegate of that name from being named, and no two accounts read alike', async () => {
    const meeting = await preparing();
    const params = { congressId: meeting.congressId };
    const line = { number: '900', name: '计 票 人', delegation: '第一组' };
    const { id: delegateId } = await meeting.api.must(addDelegate, { params, body: line }, meeting.clerk);
    const named = await meeting.api.call(nameScrutineer, { params, body: { delegateId, chief: false, alternate: true } }, meeting.clerk);
    expect(codeOf(named)).toBe('clerk-is-scrutineer');
    const account = { name: '计票 人', password: 'a long password', role: 'clerk' } as const;
    expect(codeOf(await meeting.api.call(addAccount, { params, body: account }, meeting.clerk))).toBe('name-taken');
  });
});

describe('a flood', () => {
  it('of rehearsals is stopped', async () => {
    const own = await startTestServer();
    try {
      await own.deps.db.congress.createMany({
        data: Array.from({ length: 30 }, (_nothing, index) => ({
          id: `${String(index).padStart(21, 'A')}A`, title: '演练', place: '宁围街道', year: 2025, profile: 'street' as const, rehearsal: true, method: {},
        })),
      });
      const response = await fetch(own.url + startRehearsal.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      expect([response.status, await response.json()]).toMatchObject([409, { code: 'busy' }]);
    } finally {
      await own.close();
    }
  });
});

describe('a connection that says nothing', () => {
  it('holds a server that goes down for moments only', async () => {
    const own = await startTestServer();
    const silent = connect(Number(new URL(own.url).port), 'localhost');
    silent.on('error', () => undefined);
    await once(silent, 'connect');
    const asked = Date.now();
    await own.close();
    silent.destroy();
    expect(Date.now() - asked).toBeLessThan(20_000);
  });
});

describe('in the database the program’s own user', () => {
  /** Each statement is refused by the rule of this name, though it would touch rows. */
  async function allRefused(statements: readonly (readonly [rule: string, statement: string])[]): Promise<void> {
    const sql = postgres(server.databaseUrl, { max: 1, onnotice: () => undefined });
    try {
      for (const [rule, statement] of statements) {
        await expect(sql.begin((tx) => tx.unsafe(statement)), statement).rejects.toMatchObject({ constraint_name: rule });
      }
    } finally {
      await sql.end();
    }
  }

  it('changes nothing that was signed or told', async () => {
    const meeting = await aMeeting(server);
    const { id } = await certified(meeting, [[1, 2], [1, 2], [1, 3]]);
    await allRefused([
      ['paper_issue_append_only', 'TRUNCATE paper_issue CASCADE'],
      ['paper_issue_append_only', 'TRUNCATE roll_entry CASCADE'],
      ['certification_append_only', 'TRUNCATE certification'],
      ['tree_head_append_only', 'TRUNCATE tree_head'],
      ['roll_entry_fixed', `UPDATE roll_entry SET pk = decode(repeat('22', 32), 'hex') WHERE no = 1 AND round_id = '${id}'`],
      ['round_kept', `UPDATE round SET state = 'tallied' WHERE id = '${id}'`],
      ['round_kept', `UPDATE round SET count_report = '{}' WHERE id = '${id}'`],
      ['board_fixed', `UPDATE board SET document = 'x' WHERE round_id = '${id}'`],
      ['board_fixed', `DELETE FROM board WHERE round_id = '${id}'`],
      ['outcome_fixed', `UPDATE outcome SET document = 'x' WHERE round_id = '${id}'`],
      ['adoption_fixed', 'UPDATE adoption SET votes_for = 99'],
      ['adoption_fixed', 'DELETE FROM adoption'],
      ['congress_kind_fixed', `UPDATE congress SET rehearsal = NOT rehearsal WHERE id = '${meeting.congressId}'`],
    ]);
  });

  it('opens no box again that was shut, and puts nothing into a frozen one', async () => {
    const shut = await closed(await aMeeting(server), [[1, 2], [1, 2]]);
    const { id } = await frozen(await aMeeting(server), [[1, 2], [1, 2]]);
    await allRefused([
      ['round_gate', `UPDATE box.round SET state = 'open' WHERE round_id = '${shut.id}'`],
      ['round_gate', `UPDATE box.round SET state = 'open' WHERE round_id = '${id}'`],
      ['round_gate', `UPDATE box.round SET threshold = 2, options = 9 WHERE round_id = '${id}'`],
      [
        'box_takes_nothing',
        `INSERT INTO box.box SELECT round_id, decode(repeat('33', 32), 'hex'), stamp, box, sig FROM box.box WHERE round_id = '${id}' LIMIT 1`,
      ],
    ]);
  });
});
