import { useState } from 'react';
import { declineGate } from '#shared/contract/round.ts';
import { call } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { useDesk } from './desk-context.ts';
import { useDeskAct } from './use-desk-act.ts';

/** Declining to sign, with a reason that will be printed. Behind one press, so that it is never done by accident. */
export function DeclineForm({ roundId, gate }: { readonly roundId: string; readonly gate: 'count' | 'outcome' | 'board' }) {
  const texts = useTexts({ zh, en }).decline;
  const { token } = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!asking) {
    return (
      <button type="button" className="button button-quiet" onClick={() => setAsking(true)}>
        {texts.ask}
      </button>
    );
  }
  const send = () => act(() => call(declineGate, { params: { roundId }, body: { gate, reason } }, token));
  return (
    <form
      className="decline"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="field">
        <span>{texts.reason}</span>
        <textarea required maxLength={500} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <RefusalLine refusal={refusal} />
      <p className="row">
        <button type="button" className="button button-quiet" onClick={() => setAsking(false)}>
          {texts.back}
        </button>
        <button type="submit" className="button" disabled={busy || reason.trim() === ''}>
          {texts.act}
        </button>
      </p>
    </form>
  );
}
