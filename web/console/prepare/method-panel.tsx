import { Button } from 'antd';
import { useState } from 'react';
import { changeMethod } from '#shared/contract/congress.ts';
import { CONGRESS_METHOD, type Method, STREET_METHOD } from '#shared/domain/method.ts';
import { methodTexts } from '#web/text/console.method.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole, usePreparing } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { FrozenNotice } from './frozen-notice.tsx';
import { MethodForm } from './method-form.tsx';
import { MethodPaper } from './method-paper.tsx';

const PRESETS = { street: STREET_METHOD, congress: CONGRESS_METHOD } as const;

/** The method: from a usual one, parameter by parameter, until the meeting adopts it. */
export function MethodPanel() {
  const texts = useTexts(methodTexts);
  const { congressId, day } = useConsole();
  const preparing = usePreparing();
  const stored = day.congress.method;
  const [draft, setDraft] = useState<Method | null>(null);
  const [note, setNote] = useState('');
  const { act, busy, refusal } = useAct(changeMethod);
  const change = (method: Method) => {
    setDraft(method);
    setNote('');
  };
  const use = (preset: keyof typeof PRESETS) => {
    setDraft(PRESETS[preset]);
    setNote(texts.presetUsed(texts.presets[preset]));
  };
  const save = async () => {
    if (draft === null) return;
    const result = await act({ params: { congressId }, body: draft });
    if (result?.ok !== true) return;
    setDraft(null);
    setNote(texts.saved);
  };
  return (
    <section className="panel">
      <FrozenNotice />
      <p>{texts.what}</p>
      <MethodPaper />
      {preparing ? (
        <div className="row" role="group" aria-label={texts.preset}>
          {(['street', 'congress'] as const).map((preset) => (
            <Button key={preset} onClick={() => use(preset)}>
              {texts.usePreset(texts.presets[preset])}
            </Button>
          ))}
        </div>
      ) : null}
      <MethodForm method={draft ?? stored} roll={day.delegates.length} disabled={!preparing} onChange={change} />
      <p role="status">{draft !== null && note === '' ? texts.unsaved : note}</p>
      <RefusalNotice refusal={refusal} />
      {preparing ? (
        <div className="row">
          <Button disabled={draft === null} onClick={() => setDraft(null)}>
            {texts.discard}
          </Button>
          <Button type="primary" loading={busy} disabled={draft === null} onClick={() => void save()}>
            {texts.save}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
