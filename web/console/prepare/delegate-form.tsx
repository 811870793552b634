import { Button } from 'antd';
import { useState } from 'react';
import { type Delegate, addDelegate, changeDelegate } from '#shared/contract/roll.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** One line of the roll. A new one leaves the form empty for the next; the delegation stays. */
export function DelegateForm({ delegate, onDone }: { readonly delegate: Delegate | null; readonly onDone: (() => void) | null }) {
  const texts = useTexts(prepareTexts).roll;
  const { congressId } = useConsole();
  const adding = useAct(addDelegate);
  const changing = useAct(changeDelegate);
  const [number, setNumber] = useState(delegate?.number ?? '');
  const [name, setName] = useState(delegate?.name ?? '');
  const [delegation, setDelegation] = useState(delegate?.delegation ?? '');
  const [note, setNote] = useState('');
  const save = async () => {
    const body = { number, name, delegation };
    const result =
      delegate === null
        ? await adding.act({ params: { congressId }, body })
        : await changing.act({ params: { congressId, delegateId: delegate.id }, body });
    if (result?.ok !== true) return;
    onDone?.();
    setNote(texts.added(name));
    setNumber('');
    setName('');
  };
  return (
    <form
      className="form-grid"
      aria-label={delegate === null ? texts.addOne : texts.edit(delegate.name)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={texts.number} value={number} max={8} onChange={setNumber} />
      <TextField label={texts.name} value={name} max={40} onChange={setName} />
      <TextField label={texts.delegation} value={delegation} max={40} onChange={setDelegation} />
      <div className="row">
        {onDone === null ? null : <Button onClick={onDone}>{texts.cancel}</Button>}
        <Button type="primary" htmlType="submit" loading={adding.busy || changing.busy} disabled={[number, name, delegation].some((part) => part.trim() === '')}>
          {delegate === null ? texts.add : texts.save}
        </Button>
      </div>
      <p role="status">{note}</p>
      <RefusalNotice refusal={adding.refusal ?? changing.refusal} />
    </form>
  );
}
