import { approveReopening, type RoundDetail } from '#shared/contract/round.ts';
import { call } from '../../api/client.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { clockTime } from '../clock-time.ts';
import { useDesk } from '../desk-context.ts';
import { RoundCard } from '../round-card.tsx';
import { useDeskAct } from '../use-desk-act.ts';

/** Delegates who ask to take their drawn paper up on another device; they stand in front of the scrutineer. */
export function ApproveCard({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).approve;
  const { token } = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const answer = (reopeningId: string, approve: boolean) =>
    act(() => call(approveReopening, { params: { roundId: round.id, reopeningId }, body: { approve } }, token));
  return (
    <RoundCard round={round} title={texts.title} vouch={texts.vouch}>
      <p>{texts.how}</p>
      <RefusalLine refusal={refusal} />
      <ul className="asking" aria-live="polite">
        {round.reopenings.map(({ id, delegateNumber, name, requestedAt }) => (
          <li key={id}>
            <p className="asking-who">
              <strong>{texts.who(delegateNumber, name)}</strong> <span className="quiet">{texts.asked(clockTime(requestedAt))}</span>
            </p>
            <p className="card-acts">
              <button type="button" className="button button-quiet" disabled={busy} aria-label={`${texts.report} ${delegateNumber}`} onClick={() => void answer(id, false)}>
                {texts.report}
              </button>
              <button type="button" className="button" disabled={busy} aria-label={`${texts.approve} ${delegateNumber}`} onClick={() => void answer(id, true)}>
                {texts.approve}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </RoundCard>
  );
}
