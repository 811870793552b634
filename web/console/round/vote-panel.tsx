import { Button } from 'antd';
import { useState } from 'react';
import { type RoundDetail, callOffClosing, startClosing, takeOpeningBack } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useSecondsUntil } from '../server-clock.ts';
import { useAct } from '../use-act.ts';
import { RoundFacts } from './round-facts.tsx';
import { VoidRuling } from './void-ruling.tsx';
import { roundCameTo } from './round-now.ts';

const FULL_SECONDS = 60;
const SHORT_SECONDS = 5;

/** Voting is open: only 发出 and 收回 are known, and the close is a countdown that can be called off. */
export function VotePanel({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).vote;
  const taking = useAct(takeOpeningBack, roundCameTo(round.id, ({ state }) => state === 'armed'));
  if (round.state !== 'open') return <RoundFacts round={round} />;
  return (
    <section className="panel">
      <p>{texts.what}</p>
      {round.closesAt === null ? <CloseAct round={round} /> : <Countdown round={round} closesAt={round.closesAt} />}
      {round.received === 0 && round.closesAt === null ? (
        <div>
          <ConfirmedAct
            quiet
            label={texts.back}
            says={texts.backSays}
            yes={texts.backYes}
            busy={taking.busy}
            onYes={() => taking.act({ params: { roundId: round.id } })}
          />
        </div>
      ) : null}
      <RefusalNotice refusal={taking.refusal} />
      <RoundFacts round={round} />
      <VoidRuling round={round} />
    </section>
  );
}

function CloseAct({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).vote;
  const { rehearsal } = useConsole();
  const [short, setShort] = useState(false);
  const { act, busy, refusal } = useAct(startClosing, roundCameTo(round.id, ({ state, closesAt }) => state !== 'open' || closesAt !== null));
  const seconds = short ? SHORT_SECONDS : FULL_SECONDS;
  const notCast = round.issued - round.received;
  return (
    <>
      {rehearsal ? (
        <label className="row">
          <input type="checkbox" checked={short} onChange={(event) => setShort(event.target.checked)} /> {texts.short}
        </label>
      ) : null}
      <ConfirmedAct
        label={texts.close}
        says={
          <>
            {notCast > 0 ? <p><strong>{texts.notCast(notCast)}</strong></p> : null}
            <p>{texts.closeSays(seconds)}</p>
          </>
        }
        yes={texts.closeYes}
        busy={busy}
        onYes={() => act({ params: { roundId: round.id }, body: short ? { seconds } : {} })}
      />
      <RefusalNotice refusal={refusal} />
    </>
  );
}

function Countdown({ round, closesAt }: { readonly round: RoundDetail; readonly closesAt: string }) {
  const texts = useTexts(roundTexts).vote;
  const seconds = useSecondsUntil(Date.parse(closesAt));
  const { act, busy, refusal } = useAct(callOffClosing, roundCameTo(round.id, ({ state, closesAt }) => state === 'open' && closesAt === null));
  return (
    <>
      <p className="countdown" role="timer">
        {seconds > 0 ? texts.running(seconds) : texts.closing}
      </p>
      {seconds > 0 ? (
        <Button loading={busy} onClick={() => void act({ params: { roundId: round.id } })}>
          {texts.callOff}
        </Button>
      ) : null}
      <RefusalNotice refusal={refusal} />
    </>
  );
}
