import { Button } from 'antd';
import { useState } from 'react';
import { type RoundDetail, enterObjection } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** Objections after the board was shown, for the record. */
export function Objections({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).outcome;
  const [by, setBy] = useState('');
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(enterObjection);
  const record = async () => {
    const result = await act({ params: { roundId: round.id }, body: { by, text } });
    if (result?.ok !== true) return;
    setBy('');
    setText('');
  };
  return (
    <section aria-label={texts.objections}>
      <h2>{texts.objections}</h2>
      {round.objections.length === 0 ? <p className="quiet">{texts.noObjections}</p> : null}
      <ul>
        {round.objections.map((objection) => (
          <li key={objection.enteredAt}>
            {objection.by}：{objection.text}
          </li>
        ))}
      </ul>
      {round.state === 'tallied' ? (
        <div className="form-grid">
          <TextField label={texts.objectionBy} value={by} onChange={setBy} max={60} />
          <TextField label={texts.objectionText} value={text} onChange={setText} max={500} />
          <Button loading={busy} disabled={by.trim() === '' || text.trim() === ''} onClick={() => void record()}>
            {texts.enterObjection}
          </Button>
        </div>
      ) : null}
      <RefusalNotice refusal={refusal} />
    </section>
  );
}
