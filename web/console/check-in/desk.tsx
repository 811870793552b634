import { Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { checkIn } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { DeskCamera } from './desk-camera.tsx';
import { useDeskFocus } from './desk-focus.ts';
import { beginsAsSecret, readDeskInput } from './desk-input.ts';
import { UndoLine, useLastMark } from './last-mark.tsx';
import { type Burst, NO_BURST, scannedIn, withKey } from './scan-burst.ts';

/** One field for scanner and keyboard. It keeps the focus, so that the next letter can be scanned at once. */
export function Desk() {
  const texts = useTexts(deskTexts).checkIn;
  const { congressId, day } = useConsole();
  const [text, setText] = useState('');
  const [warning, setWarning] = useState('');
  const last = useLastMark();
  const field = useRef<InputRef>(null);
  const [sent, setSent] = useState('');
  const { act, refusal, forgetRefusal } = useAct(checkIn, (now) => now.delegates.some((one) => one.number === sent && one.attendance === 'present'));
  /** A scanner is quicker than the network: what is entered while a check-in is under way is done after it. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** A secret was thrown away; the rest of its scan still arrives and goes the same way, until Enter. */
  const discarding = useRef(false);
  const burst = useRef<Burst>(NO_BURST);
  useDeskFocus(useCallback(() => field.current, []));

  const warn = (words: string) => {
    forgetRefusal();
    last.set(null);
    setWarning(words);
  };
  const say = (words: string, numbers: readonly string[]) => {
    forgetRefusal();
    setWarning('');
    last.set({ said: words, undo: 'check-in', numbers });
  };
  const take = (value: string) => {
    const secret = beginsAsSecret(value);
    if (secret) warn(texts.secret);
    discarding.current ||= secret;
    setText(discarding.current ? '' : value);
  };
  const receive = (value: string) => {
    const input = readDeskInput(value);
    if (input.kind === 'number') {
      const { number } = input;
      queue.current = queue.current.then(() => checkInNumber(number));
    } else if (input.kind === 'address') {
      warn(texts.camera.address);
    } else {
      warn(input.kind === 'secret' ? texts.secret : texts.notNumber);
    }
  };
  const enter = () => {
    setText('');
    if (discarding.current) discarding.current = false;
    else receive(text);
    field.current?.focus();
  };
  /** An input method would keep a scan's letters and its Enter to itself: then the keys count, not what it wrote. */
  const key = (event: KeyboardEvent) => {
    const { code, isComposing } = event.nativeEvent;
    if (code !== 'Enter' && code !== 'NumpadEnter') {
      burst.current = withKey(burst.current, code, event.timeStamp);
      return;
    }
    const scanned = scannedIn(burst.current, event.timeStamp);
    burst.current = NO_BURST;
    if (!isComposing || scanned === null) return;
    event.preventDefault();
    field.current?.blur();
    setText('');
    receive(scanned);
    field.current?.focus();
  };
  const checkInNumber = async (wanted: string) => {
    const known = day.delegates.find((one) => one.number === wanted);
    if (known?.attendance === 'present') {
      say(texts.already(known.number, known.name), []);
      return;
    }
    warn('');
    setSent(wanted);
    const result = await act({ params: { congressId }, body: { number: wanted } });
    // Without an answer the number stands in the field again, unless the next one is being typed.
    if (result?.ok === false && result.error.code === 'unreachable') setText((typed) => (typed === '' ? wanted : typed));
    if (result?.ok !== true) return;
    const { number, name, delegation } = result.value;
    say(texts.inHall(number, name, delegation), [number]);
  };
  return (
    <form
      className="desk"
      aria-label={texts.title}
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <label className="field">
        <span>{texts.desk}</span>
        <Input
          ref={field} autoFocus autoComplete="off" size="large" value={text}
          onChange={(event) => take(event.target.value)} onKeyDown={key} onFocus={() => (discarding.current = false)}
        />
      </label>
      <Button type="primary" htmlType="submit" size="large">
        {texts.act}
      </Button>
      <div className="desk-said" aria-live="assertive">
        {warning === '' ? null : <p className="notice">{warning}</p>}
        <UndoLine last={last} />
        <RefusalNotice refusal={refusal} />
      </div>
      <DeskCamera onText={receive} />
    </form>
  );
}
