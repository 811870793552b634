import { type ChangeEvent, type KeyboardEvent, type SubmitEvent, useLayoutEffect, useRef, useState } from 'react';
import { CODE_LENGTH, type CodeKind, readCode } from '#shared/ballot-paper/secret-code.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/door.en.ts';
import { zh } from '../text/door.zh.ts';
import { afterEdit, charactersOf, EMPTY_FIELD, rangeOfGroup } from './letter-field.ts';
import { LetterCheck } from './letter-check.tsx';

/** The code as it is typed, pasted or scanned with a keyboard scanner; checked on this device before anything is asked of a server. */
export function LetterForm({ kinds, onCode }: { readonly kinds: readonly CodeKind[]; readonly onCode: (typed: string) => void }) {
  const texts = useTexts({ zh, en });
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(EMPTY_FIELD);
  const [asked, setAsked] = useState(false);
  const characters = charactersOf(typed.text);
  const good = readCode(characters).ok;
  useLayoutEffect(() => {
    if (document.activeElement === field.current) field.current?.setSelectionRange(typed.caret, typed.caret);
  }, [typed]);

  const edit = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) => {
    const edited = { text: target.value, caret: target.selectionStart };
    const { inputType, isComposing } = nativeEvent instanceof InputEvent ? nativeEvent : { inputType: '', isComposing: false };
    // An input method finishes its word first.
    setTyped(isComposing ? edited : afterEdit(typed.text, edited, inputType));
    setAsked(false);
  };
  const composed = () => setTyped((now) => afterEdit(now.text, now, ''));
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    if (good && window.isSecureContext) onCode(characters);
    else setAsked(true);
    if (!good) field.current?.focus();
  };
  const goOnWithEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const markGroup = (group: number) => {
    const { start, end } = rangeOfGroup(group);
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  return (
    <form onSubmit={enter} className="letter-form" noValidate>
      <label className="field letter-field">
        <span>{texts.letterLabel}</span>
        <textarea
          ref={field} value={typed.text} rows={2} lang="en" autoComplete="off" autoCapitalize="characters" autoCorrect="off" spellCheck={false}
          aria-describedby="letter-hint letter-check" onChange={edit} onCompositionEnd={composed} onKeyDown={goOnWithEnter}
        />
      </label>
      <div id="letter-check">
        <LetterCheck characters={characters} good={good} asked={asked} kinds={kinds} onGroup={markGroup} />
      </div>
      <button type="submit" className={good ? 'button button-wide button-cast' : 'button button-quiet button-wide'}>{texts.letterGo}</button>
      <p id="letter-hint" className="quiet">{texts.letterHint(CODE_LENGTH)}</p>
      <p className="quiet">{texts.letterSecret}</p>
    </form>
  );
}
