import { type Declinable, declineGate } from '#shared/contract/round.ts';
import { call } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { useDesk } from './desk-context.ts';
import { useDeskAct } from './use-desk-act.ts';
import { useDraft } from './use-draft.ts';

type Props = {
  readonly roundId: string;
  readonly gate: Declinable;
  /** What this page found by itself, to begin with. */
  readonly found: string;
  readonly onBack: () => void;
  readonly onDeclined: () => void;
};

/** Saying no, with a reason and what follows from it. */
export function DeclineForm({ roundId, gate, found, onBack, onDeclined }: Props) {
  const { decline: texts, gates } = useTexts({ zh, en });
  const { token, me } = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const [reason, setReason] = useDraft(`decline/${roundId}/${gate}`, found);
  const send = async () => {
    if (await act(() => call(declineGate, { params: { roundId }, body: { gate, reason } }, token))) onDeclined();
  };
  const excused = !me.chief || gate === 'manifest' || gate === 'board';
  return (
    <form
      className="decline"
      aria-labelledby="decline-title"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 id="decline-title">{texts.title(gates[gate])}</h2>
      <p>{texts.follows[gate]}</p>
      {excused ? null : <p className="notice">{texts.chief}</p>}
      <label className="field">
        <span>{texts.reason}</span>
        <textarea required autoFocus maxLength={500} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <RefusalLine refusal={refusal} />
      <p className="card-acts">
        <button type="button" className="button button-quiet" onClick={onBack}>
          {texts.back}
        </button>
        <button type="submit" className="button" disabled={busy || reason.trim() === ''}>
          {texts.act}
        </button>
      </p>
    </form>
  );
}
