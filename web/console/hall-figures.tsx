import type { RoundDetail } from '#shared/contract/round.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';
import type { Day } from './day-query.ts';

/** 应到, 实到, the quorum and, from arming on, 发出 and 收回: the only figures of the vote before the box is opened. */
export function HallFigures({ day }: { readonly day: Day }) {
  const texts = useTexts(frameTexts);
  const { summoned, present, quorum } = day.hall;
  const round = day.rounds.findLast((one) => isUnderWay(one));
  return (
    <section className="figures-bar" aria-label={texts.hall}>
      <dl className="figures">
        <Figure name={texts.figures.summoned} value={summoned} />
        <Figure name={texts.figures.present} value={present} of={summoned} />
        {summoned === 0 ? null : (
          <Figure
            name={texts.figures.quorum}
            value={quorum.needed}
            note={quorum.met ? `✓ ${texts.quorumMet}` : texts.quorumShort(Math.max(0, quorum.needed - present))}
          />
        )}
        {round === undefined ? null : (
          <>
            <Figure name={texts.figures.issued} value={round.issued} of={round.presentDuringRound} />
            <Figure name={texts.figures.received} value={round.received} of={round.issued} />
          </>
        )}
      </dl>
    </section>
  );
}

/** A number with its base and, as a thin line below, the share it comes to. */
function Figure({ name, value, of, note }: { readonly name: string; readonly value: number; readonly of?: number; readonly note?: string }) {
  const share = of === undefined || of === 0 ? 0 : Math.min(1, value / of);
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        {value}
        {of === undefined ? null : <small> / {of}</small>}
        {note === undefined ? null : <small> {note}</small>}
        {of === undefined ? null : (
          <svg className="figure-share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect width={100 * share} height="4" />
          </svg>
        )}
      </dd>
    </div>
  );
}

function isUnderWay({ state }: RoundDetail): boolean {
  return state !== 'prepared' && state !== 'void' && state !== 'certified';
}
