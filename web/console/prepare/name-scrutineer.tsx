import { Button, Select } from 'antd';
import { useState } from 'react';
import { nameScrutineer } from '#shared/contract/scrutineer.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { ChoiceField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import type { Invitation } from './invitation-slip.tsx';

const OFFICES = ['chief', 'other', 'alternate'] as const;

type Props = {
  /** While an invitation waits to be handed over, that is the one act at hand. */
  readonly quiet: boolean;
  readonly onNamed: (invitation: Invitation) => void;
};

/** Names a delegate of the roll; the first is proposed as chief, those beyond the box's keys as alternates. */
export function NameScrutineer({ quiet, onNamed }: Props) {
  const texts = useTexts(prepareTexts).scrutineers;
  const { congressId, day } = useConsole();
  const [delegateId, setDelegateId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<(typeof OFFICES)[number] | null>(null);
  const { act, busy, refusal } = useAct(nameScrutineer);
  const office = chosen ?? proposedOffice(day.scrutineers, day.congress.method.box.n);
  const named = new Set(day.scrutineers.map((one) => one.delegateId));
  const options = day.delegates
    .filter((delegate) => !named.has(delegate.id))
    .map((delegate) => ({ value: delegate.id, label: `${delegate.number} ${delegate.name}（${delegate.delegation}）` }));
  const name = async () => {
    if (delegateId === null) return;
    const body = { delegateId, chief: office === 'chief', alternate: office === 'alternate' };
    const result = await act({ params: { congressId }, body });
    if (result?.ok !== true) return;
    setDelegateId(null);
    setChosen(null);
    onNamed({ name: result.value.scrutineer.name, invitation: result.value.invitation });
  };
  return (
    <section aria-label={texts.name}>
      <h2>{texts.name}</h2>
      <div className="form-grid">
        <label className="field">
          <span>{texts.pick}</span>
          <Select
            aria-label={texts.pick}
            placeholder={texts.pickHint}
            showSearch={{ optionFilterProp: 'label' }}
            value={delegateId}
            options={options}
            onChange={(id: string) => setDelegateId(id)}
          />
        </label>
        <ChoiceField label={texts.as} value={office} choices={OFFICES} names={texts} onChange={setChosen} />
        <Button type={quiet ? 'default' : 'primary'} loading={busy} disabled={delegateId === null} onClick={() => void name()}>
          {texts.name}
        </Button>
      </div>
      <RefusalNotice refusal={refusal} />
    </section>
  );
}

function proposedOffice(named: readonly { chief: boolean; alternate: boolean }[], keys: number): (typeof OFFICES)[number] {
  if (!named.some((one) => one.chief)) return 'chief';
  return named.filter((one) => !one.alternate).length < keys ? 'other' : 'alternate';
}
