import { describe, expect, it } from 'vitest';
import { STREET_METHOD } from '#shared/domain/method.ts';
import { BASE_TERMS, termsOf } from '#shared/domain/terms.ts';

describe('the words of a meeting', () => {
  it('a street says neither 人民代表大会 nor 主席团', () => {
    const words = [...Object.values(termsOf('street')), STREET_METHOD.keyWorkLabel].join(' ');
    expect(words).not.toMatch(/人民代表大会|人大|主席团|表决票|票决/);
    expect(termsOf('street')).toMatchObject({ ballotPaper: '票选票', method: '票选办法', chair: '会议主持人' });
  });

  it.each(['town', 'county'] as const)('a %s congress has its 主席团 and 表决票', (profile) => {
    expect(termsOf(profile)).toMatchObject({ ballotPaper: '表决票', method: '票决办法', chair: '主席团' });
  });

  it('a meeting of another kind claims no 主席团', () => {
    expect(Object.values(termsOf('custom')).join(' ')).not.toMatch(/人民代表大会|主席团/);
  });

  it('a rate names 应到, 实到 or 有效票', () => {
    expect(BASE_TERMS).toEqual({ roll: '应到', present: '实到', valid: '有效票' });
  });
});
