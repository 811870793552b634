import { DRAWING_SECONDS } from '#shared/domain/round-open.ts';
import { type RoundDetail, openRound } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { ReadinessList } from '../network/readiness-list.tsx';
import { LetterChecklistLine } from '../letters/letter-balance.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useSecondsUntil } from '../server-clock.ts';
import { useAct } from '../use-act.ts';
import { RoundFacts } from './round-facts.tsx';
import { VoidRuling } from './void-ruling.tsx';
import { roundCameTo } from './round-now.ts';

/** Papers are drawn, the chief counts the heads, then voting opens. */
export function OpenPanel({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).open;
  if (round.state !== 'armed') return <RoundFacts round={round} />;
  return (
    <section className="panel">
      <h2>{texts.headCount}</h2>
      <p>{headCountWords(round, texts)}</p>
      <h2>{texts.checklist}</h2>
      <ul>
        {texts.boxes.map((box) => (
          <li key={box}>{box}</li>
        ))}
        <LetterChecklistLine />
      </ul>
      <ReadinessList />
      <OpenAct round={round} />
      <RoundFacts round={round} />
      <VoidRuling round={round} />
    </section>
  );
}

function OpenAct({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).open;
  const { act, busy, refusal } = useAct(openRound, roundCameTo(round.id, ({ state }) => state !== 'armed'));
  const waitSeconds = useSecondsUntil(round.armedAt === null ? null : Date.parse(round.armedAt) + DRAWING_SECONDS * 1000);
  const notDrawn = refusedNotDrawn(refusal) ?? Math.max(0, round.present - round.issued);
  const body = notDrawn === 0 ? {} : { confirmedNotDrawn: notDrawn };
  return (
    <>
      {notDrawn > 0 && waitSeconds > 0 ? <p className="notice">{texts.wait(waitSeconds)}</p> : null}
      <ConfirmedAct
        label={texts.act}
        says={
          <>
            <p>{texts.says}</p>
            {notDrawn === 0 ? null : <p><strong>{texts.notDrawn(notDrawn)}</strong></p>}
          </>
        }
        yes={notDrawn === 0 ? texts.yes : texts.notDrawnYes(notDrawn)}
        busy={busy}
        disabled={!round.quorum.met || !round.headCount.entered}
        onYes={() => act({ params: { roundId: round.id }, body })}
      />
      <RefusalNotice refusal={refusal} />
    </>
  );
}

/** The server counts exactly, by name; presents minus issued is only close when someone drew and left. */
function refusedNotDrawn(refusal: ReturnType<typeof useAct<typeof openRound>>['refusal']): number | null {
  if (refusal === null || refusal.code !== 'papers-not-drawn') return null;
  const figure = refusal.figures?.['notDrawn'];
  return typeof figure === 'number' ? figure : null;
}

function headCountWords({ headCount }: RoundDetail, texts: typeof roundTexts.zh.open): string {
  if (!headCount.entered) return texts.headCountWaiting;
  return headCount.differs ? texts.headCountDiffers(headCount.reason ?? '') : texts.headCountEntered;
}
