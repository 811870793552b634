import type { RoundDetail } from '#shared/contract/round.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';
import type { Day } from './day-query.ts';

/** 应到, 实到, the quorum and, from arming on, 发出 and 收回: the only figures of the vote before the box is opened. */
export function HallFigures({ day }: { readonly day: Day }) {
  const texts = useTexts(frameTexts);
  const { hall } = day;
  const round = day.rounds.findLast((one) => isUnderWay(one));
  return (
    <dl className="figures" aria-live="off">
      <Figure name={texts.figures.summoned} value={hall.summoned} />
      <Figure name={texts.figures.present} value={hall.present} />
      {hall.summoned === 0 ? null : <Figure name={texts.figures.quorum} value={hall.quorum.needed} note={hall.quorum.met ? texts.quorumMet : texts.quorumShort} />}
      {round === undefined ? null : (
        <>
          <Figure name={texts.figures.issued} value={round.issued} />
          <Figure name={texts.figures.received} value={round.received} />
        </>
      )}
    </dl>
  );
}

function Figure({ name, value, note }: { readonly name: string; readonly value: number; readonly note?: string }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        {value}
        {note === undefined ? null : <small> {note}</small>}
      </dd>
    </div>
  );
}

function isUnderWay({ state }: RoundDetail): boolean {
  return state !== 'prepared' && state !== 'void' && state !== 'certified';
}
