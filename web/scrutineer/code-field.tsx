import { useLayoutEffect, useRef, useState } from 'react';
import { CODE_LENGTH } from '#shared/ballot-paper/secret-code.ts';
import { afterEdit, charactersOf, EMPTY_FIELD } from '../booth/letter-field.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';

type Props = {
  readonly onChange: (characters: string) => void;
  /** The id of what is wrong with the code, where something is. */
  readonly describedBy: string | null;
};

/** The code of the sheet, in groups of four while it is typed, with how much of it is there. */
export function CodeField({ onChange, describedBy }: Props) {
  const texts = useTexts({ zh, en }).signIn;
  const input = useRef<HTMLInputElement>(null);
  const [field, setField] = useState(EMPTY_FIELD);
  const count = charactersOf(field.text).length;
  useLayoutEffect(() => {
    if (document.activeElement === input.current) input.current?.setSelectionRange(field.caret, field.caret);
  }, [field]);
  const edit = (text: string, caret: number | null, inputType: string) => {
    const next = afterEdit(field.text, { text, caret: caret ?? text.length }, inputType);
    setField(next);
    onChange(charactersOf(next.text));
  };
  return (
    <label className="field">
      <span>{texts.code}</span>
      <input
        ref={input}
        className="code-input"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="characters"
        value={field.text}
        aria-describedby={describedBy ?? undefined}
        onChange={({ target, nativeEvent }) => edit(target.value, target.selectionStart, 'inputType' in nativeEvent ? String(nativeEvent.inputType) : '')}
      />
      {count === 0 ? null : <span className="code-count quiet">{texts.typed(count, CODE_LENGTH)}</span>}
    </label>
  );
}
