import { describe, expect, it } from 'vitest';
import { Attempts } from '#server/features/authentication/attempts.ts';

const wrong = () => Promise.resolve(false);
const right = () => Promise.resolve(true);

describe('attempts at a password', () => {
  it('of one name take turns, and too many at once are turned away', async () => {
    const attempts = new Attempts();
    const answers: ((isRight: boolean) => void)[] = [];
    const asked = () => new Promise<boolean>((answer) => answers.push(answer));
    const waiting = Array.from({ length: 5 }, () => attempts.try('clerk', asked));
    expect(await attempts.try('clerk', asked)).toBe('too-many');
    expect(answers).toHaveLength(1);
    expect(await attempts.try('office', right)).toBe('right');
    attempts.close();
    while (answers.length < 5) {
      answers.at(-1)?.(false);
      await new Promise(setImmediate);
    }
    answers.at(-1)?.(true);
    expect(await Promise.all(waiting)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'right']);
  });

  it('wait longer after each failure, until the right one', async () => {
    const attempts = new Attempts();
    const timed = async (isRight: () => Promise<boolean>) => {
      const started = performance.now();
      await attempts.try('clerk', isRight);
      return performance.now() - started;
    };
    const waits = [await timed(wrong), await timed(wrong), await timed(right), await timed(right)];
    expect(waits[0]).toBeLessThan(200);
    expect(waits[1]).toBeGreaterThan(240);
    expect(waits[2]).toBeGreaterThan(490);
    expect(waits[3]).toBeLessThan(200);
  });

  it('fail with the check, and the next one still has its turn', async () => {
    const attempts = new Attempts();
    const broken = attempts.try('clerk', () => Promise.reject(new Error('away')));
    const next = attempts.try('clerk', right);
    await expect(broken).rejects.toThrow('away');
    expect(await next).toBe('right');
  });
});
