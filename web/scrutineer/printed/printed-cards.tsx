import type { RoundDetail } from '#shared/contract/round.ts';
import { CountSheet } from '#web/components/printed/count-sheet.tsx';
import { KeyingSheet } from '#web/components/printed/keying-sheet.tsx';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrinted } from '#web/components/printed/use-printed.ts';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useDesk } from '../desk-context.ts';
import { CountReportSheet } from './count-report-sheet.tsx';
import { RequestSheet } from './request-sheet.tsx';
import { RuleSheet } from './rule-sheet.tsx';
import { SecondSheet } from './second-sheet.tsx';
import { StampSheet } from './stamp-sheet.tsx';

/** What a scrutineer does by hand beside the step: printed ballots, letters made anew, a count by hand. */
export function PrintedCards() {
  const { congress, rounds, token } = useDesk();
  const round = rounds.toSorted((a, b) => a.number - b.number).at(-1);
  if (round === undefined || round.manifest === null) return null;
  return <CardsOfRound key={round.id} congressId={congress.id} round={round} token={token} />;
}

function CardsOfRound({ congressId, round, token }: { readonly congressId: string; readonly round: RoundDetail; readonly token: string }) {
  const desk = usePrinted(congressId, round.id, token);
  const { me } = useDesk();
  if (desk === null) return null;
  switch (round.state) {
    case 'armed':
    case 'open':
      return me.chief ? desk.view.requests.map((request) => <RequestSheet key={request.id} desk={desk} round={round} request={request} />) : null;
    case 'closed':
      return <Closed desk={desk} round={round} />;
    case 'confirmed':
      return desk.view.issued === 0 ? null : <Confirmed desk={desk} round={round} />;
    default:
      return null;
  }
}

/** Count, then sign the count report: the tree head comes later, or never where the hall counted by hand. */
function Closed({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const { token } = useDesk();
  const alone = round.countReport !== null && round.treeHead === null;
  return (
    <>
      {desk.view.issued === 0 ? null : <CountSheet desk={desk} round={round} token={token} />}
      {alone ? <CountReportSheet round={round} /> : null}
    </>
  );
}

function Confirmed({ desk, round }: { readonly desk: PrintedDesk; readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en });
  const { congress, me, token } = useDesk();
  const { keying, papers, inBox } = desk.view;
  if (inBox || keying.wanted === 0) {
    return (
      <PrintedSheet title={texts.title}>
        <p role="status">{texts.inBox}</p>
      </PrintedSheet>
    );
  }
  const candidates = congress.projects.filter(({ number }) => round.candidates.includes(number));
  const agreed = keying.complete && keying.open.length === 0;
  return (
    <>
      <KeyingSheet desk={desk} round={round} token={token} candidates={candidates} />
      {me.chief && keying.complete ? <RuleSheet desk={desk} round={round} candidates={candidates} /> : null}
      {me.chief && agreed ? <StampSheet desk={desk} round={round} /> : null}
      {!me.chief && papers.made > 0 && papers.second === null ? <SecondSheet desk={desk} round={round} /> : null}
    </>
  );
}
