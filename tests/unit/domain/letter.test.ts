import { describe, expect, it } from 'vitest';
import { type LetterMarks, letterStanding, lettersUnaccounted } from '#shared/domain/letter.ts';

const NO_MARK: LetterMarks = { revokedAt: null, handedOutAt: null, keptAt: null };

describe('a letter', () => {
  it.each<[Partial<LetterMarks>, ReturnType<typeof letterStanding>]>([
    [{}, 'made'],
    [{ handedOutAt: 5 }, 'handed-out'],
    [{ keptAt: 5 }, 'kept'],
    [{ keptAt: 5, handedOutAt: 6 }, 'handed-out'],
    [{ handedOutAt: 5, keptAt: 6 }, 'kept'],
    [{ handedOutAt: 5, keptAt: 6, revokedAt: 4 }, 'revoked'],
  ])('with %o is %s', (marks, standing) => {
    expect(letterStanding({ ...NO_MARK, ...marks })).toBe(standing);
  });
});

it('made = handed out + kept sealed + revoked, or some are missing', () => {
  expect(lettersUnaccounted({ made: 60, handedOut: 55, kept: 3, revoked: 2 })).toBe(0);
  expect(lettersUnaccounted({ made: 60, handedOut: 54, kept: 3, revoked: 2 })).toBe(1);
});
