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
  const discarded = useRef(false);

  const take = (value: string) => {
    // The rest of a scan still arrives after its beginning was thrown away; it goes the same way until Enter.
    if (discarded.current && value !== '') { setText(''); return; }
    if (!beginsAsSecret(value)) { setText(value); return; }
    discarded.current = true;
    setText('');
    forgetRefusal();
    setSaid({ kind: 'warning', text: texts.secret });
  };
  const enter = async () => {
    if (discarded.current) {
      discarded.current = false;
      setText(''); return;
    }
    const input = readDeskInput(text);
    setText('');
    forgetRefusal();
    if (input.kind !== 'number') {
      setSaid({ kind: 'warning', text: input.kind === 'secret' ? texts.secret : texts.notNumber }); return;
    }
    setSaid(null);
    const known = day.delegates.find((one) => one.number === input.number);
    if (known?.attendance === 'present') { setSaid({ kind: 'done', text: texts.already(known.number, known.name) }); return; }
    const result = await act({ params: { congressId }, body: { number: input.number } });
    if (result?.ok === true) {
      const { number, name, delegation } = result.value;
      setSaid({ kind: 'done', text: texts.inHall(number, name, delegation) });
    }
    field.current?.focus();
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
        <Input ref={field} autoFocus autoComplete="off" size="large" value={text} onChange={(event) => take(event.target.value)} onFocus={() => (discarded.current = false)} />
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
