import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from '#shared/document/csv.ts';

describe('a table as CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1'])('never starts a formula with %j', (value) => {
    expect(csvCell(value)).toMatch(/^"'/);
  });

  it('keeps quotes, commas and lines inside their cell', () => {
    expect(csvCell('"信号升格", 试点\n二期')).toBe('"""信号升格"", 试点\n二期"');
  });

  it('leaves numbers numbers, and unknown figures empty', () => {
    expect(csvText([[12, null, '项目']])).toBe('\uFEFF12,"","项目"\r\n');
  });
});
