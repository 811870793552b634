import { resume } from '#shared/contract/congress.ts';
import { prepareRound } from '#shared/contract/round.ts';
import { dayTexts } from '#web/text/console.day.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { Button } from 'antd';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import type { DayStep } from '../step.ts';
import { useAct } from '../use-act.ts';
import { ComingRoundFacts } from './coming-round-facts.tsx';

/** The round that comes next and is not prepared yet. */
export function PrepareRoundPanel({ step }: { readonly step: DayStep }) {
  const texts = useTexts(roundTexts).arm;
  const frame = useTexts(frameTexts).adjourn;
  const day = useTexts(dayTexts);
  const { congressId } = useConsole();
  const preparing = useAct(prepareRound);
  const resuming = useAct(resume);
  const input = { params: { congressId } };
  if (step.state === 'to-come') return <p className="quiet">{day.toCome}</p>;
  return (
    <section className="panel">
      <ComingRoundFacts />
      {step.act === 'resume' ? (
        <Button type="primary" loading={resuming.busy} onClick={() => void resuming.act(input)}>
          {frame.resume}
        </Button>
      ) : (
        <ConfirmedAct
          label={texts.prepare}
          says={texts.prepareSays}
          yes={texts.prepareYes}
          busy={preparing.busy}
          onYes={() => preparing.act(input)}
        />
      )}
      <RefusalNotice refusal={preparing.refusal ?? resuming.refusal} />
    </section>
  );
}
