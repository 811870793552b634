import { type RoundDetail, approveReopening } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** Delegates who drew a paper and ask to go on with another device; a person looks at them first. */
export function Reopenings({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).reopenings;
  const { act, busy, refusal } = useAct(approveReopening);
  const decide = (reopeningId: string, approve: boolean) => act({ params: { roundId: round.id, reopeningId }, body: { approve } });
  return (
    <section className="notice" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <ul className="plain">
        {round.reopenings.map((one) => (
          <li key={one.id} className="row">
            <strong>{texts.who(one.delegateNumber, one.name)}</strong>
            <ConfirmedAct
              quiet
              label={texts.approveShort}
              name={texts.approve(one.name)}
              says={texts.says(one.name)}
              yes={texts.approveYes}
              busy={busy}
              onYes={() => decide(one.id, true)}
            />
            <ConfirmedAct
              quiet
              label={texts.declineShort}
              name={texts.decline(one.name)}
              says={texts.declineSays}
              yes={texts.declineYes}
              busy={busy}
              onYes={() => decide(one.id, false)}
            />
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={refusal} />
    </section>
  );
}
