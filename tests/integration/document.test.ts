import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as documents from '#shared/contract/document.ts';
import type { ListedDocument } from '#shared/contract/document.ts';
import { publish } from '#shared/contract/congress.ts';
import { readAudit } from '#shared/contract/publication.ts';
import { prepareRound } from '#shared/contract/round.ts';
import { DOCUMENT_NAMES } from '#shared/document/document-name.ts';
import type { DocumentFormat, DocumentName } from '#shared/document/document-name.ts';
import { render } from '#server/documents/render.ts';
import { docxText, xlsxSheets } from '#tests/support/office-file.ts';
import { aMeeting } from '#tests/support/meeting.ts';
import type { Meeting } from '#tests/support/meeting.ts';
import { untranslated } from '#tests/support/log-words.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { certified, closed, hashOf, tallied } from '#tests/support/round-day.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Projects 2 and 4 of four win; 5 ballots of 6 papers, one an abstention. */
const CLEAR = [[2, 4], [2, 4], [2, 3], [1, 4], []];
/** 4 leads; 1 and 2 tie for the second place. */
const TIED = [[1, 4], [1, 4], [2, 4], [2, 4]];

function list(meeting: Meeting, token?: string): Promise<ListedDocument[]> {
  return meeting.api.must(documents.listDocuments, { params: { congressId: meeting.congressId } }, token);
}

function download(meeting: Meeting, name: DocumentName, format: DocumentFormat, token?: string, round?: number) {
  const query = round === undefined ? {} : { query: { round } };
  return meeting.api.call(documents.downloadDocument, { params: { congressId: meeting.congressId, name, format }, ...query }, token);
}

async function file(meeting: Meeting, name: DocumentName, format: DocumentFormat, round?: number): Promise<Uint8Array> {
  const reply = await download(meeting, name, format, meeting.clerk, round);
  if (!reply.ok) throw new Error(`${name}.${format}: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

function missing(entries: readonly ListedDocument[], name: DocumentName): (string | null)[] {
  return entries.filter((entry) => entry.name === name).map((entry) => entry.missing);
}

describe('a congress in rehearsal', () => {
  let meeting: Meeting;
  beforeAll(async () => {
    meeting = await aMeeting(server);
  });

  it('has the blank forms before there is a round, and says what every other document waits for', async () => {
    const entries = await list(meeting, meeting.clerk);
    expect(new Set(entries.map((entry) => entry.name))).toEqual(new Set(DOCUMENT_NAMES));
    expect(missing(entries, 'blank-ballot')).toEqual([null]);
    expect(missing(entries, 'hand-count-sheet')).toEqual([null]);
    expect(missing(entries, 'count-report')).toEqual(['no-round']);
    expect(missing(entries, 'announcement')).toEqual(['not-decided']);
    const ballot = readPdf(await file(meeting, 'blank-ballot', 'pdf'));
    expect(ballot.text).toContain('项目4');
    expect(ballot.text).toContain('须选择2个项目，少选、多选均为无效票');
    expect(ballot.text).not.toContain('代表001');
    expect(codeOf(await download(meeting, 'result-sheet', 'pdf', meeting.clerk))).toBe('document-not-ready');
    expect(codeOf(await download(meeting, 'blank-ballot', 'pdf', meeting.clerk, 3))).toBe('round-unknown');
  });

  it('makes every document in every format once the result is certified, each page marked 演练', { timeout: 120_000 }, async () => {
    const round = await certified(meeting, CLEAR);
    const entries = await list(meeting, meeting.clerk);
    expect(entries.filter((entry) => entry.missing !== null)).toEqual([]);
    for (const { name, formats, title } of entries) {
      const params = { congressId: meeting.congressId, name };
      const model = await meeting.api.must(documents.readDocument, { params }, meeting.clerk);
      for (const format of formats) {
        // As the server's renderer does; the others below go through it.
        const bytes = await render(model, format, new Date());
        if (format === 'pdf') {
          const pdf = readPdf(bytes);
          expect([name, pdf.language, pdf.title.startsWith('演练-'), pdf.embedded]).toEqual([name, 'zh-CN', true, pdf.fonts]);
          expect([name, pdf.text.split('演 练（不作正式文书使用）').length - 1]).toEqual([name, pdf.pages]);
          expect(pdf.text).toContain(name === 'project-list' ? '民生实事项目和重点工作清单' : title);
          expect([name, /人民代表大会|主席团/.test(pdf.text)]).toEqual([name, false]);
        }
        if (format === 'docx') expect(docxText(bytes)).toContain('演 练（不作正式文书使用）');
        if (format === 'xlsx') expect(xlsxSheets(bytes).length).toBeGreaterThan(1);
      }
    }
    // The log of a whole day in a Chinese document: beside hashes and names of formats no word of the server's own.
    expect(await untranslated(meeting)).toEqual([]);
    const sheet = readPdf(await file(meeting, 'result-sheet', 'pdf')).text;
    expect(sheet).toContain(round.fingerprint ?? 'no fingerprint');
    expect(sheet).toContain(hashOf(round, 'outcome'));
    expect(sheet).toContain(hashOf(round, 'board'));
    expect(sheet).toContain('得票率（占有效票5）');
    expect(sheet).toContain('第2、4号');
    expect(sheet).toContain('已确认');
  });

  it('prints the head of the audit log as it stood at the certification, whatever happens later', async () => {
    const before = readPdf(await file(meeting, 'result-sheet', 'pdf')).text;
    await file(meeting, 'check-in-register', 'xlsx');
    expect(readPdf(await file(meeting, 'result-sheet', 'pdf')).text).toBe(before);
  });

  it('logs who took lists of people out, and no other download', async () => {
    const log = async () => meeting.api.must(readAudit, { params: { congressId: meeting.congressId }, query: { most: 3 } }, meeting.clerk);
    const { chain } = await log();
    await file(meeting, 'result-sheet', 'docx');
    await file(meeting, 'letters-register', 'xlsx');
    const after = await log();
    expect(after.chain).toMatchObject({ length: chain.length + 1, intact: true });
    expect(after.entries[0]).toMatchObject({ act: 'document exported', actor: 'clerk 计票人', detail: 'letters-register.xlsx' });
  });

  it('writes spreadsheets with a frozen header row, numbers as numbers and no formula', async () => {
    await server.deps.db.delegate.updateMany({ where: { congressId: meeting.congressId, number: '006' }, data: { name: '=HYPERLINK("http://x")' } });
    const [register = ''] = xlsxSheets(await file(meeting, 'check-in-register', 'xlsx'));
    expect(register).toContain('<v>=HYPERLINK("http://x")</v>');
    expect(register).toMatch(/<c r="C\d" [^>]*t="s"[^>]*><v>=HYPERLINK/);
    expect(register).not.toContain('<f>');
    expect(register).toContain('state="frozen"');
    const [tally = ''] = xlsxSheets(await file(meeting, 'result-sheet', 'xlsx'));
    expect(tally).toMatch(/<c r="D2" s="\d"><v>3<\/v>/);
  });

  it('gives a document only as what it has', async () => {
    expect(codeOf(await download(meeting, 'count-report', 'docx', meeting.clerk))).toBe('not-found');
  });
});

describe('who reads what', () => {
  it('keeps results from everyone but clerk and scrutineers until they are announced', async () => {
    const meeting = await aMeeting(server);
    await tallied(meeting, CLEAR);
    const { office, clerk } = meeting;
    const scrutineer = meeting.scrutineers[1].token;
    const delegate = meeting.delegates[5]?.token;
    expect((await download(meeting, 'result-sheet', 'pdf', scrutineer)).ok).toBe(true);
    expect(codeOf(await download(meeting, 'result-sheet', 'pdf', office))).toBe('document-not-ready');
    expect(codeOf(await download(meeting, 'result-sheet', 'pdf', delegate))).toBe('forbidden');
    expect(codeOf(await download(meeting, 'result-sheet', 'pdf'))).toBe('not-signed-in');
    expect(codeOf(await download(meeting, 'check-in-register', 'xlsx', office))).toBe('forbidden');
    expect(codeOf(await download(meeting, 'chair-words', 'docx', scrutineer))).toBe('forbidden');
    expect((await list(meeting)).map((entry) => [entry.name, entry.missing])).toEqual([['announcement', 'not-published']]);
    expect(codeOf(await download(meeting, 'announcement', 'pdf'))).toBe('document-not-ready');
    expect(codeOf(await download(meeting, 'announcement', 'pdf', clerk))).toBe('document-not-ready');
  });

  it('gives the announcement to everyone after publication, without counts where the method publishes names', async () => {
    const meeting = await aMeeting(server);
    await certified(meeting, CLEAR);
    const params = { congressId: meeting.congressId, name: 'announcement' as const };
    expect((await meeting.api.call(documents.readDocument, { params }, meeting.office)).ok).toBe(true);
    const offered = (await list(meeting, meeting.office)).filter((entry) => entry.missing === null).map((entry) => [entry.title, entry.formats.join(' ')]);
    expect(offered).toEqual([['民生实事项目和重点工作清单', 'pdf docx xlsx'], ['票选办法', 'pdf'], ['计票结果报告单', 'pdf docx xlsx'], ['公布', 'pdf docx']]);
    expect(codeOf(await meeting.api.call(documents.readDocument, { params }))).toBe('document-not-ready');
    await meeting.api.must(publish, { params: { congressId: meeting.congressId } }, meeting.clerk);
    const announced = await meeting.api.must(documents.readDocument, { params });
    expect(announced).toMatchObject({ meeting: '宁围街道居民议政会议', title: '公布', rehearsal: true });
    expect(announced.blocks.some((block) => block.kind === 'table')).toBe(false);
    expect(readPdf(await file(meeting, 'announcement', 'pdf')).text).toContain('确定以下2个项目为宁围街道2025年度民生实事项目：1.项目2。2.项目4。');
  });

  it('reads a token of another congress like no token', async () => {
    const [meeting, other] = [await aMeeting(server), await aMeeting(server)];
    expect(await list(meeting, other.clerk)).toEqual(await list(meeting));
    expect(codeOf(await download(meeting, 'check-in-register', 'pdf', other.clerk))).toBe('forbidden');
  });
});

describe('two rounds', () => {
  it('names each document after its round and takes the latest where none is asked for', async () => {
    const meeting = await aMeeting(server, { method: { tie: 'revote' } });
    await certified(meeting, TIED);
    await meeting.api.must(prepareRound, { params: { congressId: meeting.congressId } }, meeting.clerk);
    const entries = await list(meeting, meeting.clerk);
    expect(entries.filter((entry) => entry.name === 'result-sheet').map((entry) => [entry.round, entry.missing])).toEqual([[1, null], [2, 'not-tallied']]);
    const first = readPdf(await file(meeting, 'result-sheet', 'pdf', 1));
    expect(first.text).toContain('第1轮');
    expect(first.text).toContain('应选线上得票相等：第1、2号。');
    expect(first.title).toBe('演练-计票结果报告单-第1轮');
    const ballot = readPdf(await file(meeting, 'blank-ballot', 'pdf')).text;
    expect(ballot).toContain('第2轮（得票相等再次投票）');
    expect(ballot).toContain('须选择1个项目');
    expect(ballot).not.toContain('项目4');
  });
});

describe('gate 1', () => {
  it('shows the count report while it is signed, and nothing of a tally', async () => {
    const meeting = await aMeeting(server);
    await closed(meeting, CLEAR);
    const report = readPdf(await file(meeting, 'count-report', 'pdf')).text;
    expect(report).toContain('收回票数（5）等于或少于发出票数（6）：符合。');
    expect(missing(await list(meeting, meeting.clerk), 'result-sheet')).toEqual(['not-tallied']);
    expect(missing(await list(meeting, meeting.clerk), 'invalid-ballots')).toEqual(['not-tallied']);
  });
});
