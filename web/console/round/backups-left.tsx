import { confirmBackupsGone } from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { keepingTexts } from '#web/text/console.keeping.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** Once papers are back: backups made while they were out must be deleted. Nothing where there are none. */
export function BackupsLeft({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(keepingTexts).backups;
  const { act, busy, refusal } = useAct(confirmBackupsGone);
  if (round.backupsLeft === 0 || round.state === 'armed' || round.state === 'open') return null;
  return (
    <section className="notice" role="note">
      <h2>{texts.title}</h2>
      <p>{texts.why(round.backupsLeft)}</p>
      <ConfirmedAct label={texts.act} says={texts.says} yes={texts.yes} busy={busy} onYes={() => act({ params: { roundId: round.id } })} />
      <RefusalNotice refusal={refusal} />
    </section>
  );
}
