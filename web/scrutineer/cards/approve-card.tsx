import { approveReopening, type RoundDetail } from '#shared/contract/round.ts';
import { call } from '../../api/client.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Card } from '../card.tsx';
import { useDesk } from '../desk-context.ts';
import { useDeskAct } from '../use-desk-act.ts';

/** Delegates who ask to take their drawn paper up on another device; they stand in front of the scrutineer. */
export function ApproveCard({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).approve;
  const { token } = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const answer = (reopeningId: string, approve: boolean) =>
    act(() => call(approveReopening, { params: { roundId: round.id, reopeningId }, body: { approve } }, token));
  return (
    <Card title={texts.title} vouch={texts.vouch}>
      <RefusalLine refusal={refusal} />
      <ul className="asking">
        {round.reopenings.map(({ id, delegateNumber, name }) => (
          <li key={id}>
            <strong>{texts.who(delegateNumber, name)}</strong>
            <span className="row">
              <button type="button" className="button button-quiet" disabled={busy} aria-label={`${texts.report} ${delegateNumber}`} onClick={() => void answer(id, false)}>
                {texts.report}
              </button>
              <button type="button" className="button" disabled={busy} aria-label={`${texts.approve} ${delegateNumber}`} onClick={() => void answer(id, true)}>
                {texts.approve}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
