import { enterHeadCount, type RoundDetail } from '#shared/contract/round.ts';
import { refuse } from '#shared/error-code.ts';
import { call } from '../../api/client.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { useDesk } from '../desk-context.ts';
import { RoundCard } from '../round-card.tsx';
import { useDeskAct } from '../use-desk-act.ts';
import { useDraft } from '../use-draft.ts';

/** The chief counts the hall and enters it blind: the number of check-ins is not on this page. */
export function HeadCountCard({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).headCount;
  const { token } = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const [heads, setHeads] = useDraft(`heads/${round.id}`);
  const [reason, setReason] = useDraft(`heads-reason/${round.id}`);
  const differs = refusal !== null && ('reason' in refusal ? refusal.reason : refusal.code) === 'head-count-differs';
  const headCount = /^[0-9]{1,5}$/.test(heads) ? Number(heads) : null;
  const enter = (count: number) =>
    act(() => call(enterHeadCount, { params: { roundId: round.id }, body: { headCount: count, reason: reason.trim() === '' ? null : reason } }, token));
  return (
    <RoundCard round={round} title={texts.title} vouch={texts.vouch}>
      <p>{texts.how}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (headCount !== null) void enter(headCount);
        }}
      >
        <label className="field head-count">
          <span>{texts.heads}</span>
          <input inputMode="numeric" autoComplete="off" value={heads} onChange={(event) => setHeads(event.target.value.trim())} />
        </label>
        <RefusalLine refusal={differs ? refuse('head-count-differs') : refusal} />
        {differs || reason !== '' ? (
          <label className="field">
            <span>{texts.reason}</span>
            <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        ) : null}
        <p className="card-acts">
          <button type="submit" className="button" disabled={busy || headCount === null}>
            {texts.act}
          </button>
        </p>
      </form>
    </RoundCard>
  );
}
