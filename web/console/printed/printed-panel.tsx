import type { RoundDetail } from '#shared/contract/round.ts';
import { CountSheet } from '#web/components/printed/count-sheet.tsx';
import { KeyingSheet } from '#web/components/printed/keying-sheet.tsx';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrinted } from '#web/components/printed/use-printed.ts';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useConsole } from '../console-context.ts';
import { VoidRuling } from '../round/void-ruling.tsx';
import { HandCount } from './hand-count.tsx';
import { HandOut } from './hand-out.tsx';
import { ReissueLetter } from './reissue-letter.tsx';
import { Requests } from './requests.tsx';

/** What the clerk does with printed ballots in the round at hand; nothing where a round needs none of it. */
export function PrintedPanel({ round }: { readonly round: RoundDetail | undefined }) {
  const { congressId, token } = useConsole();
  if (round === undefined || round.manifest === null || round.hand === true) return null;
  return <PrintedOfRound key={round.id} congressId={congressId} round={round} token={token} />;
}

type Props = { readonly congressId: string; readonly round: RoundDetail; readonly token: string };

function PrintedOfRound({ congressId, round, token }: Props) {
  const desk = usePrinted(congressId, round.id, token);
  if (desk === null) return null;
  if (round.state === 'armed' || round.state === 'open') return <AtTheDesk desk={desk} round={round} />;
  if (desk.view.issued === 0) return null;
  if (round.state === 'closed') return <Counting desk={desk} round={round} token={token} />;
  if (round.state === 'confirmed') return <Keying desk={desk} round={round} token={token} />;
  return null;
}

/** While papers can be drawn: hand out, make a letter anew, or count everything by hand. */
function AtTheDesk({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en });
  return (
    <details className="printed-desk">
      <summary>
        {texts.title} · {texts.issued(desk.view.issued)}
      </summary>
      <Requests desk={desk} round={round} />
      <HandOut desk={desk} round={round} />
      <ReissueLetter desk={desk} round={round} />
      {round.state === 'armed' && round.issued === 0 ? <HandCount round={round} /> : null}
    </details>
  );
}

/** Until there is a count report, the round can be voided from here. */
function Counting({ desk, round, token }: { readonly desk: PrintedDesk; readonly round: RoundDetail; readonly token: string }) {
  return (
    <>
      <CountSheet desk={desk} round={round} token={token} />
      {round.countReport === null ? <VoidRuling round={round} /> : null}
    </>
  );
}

function Keying({ desk, round, token }: { readonly desk: PrintedDesk; readonly round: RoundDetail; readonly token: string }) {
  const texts = useTexts({ zh, en });
  const { day } = useConsole();
  const candidates = day.congress.projects.filter(({ number }) => round.candidates.includes(number));
  return (
    <>
      <CountSheet desk={desk} round={round} token={token} />
      {desk.view.inBox || desk.view.keying.wanted === 0 ? (
        <PrintedSheet title={texts.title}>
          <p>{texts.inBox}</p>
        </PrintedSheet>
      ) : (
        <KeyingSheet desk={desk} round={round} token={token} candidates={candidates} />
      )}
    </>
  );
}
