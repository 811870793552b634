import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addAccount } from '#shared/contract/account.ts';
import { addProject, readCongress } from '#shared/contract/congress.ts';
import { errorBody } from '#shared/contract/error.ts';
import { readAudit } from '#shared/contract/publication.ts';
import * as roll from '#shared/contract/roll.ts';
import { nameScrutineer } from '#shared/contract/scrutineer.ts';
import * as contract from '#shared/contract/sheet-file.ts';
import { readSheet } from '#server/sheet/read-sheet.ts';
import { aSheetOf } from '#tests/builders/xlsx.ts';
import type { XlsxSheet } from '#tests/builders/xlsx.ts';
import { api } from '#tests/support/api.ts';
import type { Api, Reply } from '#tests/support/api.ts';
import { aPreparation, projectInput } from '#tests/support/preparation.ts';
import type { Preparation } from '#tests/support/preparation.ts';
import { codeOf } from '#tests/support/refusal.ts';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
let client: Api;
let params: Preparation['params'];
let clerk: string;

beforeAll(async () => {
  server = await startTestServer({ rehearsal: false });
  client = api(server.url);
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ params, clerk } = await aPreparation(server));
});

const base64 = (file: Uint8Array | string) => Buffer.from(file).toString('base64');
const HEADER = ['代表证号', '姓名', '代表团'];
const rollOf = (...lines: (readonly string[])[]) => base64([HEADER, ...lines].map((cells) => cells.join(',')).join('\n'));
const preview = (file: string) => client.call(contract.previewRoll, { params, body: { file } }, clerk);
const mustPreview = (file: string) => client.must(contract.previewRoll, { params, body: { file } }, clerk);
const send = (file: string, plan: string, strikeMissing = false) => client.call(contract.importRoll, { params, body: { file, plan, strikeMissing } }, clerk);
const importFile = async (file: string, strikeMissing = false) => send(file, (await mustPreview(file)).plan, strikeMissing);
const delegates = async () => (await client.must(roll.listDelegates, { params }, clerk)).map(({ number, name, delegation }) => [number, name, delegation]);
const delegate = async (number: string) => (await client.must(roll.listDelegates, { params }, clerk)).find((one) => one.number === number)?.id ?? '';
const placesOf = (problems: contract.RollPreview['problems']) => problems.map(({ line, column, field, warning }) => [line, column, field, warning]);
const rowsOf = (reply: Reply<unknown>) => (reply.ok ? [] : (reply.error.rows ?? []));

describe('a roll file', () => {
  it('is previewed with what it would do, nothing is written, then imported as it was seen', async () => {
    const rows: XlsxSheet['rows'] = [['宁围街道代表名册'], ['序号', '姓 名（必填）', '所属代表团', '备注', '代表证号'], ['1', '陈　正', '第一组', 'x', '001'], ['2', '李明', '第二组', '', '002'], ['3']];
    const file = base64(aSheetOf(rows));
    const seen = await mustPreview(file);
    expect(seen).toMatchObject({
      source: { format: 'xlsx', sheet: '名册', rows: 2, columns: { number: '代表证号', name: '姓 名（必填）', delegation: '所属代表团' }, ignored: ['序号', '备注'] },
      problems: [], same: 0, missing: [], changed: [],
      added: [{ line: 3, number: '001', name: '陈正', delegation: '第一组' }, { line: 4, number: '002', name: '李明', delegation: '第二组' }],
    });
    expect(await delegates()).toEqual([]);
    expect(await send(file, seen.plan)).toMatchObject({ ok: true, value: { added: 2, changed: 0, struck: 0 } });
    expect(await delegates()).toEqual([['001', '陈正', '第一组'], ['002', '李明', '第二组']]);
    const audit = await client.must(readAudit, { params, query: {} }, clerk);
    expect(audit.entries[0]).toMatchObject({ act: 'roll imported', detail: '2 added, 0 changed, 0 struck' });
  });

  it('with problems names every one with row and column, and is refused whole', async () => {
    const rows: XlsxSheet['rows'] = [
      HEADER,
      ['801', '赵一', '第一组'],
      ['x01', '钱二', '第一组'],
      ['801', '孙三', '第一组'],
      ['', '李四', '第一组'],
      ['802', '', '第一组'],
      ['803', '吴六', '长'.repeat(41)],
      [{ xml: '<c r="REF"><f>A2+3</f><v>804</v></c>' }, '郑七', '第一组'],
      ['805', '王\u200b八', null],
      ['806', '赵一', '第二组'],
    ];
    const file = base64(aSheetOf(rows, { merges: ['C9:C10'], hiddenRows: [10] }));
    const seen = await mustPreview(file);
    expect(placesOf(seen.problems)).toEqual([
      [3, 'A', 'number', false], [4, 'A', 'number', false], [5, 'A', 'number', false], [6, 'B', 'name', false], [7, 'C', 'delegation', false],
      [8, 'A', 'number', false], [9, 'C', 'delegation', false], [9, 'B', 'name', false], [10, 'C', 'delegation', false], [10, null, 'row', true],
    ]);
    expect(seen.problems[1]?.message.zh).toContain('第 2 行');
    const refused = await send(file, seen.plan);
    expect(refused).toMatchObject({ ok: false, status: 422, error: { code: 'bad-roll-file', figures: { rows: 8 } } });
    expect(rowsOf(refused).map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 9, 10]);
    expect(await delegates()).toEqual([]);
  });

  it('with one name twice is warned of and taken', async () => {
    const file = rollOf(['001', '陈正', '第一组'], ['002', '陈 正', '第二组']);
    expect(placesOf((await mustPreview(file)).problems)).toEqual([[3, 'B', 'name', true]]);
    expect(await importFile(file)).toMatchObject({ ok: true, value: { added: 2 } });
  });

  it.each([
    ['no header at all', ['张三', '900', '第一组'], 'header'],
    ['a header without 代表团', ['姓名', '代表证号', '电话'], 'header'],
    ['a header twice', ['姓名', '代表证号', '代表团', '姓名'], 'header'],
    ['a header and nothing below', HEADER, 'header'],
  ])('with %s is no roll', async (_what, header, field) => {
    const seen = await mustPreview(base64(header.join(',')));
    expect(seen.problems.map((one) => [one.line, one.field, one.warning])).toContainEqual([1, field, false]);
    expect(codeOf(await send(base64(header.join(',')), seen.plan))).toBe('bad-roll-file');
  });

  it('imported again updates, tells the difference, and strikes who is missing by the clerk’s choice', async () => {
    await importFile(rollOf(['001', '陈正', '第一组'], ['002', '李明', '第一组'], ['003', '周芳', '第二组'], ['004', '吴梅', '第二组']));
    const file = rollOf(['003', '周芳', '第三组'], ['001', '陈正', '第一组'], ['005', '何建国', '第一组'], ['04', '吴梅', '第二组'], ['012', '李明', '第一组']);
    const seen = await mustPreview(file);
    expect(seen).toMatchObject({
      same: 1,
      changed: [{ line: 2, before: { delegation: '第二组' }, after: { number: '003', delegation: '第三组' } }],
      added: [{ number: '005' }, { number: '04' }, { number: '012' }],
      missing: [{ number: '002', letter: 'none', scrutineer: false }, { number: '004' }],
    });
    // Zeros that an office program dropped, and a corrected number, would make two of one person.
    expect(seen.problems.map(({ line, warning, message }) => [line, warning, message.zh.includes(line === 5 ? '004' : '002')])).toEqual([[5, true, true], [6, true, true]]);
    expect(await send(file, seen.plan)).toMatchObject({ ok: true, value: { added: 3, changed: 1, struck: 0 } });
    expect(await delegates()).toHaveLength(7);
    expect(await importFile(file, true)).toMatchObject({ ok: true, value: { added: 0, changed: 0, struck: 2 } });
    expect((await delegates()).map(([number]) => number)).toEqual(['001', '003', '005', '012', '04']);
  });

  it('is refused when the roll changed since the preview, by whomever', async () => {
    const file = rollOf(['001', '陈正', '第一组'], ['002', '李明', '第一组']);
    const { plan } = await mustPreview(file);
    await client.must(roll.addDelegate, { params, body: { number: '002', name: '李鸣', delegation: '第一组' } }, clerk);
    expect(codeOf(await send(file, plan))).toBe('import-outdated');
    expect(await delegates()).toEqual([['002', '李鸣', '第一组']]);
    expect(codeOf(await send(rollOf(['009', '另一份', '第一组']), plan))).toBe('import-outdated');
  });

  it('is carried out once, whole or not at all, while other clerks import and change the roll', async () => {
    await importFile(rollOf(['001', '陈正', '第一组']));
    const file = rollOf(...Array.from({ length: 50 }, (_none, index) => [String(index + 1).padStart(3, '0'), `代表${String(index)}`, '第一组']));
    const other = rollOf(...Array.from({ length: 50 }, (_none, index) => [String(index + 26).padStart(3, '0'), `别人${String(index)}`, '第二组']));
    const [one, two] = await Promise.all([mustPreview(file), mustPreview(other)]);
    const id = await delegate('001');
    const [first, second, change] = await Promise.all([
      send(file, one.plan),
      send(other, two.plan),
      client.call(roll.changeDelegate, { params: { ...params, delegateId: id }, body: { number: '777', name: '陈正', delegation: '第一组' } }, clerk),
    ]);
    expect(codeOf(change)).toBe(null);
    const done = [first, second].filter(({ ok }) => ok);
    expect(done.length).toBeLessThanOrEqual(1);
    for (const refused of [first, second].filter(({ ok }) => !ok)) expect(codeOf(refused)).toBe('import-outdated');
    const now = await delegates();
    expect(now).toHaveLength(done.length === 0 ? 1 : first.ok ? 51 - 1 : 51);
  });

  it('strikes no scrutineer, and warns that a letter carries another name', async () => {
    await importFile(rollOf(['001', '陈正', '第一组'], ['002', '李明', '第一组']));
    await client.must(nameScrutineer, { params, body: { delegateId: await delegate('001'), chief: false, alternate: false } }, clerk);
    await server.deps.db.letter.create({ data: { delegateId: await delegate('002'), pk: new Uint8Array(32).fill(7) } });
    const file = rollOf(['002', '李鸣', '第一组']);
    const seen = await mustPreview(file);
    expect(seen.missing).toMatchObject([{ number: '001', scrutineer: true }]);
    expect(seen.problems).toMatchObject([{ line: 2, field: 'name', warning: true }]);
    expect(await send(file, seen.plan, true)).toMatchObject({ ok: false, status: 409, error: { code: 'delegate-is-scrutineer', figures: { number: '001' } } });
    expect(await delegates()).toEqual([['001', '陈正', '第一组'], ['002', '李明', '第一组']]);
  });

  it('gives no scrutineer a clerk’s name, and says which row would', async () => {
    await importFile(rollOf(['001', '陈正', '第一组'], ['002', '李明', '第一组']));
    await client.must(nameScrutineer, { params, body: { delegateId: await delegate('001'), chief: false, alternate: true } }, clerk);
    const file = rollOf(['002', '李明', '第二组'], ['001', '王　工', '第一组']);
    const seen = await mustPreview(file);
    expect(placesOf(seen.problems)).toEqual([[3, 'B', 'name', false]]);
    expect(seen.problems[0]?.message.zh).toContain('001 号是监票人，“王工”却是一名工作人员的姓名');
    expect(await send(file, seen.plan)).toMatchObject({ ok: false, status: 422, error: { code: 'bad-roll-file', rows: [{ line: 3, field: 'name' }] } });
    expect(await delegates()).toEqual([['001', '陈正', '第一组'], ['002', '李明', '第一组']]);
    // Who is no scrutineer may share the name; the account that comes in between is seen, too.
    const other = rollOf(['002', '王工', '第一组'], ['001', '陈正正', '第一组']);
    const { plan } = await mustPreview(other);
    await client.must(addAccount, { params, body: { name: '陈正正', password: 'a long password', role: 'clerk' } }, clerk);
    expect(codeOf(await send(other, plan))).toBe('bad-roll-file');
    expect(await importFile(rollOf(['002', '王工', '第一组'], ['001', '陈正', '第一组']))).toMatchObject({ ok: true, value: { changed: 1 } });
  });

  it('is refused once the method is adopted', async () => {
    const file = rollOf(['001', '陈正', '第一组']);
    const { plan } = await mustPreview(file);
    await server.deps.db.adoption.create({ data: { congressId: params.congressId, subject: 'method', document: '{}', votesFor: 1, votesAgainst: 0, votesAbstain: 0, carried: true, hash: 'a'.repeat(64) } });
    expect(codeOf(await send(file, plan))).toBe('frozen-by-adoption');
  });

  it('of thousands is taken, and taken again with every name changed; of more than 10,000 it says so', async () => {
    const lines = (count: number, name: string) => Array.from({ length: count }, (_none, index) => [String(10_000 + index), `${name}${String(index)}`, `第${String(index % 40)}团`]);
    expect(await importFile(base64(aSheetOf([HEADER, ...lines(3_000, '甲')])))).toMatchObject({ ok: true, value: { added: 3_000 } });
    expect(await importFile(rollOf(...lines(3_000, '乙')))).toMatchObject({ ok: true, value: { changed: 3_000 } });
    expect((await mustPreview(rollOf(...lines(10_002, '丙')))).problems).toMatchObject([{ line: 10_002, warning: false }]);
  });

  it('of nothing but faults is told in a list that ends', async () => {
    const seen = await mustPreview(base64(`number,name,delegation\n${'x,,\n'.repeat(900_000)}`));
    expect(seen.problems.length).toBeLessThanOrEqual(1_001);
    expect(seen.problems.at(-1)?.message.en).toMatch(/\d+ more problems/);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), '不是表格'],
    ['an older workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), '另存为'],
    ['nothing', new Uint8Array(), '空的'],
    ['a workbook that unfolds to gigabytes', aSheetOf([['a']], {}, { parts: { 'xl/worksheets/sheet1.xml': ' '.repeat(70 * 1024 * 1024) } }), '展开后过大'],
  ])('such as %s is refused with the reason, as a roll and as projects', async (_what, file, says) => {
    const replies = [await preview(base64(file)), await client.call(contract.previewProjects, { params, body: { file: base64(file) } }, clerk)];
    expect(replies.map((reply) => [reply.status, codeOf(reply)])).toEqual([[422, 'bad-roll-file'], [422, 'bad-project-file']]);
    for (const reply of replies) expect(rowsOf(reply).map(({ field, message }) => [field, message.zh.includes(says)])).toEqual([['file', true]]);
  });

  it('of 50 MB is refused with a sentence, not with a broken connection; a stranger’s is not read', async () => {
    const refused = await upload(50 * 1024 * 1024, clerk);
    expect(refused).toMatchObject({ status: 413, body: { code: 'too-large' } });
    expect(await preview('A'.repeat(12 * 1024 * 1024))).toMatchObject({ ok: false, status: 413 });
    expect(await preview('not base64!')).toMatchObject({ ok: false, status: 400, error: { field: 'file' } });
  });
});

describe('candidate projects', () => {
  const COLUMNS = ['序号', '项目名称', '主题', '量化目标', '总投资（万元）', '责任单位', '完成时限', '说明'];
  const look = (rows: XlsxSheet['rows']) => client.must(contract.previewProjects, { params, body: { file: base64(aSheetOf(rows)) } }, clerk);
  const carryOut = async (rows: XlsxSheet['rows']) => {
    const { plan } = await look(rows);
    return client.call(contract.importProjects, { params, body: { file: base64(aSheetOf(rows)), plan } }, clerk);
  };
  const projects = async () => (await client.must(readCongress, { params })).projects;

  it('come with targets, unit, investment and deadline; what is empty stays empty', async () => {
    const rows: XlsxSheet['rows'] = [
      COLUMNS,
      ['2', '路网提升', '交通', '更新道路 不少于 3,000 米；新增自行车200辆\n新建配套道路：正好5条', '1,250.5', '城建办', '2026年12月底', '分两期'],
      ['1', '120急救分中心', '', '—', '', '/', '', ''],
    ];
    const seen = await look(rows);
    expect(seen.problems).toEqual([]);
    expect(await carryOut(rows)).toMatchObject({ ok: true, value: { projects: 2 } });
    expect(await projects()).toMatchObject([
      { number: 1, title: '120急救分中心', theme: null, targets: [], investment: null, responsibleUnit: null, deadline: null, note: null },
      {
        number: 2, theme: '交通', investment: 12_505_000, responsibleUnit: '城建办', deadline: '2026年12月底', note: '分两期',
        targets: [{ what: '更新道路', atLeast: 3000, unit: '米' }, { what: '新增自行车', exactly: 200, unit: '辆' }, { what: '新建配套道路', exactly: 5, unit: '条' }],
      },
    ]);
  });

  it('keep the rows’ order where they have no number', async () => {
    await carryOut([['Project'], ['First'], ['Second']]);
    expect((await projects()).map(({ number, title }) => [number, title])).toEqual([[1, 'First'], [2, 'Second']]);
  });

  it('with problems are refused whole, each named with row and column', async () => {
    await client.must(addProject, { params, body: projectInput(1) }, clerk);
    const rows: XlsxSheet['rows'] = [
      COLUMNS,
      ['1', '', '', '改善环境', '', '', '', ''],
      ['1', 'B', '', '', '1.23456', '', '', ''],
      ['1', 'C', '', '', '', '', '', ''],
      ['100', 'D', '长'.repeat(41), '建成120急救宁围分中心', '', '', '', ''],
      ['4', 'E', '', '', { xml: '<c r="REF"><f>1+1</f><v>2</v></c>' }, '', '', ''],
    ];
    expect(placesOf((await look(rows)).problems)).toEqual([
      [2, 'B', 'title', false], [2, 'D', 'targets', false], [3, 'A', 'number', false], [3, 'E', 'investment', false], [4, 'A', 'number', false],
      [5, 'A', 'number', false], [5, 'C', 'theme', false], [5, 'D', 'targets', false], [6, 'E', 'investment', false],
    ]);
    expect(await carryOut(rows)).toMatchObject({ ok: false, status: 422, error: { code: 'bad-project-file', figures: { rows: 5 } } });
    expect((await projects()).map(({ title }) => title)).toEqual(['项目1']);
  });

  it('imported again keep what is the same, change, add and remove; a project changed since the preview stops it', async () => {
    await carryOut([['序号', '项目名称'], ['1', 'A'], ['2', 'B'], ['3', 'C']]);
    const before = await projects();
    const rows = [['序号', '项目名称'], ['1', 'A'], ['2', 'B2'], ['4', 'D']];
    const seen = await look(rows);
    expect(seen.projects.map(({ change }) => change)).toEqual(['same', 'changed', 'added']);
    expect(seen.removed).toEqual([{ number: 3, title: 'C' }]);
    await client.must(addProject, { params, body: projectInput(9) }, clerk);
    expect(codeOf(await client.call(contract.importProjects, { params, body: { file: base64(aSheetOf(rows)), plan: seen.plan } }, clerk))).toBe('import-outdated');
    expect(await carryOut(rows)).toMatchObject({ ok: true });
    const after = await projects();
    expect(after.map(({ number, title }) => [number, title])).toEqual([[1, 'A'], [2, 'B2'], [4, 'D']]);
    expect(after[0]?.id).toBe(before[0]?.id);
  });
});

describe('a template', () => {
  it.each([
    ['roll.xlsx', 'zh'],
    ['roll.xlsx', 'en'],
    ['projects.xlsx', 'zh'],
    ['projects.xlsx', 'en'],
  ] as const)('%s in %s is a workbook whose header the import reads; only the rows are missing', async (template, language) => {
    const file = await client.must(contract.sheetTemplate, { params: { template }, query: { language } });
    const read = readSheet(file, { rows: 20, bytes: 1_000_000 });
    expect(read).toMatchObject({ ok: true, sheet: { format: 'xlsx', hiddenSheets: [], otherSheets: [] } });
    const endpoint = template === 'roll.xlsx' ? contract.previewRoll : contract.previewProjects;
    const seen = await client.must(endpoint, { params, body: { file: base64(file) } }, clerk);
    expect(seen.source.ignored).toEqual([]);
    expect(Object.keys(seen.source.columns)).toHaveLength(template === 'roll.xlsx' ? 3 : 8);
    expect(seen.problems.map((one) => [one.line, one.message.en.includes('Nothing follows')])).toEqual([[2, true]]);
  });
});

/** A body of so many bytes, sent to its end as a browser sends it before it listens. */
function upload(bytes: number, token: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const url = `${server.url}/api/congresses/${params.congressId}/delegates/import/preview`;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': bytes, authorization: `Bearer ${token}` } });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: errorBody.parse(JSON.parse(Buffer.concat(parts).toString())) }));
    });
    sent.end(Buffer.alloc(bytes, 0x41));
  });
}
