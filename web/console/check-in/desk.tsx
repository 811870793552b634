import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { checkIn } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { beginsAsSecret, readDeskInput } from './desk-input.ts';

type Said = { readonly kind: 'done' | 'warning'; readonly text: string };

/** One field for scanner and keyboard. It keeps the focus, so that the next letter can be scanned at once. */
export function Desk() {
  const texts = useTexts(deskTexts).checkIn;
  const { congressId, day } = useConsole();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const field = useRef<InputRef>(null);
  const { act, busy, refusal, forgetRefusal } = useAct(checkIn);
  /** A secret was thrown away; the rest of its scan still arrives and goes the same way, until Enter. */
  const discarding = useRef(false);

  const say = (kind: Said['kind'], words: string) => {
    forgetRefusal();
    setSaid({ kind, text: words });
  };
  const take = (value: string) => {
    const secret = beginsAsSecret(value);
    if (secret) say('warning', texts.secret);
    discarding.current ||= secret;
    setText(discarding.current ? '' : value);
  };
  const enter = async () => {
    const input = readDeskInput(text);
    setText('');
    if (discarding.current) {
      discarding.current = false;
    } else if (input.kind === 'number') {
      await checkInNumber(input.number);
    } else {
      say('warning', input.kind === 'secret' ? texts.secret : texts.notNumber);
    }
    field.current?.focus();
  };
  const checkInNumber = async (wanted: string) => {
    const known = day.delegates.find((one) => one.number === wanted);
    if (known?.attendance === 'present') {
      say('done', texts.already(known.number, known.name));
      return;
    }
    setSaid(null);
    const result = await act({ params: { congressId }, body: { number: wanted } });
    if (result?.ok !== true) return;
    const { number, name, delegation } = result.value;
    say('done', texts.inHall(number, name, delegation));
  };
  return (
    <form
      className="desk"
      aria-label={texts.title}
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <label className="field">
        <span>{texts.desk}</span>
        <Input ref={field} autoFocus autoComplete="off" size="large" value={text} onChange={(event) => take(event.target.value)} onFocus={() => (discarding.current = false)} />
      </label>
      <Button type="primary" htmlType="submit" size="large" loading={busy}>
        {texts.act}
      </Button>
      <div className="desk-said" aria-live="assertive">
        {said === null ? null : <p className={said.kind === 'warning' ? 'notice' : 'said-done'}>{said.text}</p>}
        <RefusalNotice refusal={refusal} />
      </div>
    </form>
  );
}
