import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, printedCode, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { afterEdit, charactersOf, EMPTY_FIELD, groupsOf, type LetterField, rangeOfGroup } from '#web/booth/letter-field.ts';

/** An edit written as it looks: `|` is the caret. */
function edit(before: string, edited: string, inputType = 'insertText'): string {
  const { text, caret } = afterEdit(before.replace('|', ''), { text: edited.replace('|', ''), caret: edited.indexOf('|') }, inputType);
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

/** Types signs one by one at the end. */
function typed(signs: string): LetterField {
  return Array.from(signs).reduce<LetterField>((at, sign) => {
    const text = at.text.slice(0, at.caret) + sign + at.text.slice(at.caret);
    return afterEdit(at.text, { text, caret: at.caret + 1 }, 'insertText');
  }, EMPTY_FIELD);
}

describe('the field of the letter code', () => {
  it('groups by four while one types, the caret at the end', () => {
    expect(typed('7k2m').text).toBe('7K2M');
    expect(typed('7k2m-qx').text).toBe('7K2M QX');
    expect(typed('rv1:7k2m qxoi').text).toBe('7K2M QX01');
    expect(typed('RV1：７Ｋ２Ｍ').text).toBe('7K2M');
    const at = typed('7k2mq');
    expect(at.caret).toBe(at.text.length);
  });

  it.each([
    ['a character put in', 'AB|CD EFGH', 'ABX|CD EFGH', 'insertText', 'ABX|C DEFG H'],
    ['a character taken out', 'ABCD EF|GH', 'ABCD E|GH', 'deleteContentBackward', 'ABCD E|GH'],
    ['backspace at the head of a group', 'ABCD |EFGH', 'ABCD|EFGH', 'deleteContentBackward', 'ABC|E FGH'],
    ['delete at the end of a group', 'ABCD| EFGH', 'ABCD|EFGH', 'deleteContentForward', 'ABCD| FGH'],
    ['backspace behind the first of a group', 'ABCD E|', 'ABCD |', 'deleteContentBackward', 'ABCD|'],
    ['a group typed over', 'ABCD EFGH 1234', 'ABCD Z| 1234', 'insertText', 'ABCD Z|123 4'],
    ['all of it cut', 'ABCD EF', '|', 'deleteByCut', '|'],
  ])('keeps the caret with its character: %s', (_, before, edited, inputType, expected) => {
    expect(edit(before, edited, inputType)).toBe(expected);
  });

  it('takes a paste of any form', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (secret) => {
        const code = codeOf(secret, 'real');
        const forms = [code, code.toLowerCase(), printedCode(secret, 'real'), scannedCode(secret, 'real'), `${scannedCode(secret, 'real')}\n`,
          `凭证码：rv1: ${printedCode(secret, 'real')}`, code.replaceAll('0', 'o').replaceAll('1', 'l'), code.split('').join(' ')];
        for (const text of forms) expect(charactersOf(text)).toBe(code);
      }),
    );
  });

  it('never loses or adds a character, whatever is edited', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 40 }), (text, at) => {
        const caret = Math.min(at, text.length);
        const after = afterEdit('', { text, caret }, 'insertFromPaste');
        expect(charactersOf(after.text)).toBe(charactersOf(text));
        expect(after.caret).toBeLessThanOrEqual(after.text.length);
        for (const group of groupsOf(charactersOf(text)).slice(0, -1)) expect(group).toHaveLength(4);
      }),
    );
  });

  it('knows where a group stands', () => {
    const { start, end } = rangeOfGroup(3);
    expect('ABCD EFGH 1234 5678'.slice(start, end)).toBe('1234');
  });
});
