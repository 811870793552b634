import { Button } from 'antd';
import { useState } from 'react';
import { changeCongress, profile } from '#shared/contract/congress.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole, usePreparing } from '../console-context.ts';
import { ChoiceField, NumberField, TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** Title, place, year and kind of the meeting. */
export function FactsForm() {
  const texts = useTexts(prepareTexts).facts;
  const { congressId, day } = useConsole();
  const disabled = !usePreparing();
  const { act, busy, refusal } = useAct(changeCongress);
  const { title, place, year, profile: kind } = day.congress;
  const [facts, setFacts] = useState({ title, place, year, profile: kind });
  const [saved, setSaved] = useState(false);
  const change = (part: Partial<typeof facts>) => {
    setSaved(false);
    setFacts({ ...facts, ...part });
  };
  const save = async () => {
    const result = await act({ params: { congressId }, body: facts });
    setSaved(result?.ok === true);
  };
  return (
    <form
      aria-label={texts.title}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{texts.title}</h2>
      <div className="form-grid">
        <TextField label={texts.name} value={facts.title} disabled={disabled} max={80} onChange={(value) => change({ title: value })} />
        <TextField label={texts.place} value={facts.place} disabled={disabled} max={40} onChange={(value) => change({ place: value })} />
        <NumberField label={texts.year} value={facts.year} disabled={disabled} min={2000} max={2100} onChange={(value) => change({ year: value ?? year })} />
        <ChoiceField label={texts.profile} value={facts.profile} disabled={disabled} choices={profile.options} names={texts.profiles} onChange={(value) => change({ profile: value })} />
      </div>
      {disabled ? null : <Button htmlType="submit" loading={busy}>{texts.save}</Button>}
      {saved ? <span role="status"> {texts.saved}</span> : null}
      <RefusalNotice refusal={refusal} />
    </form>
  );
}
