import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheet } from '#server/sheet/read-sheet.ts';
import type { Sheet } from '#server/sheet/sheet.ts';
import { aSheetOf, anXlsx } from '#tests/builders/xlsx.ts';

const HEADER = ['代表证号', '姓名', '代表团'];
const LIMITS = { rows: 100, bytes: 32 * 1024 * 1024 };

function sheetOf(file: Uint8Array, rows = LIMITS.rows): Sheet {
  const read = readSheet(file, { ...LIMITS, rows });
  if (!read.ok) throw new Error(`The file was not read: ${read.why}.`);
  return read.sheet;
}
const cellsOf = (file: Uint8Array) => sheetOf(file).rows.map(({ cells }) => cells);
const whyNot = (file: Uint8Array | string) => {
  const read = readSheet(typeof file === 'string' ? strToU8(file) : file, LIMITS);
  return read.ok ? 'read' : read.why;
};
/** 代表证号,姓名,代表团 / 001,陈正,第一组 in GB18030, as Chinese office programs save a CSV. */
const GB18030 = Buffer.from('b4fab1edd6a4bac52cd0d5c3fb2cb4fab1edcdc50d0a3030312cb3c2d5fd2cb5dad2bbd7e90d0a', 'hex');

describe('a text table', () => {
  const expected = [HEADER, ['001', '陈正', '第一组']];
  const text = '代表证号,姓名,代表团\r\n001, 陈正 ,第一组\r\n';

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030', GB18030],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
    ['lines of an old Macintosh', Buffer.from(text.replaceAll('\r\n', '\r'))],
    ['tabs below a title with a comma', Buffer.from(`宁围街道，名册,2026\n${text.replaceAll(',', '\t')}`).subarray(0)],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
  ])('in %s is read', (_how, file) => {
    expect(cellsOf(file).slice(-2)).toEqual(expected);
  });

  it('keeps the lines of the file as row numbers, past empty ones', () => {
    expect(sheetOf(strToU8('a,b\n\n,,\n1,2\n')).rows.map(({ line }) => line)).toEqual([1, 4]);
  });

  it('tells a cell that an office program would take for a formula', () => {
    const [row] = sheetOf(strToU8('a,=1+1,b\n')).rows;
    expect(row?.flaws).toEqual(new Map([[1, 'formula']]));
  });

  it('tells ="001", which keeps zeros, for the formula that it is, and stays strict with every other quote', () => {
    const rows = sheetOf(strToU8('number,name\n="001",陈正\n ="002" ,"李, =""x"", 明"\n')).rows;
    expect(rows.map(({ line, cells, flaws }) => [line, cells, [...flaws]])).toEqual([
      [1, ['number', 'name'], []],
      [2, ['="001"', '陈正'], [[0, 'formula']]],
      [3, ['="002"', '李, ="x", 明'], [[0, 'formula']]],
    ]);
    expect(sheetOf(strToU8('number\tname\r\n="001"\t陈正\r\n')).rows[1]?.flaws).toEqual(new Map([[0, 'formula']]));
    for (const bad of ['="001,陈正', '001,陈"正"', '001,"陈"正', '="001"x"y,陈正', '001,"open\n="002",李明']) expect([bad, whyNot(strToU8(`number,name\n${bad}\n`))]).toEqual([bad, 'quotes']);
  });

  it('reads one row more than it may, and no further', () => {
    expect(sheetOf(strToU8('x\n'.repeat(5_000)), 10).rows).toHaveLength(11);
  });
});

describe('a workbook', () => {
  it('is read from its first visible sheet, with what was left aside', () => {
    const sheet = sheetOf(anXlsx([
      { name: '草稿', state: 'hidden', rows: [['x']] },
      { name: '名册', rows: [HEADER, ['001', '陈正', '第一组'], [], ['002', '李&明<', '第二组']] },
      { name: '附表', rows: [['y']] },
    ]));
    expect(sheet).toMatchObject({ format: 'xlsx', name: '名册', hiddenSheets: ['草稿'], otherSheets: ['附表'], wider: false });
    expect(sheet.rows.map(({ line, cells }) => [line, ...cells])).toEqual([[1, ...HEADER], [2, '001', '陈正', '第一组'], [4, '002', '李&明<', '第二组']]);
  });

  it('gives shared texts without phonetic hints, and texts of several runs whole', () => {
    const strings = '<sst><si><t>陈</t><rPh><t>chen</t></rPh></si><si><r><t>李</t></r><r><t>明</t></r></si></sst>';
    const file = aSheetOf([[{ xml: '<c r="REF" t="s"><v>0</v></c>' }, { xml: '<c r="REF" t="s"><v>1</v></c>' }]], {}, { parts: { 'xl/sharedStrings.xml': strings } });
    expect(cellsOf(file)).toEqual([['陈', '李明']]);
  });

  it('gives numbers as they are shown: zeros in front, dates, no binary dust', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const styled = (style: number, value: string) => ({ xml: `<c r="REF" s="${style}"><v>${value}</v></c>` });
    const cells = [styled(1, '7'), styled(2, '46387'), styled(3, '46387'), styled(0, '1.5E6'), styled(0, '1234.5600000000001')];
    expect(cellsOf(aSheetOf([cells], {}, { styles }))).toEqual([['007', '2026年12月31日', '2026年12月', '1500000', '1234.56']]);
    const from1904 = { styles, workbookProperties: '<workbookPr date1904="1"/>' };
    expect(cellsOf(aSheetOf([[styled(2, '44925')]], {}, from1904))).toEqual([['2026年12月31日']]);
  });

  it('evaluates no formula, and tells formulas, errors, merged cells and hidden rows', () => {
    const rows = [
      [{ xml: '<c r="REF"><f>SUM(1,2)</f><v>3</v></c>' }, { xml: '<c r="REF" t="e"><v>#N/A</v></c>' }, 'x'],
      ['y', 'z', null],
    ];
    const sheet = sheetOf(aSheetOf(rows, { merges: ['C1:C2'], hiddenRows: [2] }));
    expect(sheet.rows.map(({ hidden, flaws }) => [hidden, [...flaws].toSorted()])).toEqual([
      [false, [[0, 'formula'], [1, 'error'], [2, 'merged']]],
      [true, [[2, 'merged']]],
    ]);
  });

  it('does not count rows that hold formats and nothing else', () => {
    const empty = Array.from({ length: 5_000 }, () => [{ xml: '<c r="REF" s="1"/>' }]);
    expect(sheetOf(aSheetOf([['a'], ...empty, ['b']]), 10).rows).toHaveLength(2);
  });
});

describe('a file that is no table', () => {
  const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  it.each([
    ['empty', new Uint8Array()],
    ['empty', strToU8(' \r\n\t\r\n')],
    ['old-excel', Buffer.concat([ole, new Uint8Array(512)])],
    ['locked', Buffer.concat([ole, new Uint8Array(512), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['not-a-sheet', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
    ['not-a-sheet', strToU8('%PDF-1.7\nall text')],
    ['not-a-sheet', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['web-page', strToU8('<html><table><tr><td>001</td></tr></table></html>')],
    ['unknown-characters', Uint8Array.of(0x61, 0xff, 0xff, 0x62)],
    ['quotes', strToU8('number,name\n1,"open\n2,b')],
    ['no-visible-sheet', anXlsx([{ name: 'x', state: 'veryHidden', rows: [['a']] }])],
    ['damaged', zipSync({ 'xl/workbook.xml': strToU8('x') })],
    ['damaged', strToU8('PK\u0003\u0004 no directory follows')],
  ])('is told by what it holds: %s', (why, file) => {
    expect(whyNot(file)).toBe(why);
  });

  it('is a workbook cut off anywhere, or with a part that was changed', () => {
    const file = aSheetOf([HEADER, ['001', '陈正', '第一组']]);
    for (let length = 4; length < file.length; length += 7) expect(whyNot(file.slice(0, length)), String(length)).toBe('damaged');
    // One bit of the packed sheet: its checksum no longer fits, whatever it unfolds to.
    const at = Buffer.from(file).indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 40;
    expect(whyNot(file.map((byte, index) => (index === at ? byte ^ 4 : byte)))).toBe('damaged');
  });
});

describe('a hostile workbook', () => {
  it('defines no entities: neither its own nor from another file', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook><sheets><sheet name="&b;"/></sheets></workbook>';
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook><sheets><sheet name="&a;"/></sheets></workbook>';
    for (const text of [bomb, outside]) expect(whyNot(aSheetOf([['a']], {}, { parts: { 'xl/workbook.xml': text } }))).toBe('damaged');
  });

  it('that unfolds to gigabytes is not unfolded, whatever it says of its size', () => {
    const parts = { 'xl/worksheets/sheet1.xml': '<a>'.padEnd(70 * 1024 * 1024, ' ') };
    const honest = aSheetOf([['a']], {}, { parts });
    expect(honest.length).toBeLessThan(100_000);
    expect(whyNot(honest)).toBe('too-large-inside');
    const lying = Buffer.from(honest);
    for (let at = lying.indexOf('PK\u0001\u0002'); at !== -1; at = lying.indexOf('PK\u0001\u0002', at + 1)) if (lying.readUInt32LE(at + 24) > 1_000_000) lying.writeUInt32LE(5, at + 24);
    const before = Date.now();
    expect(whyNot(lying)).toBe('too-large-inside');
    expect(Date.now() - before).toBeLessThan(5_000);
  });

  it('with an encrypted part is locked, and one with two parts of one name damaged', () => {
    const file = Buffer.from(aSheetOf([['a']]));
    const flagged = Buffer.from(file);
    for (let at = flagged.indexOf('PK\u0001\u0002'); at !== -1; at = flagged.indexOf('PK\u0001\u0002', at + 1)) flagged.writeUInt16LE(1, at + 8);
    expect(whyNot(flagged)).toBe('locked');
    const twin = Buffer.from(anXlsx([{ rows: [['a']] }, { rows: [['b']] }]).map((byte) => byte));
    for (let at = twin.indexOf('sheet2.xml'); at !== -1; at = twin.indexOf('sheet2.xml', at + 1)) if (twin[at - 1] === 0x2f) twin.write('sheet1.xml', at);
    expect(whyNot(twin)).toBe('damaged');
  });

  it('of thousands of columns is read as far as an office’s table goes', () => {
    const far = Array.from({ length: 200 }, (_row, index) => [{ xml: `<c r="A${index + 1}" t="inlineStr"><is><t>x</t></is></c><c r="XFD${index + 1}"><v>1</v></c>` }]);
    const sheet = sheetOf(aSheetOf(far, { merges: ['A1:XFD1048576'] }));
    expect(sheet.wider).toBe(true);
    expect(Math.max(...sheet.rows.map(({ cells }) => cells.length))).toBe(1);
    expect(sheetOf(strToU8(`${'x,'.repeat(100_000)}x\n`)).rows[0]?.cells).toHaveLength(100);
  });

  it('with ranges merged over each other by the thousand costs no time', () => {
    const merges = Array.from({ length: 9_000 }, () => 'A1:CU1048576');
    expect(whyNot(aSheetOf(Array.from({ length: 90 }, () => ['x']), { merges }))).toBe('damaged');
  });

  it.each([
    ['rows that no program has', '<row r="9999999999"><c r="A1"><v>1</v></c></row>'],
    ['a row that is no number', '<row r="x"><c r="A1"><v>1</v></c></row>'],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'],
    ['elements that do not close', '<row r="1"><c r="A1">'],
  ])('with %s is damaged', (_what, data) => {
    expect(whyNot(aSheetOf([['a']], {}, { parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>` } }))).toBe('damaged');
  });
});

describe('whatever bytes come', () => {
  const OPENINGS = [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [...deflateSync('x')]];

  it('they are a table or a reason, never a fault', () => {
    fc.assert(fc.property(fc.constantFrom(...OPENINGS), fc.uint8Array({ maxLength: 400 }), (opening, rest) => {
      const read = readSheet(Uint8Array.from([...opening, ...rest]), LIMITS);
      expect(read.ok || read.why.length > 0).toBe(true);
    }), { numRuns: 500 });
  });

  it('a workbook with any byte changed is a table or a reason, never a fault', () => {
    const file = aSheetOf([HEADER, ['001', '陈正', '第一组']]);
    fc.assert(fc.property(fc.nat(file.length - 1), fc.nat(255), (at, byte) => {
      const read = readSheet(file.map((one, index) => (index === at ? byte : one)), LIMITS);
      expect(read.ok || read.why.length > 0).toBe(true);
    }), { numRuns: 500 });
  });

  it('texts of cells come back as they were typed', () => {
    const cell = fc.string({ unit: fc.constantFrom('陈', 'a', '0', '"', ',', '&', '<', '\u3000', "'"), minLength: 1, maxLength: 8 }).map((text) => text.trim()).filter((text) => text !== '');
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(cellsOf(aSheetOf(rows))).toEqual(rows);
      const csv = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      const read = readSheet(strToU8(csv), LIMITS);
      if (read.ok) expect(read.sheet.rows.map(({ cells }) => cells)).toEqual(rows);
      else expect(rows[0]?.[0]).toMatch(/^</);
    }), { numRuns: 100 });
  });
});
