import { useState } from 'react';
import type { RoundDetail } from '#shared/contract/round.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { CallError } from '../../api/client.ts';
import { saveFile } from '../../api/save-file.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { copyableRounds, makeAuditCopy } from '../audit-copy.ts';
import { Card } from '../card.tsx';
import { useDesk } from '../desk-context.ts';
import { OutcomeTable } from '../outcome-table.tsx';
import { RoundDocuments } from '../round-documents.tsx';
import { signedByMe } from '../own-steps.ts';
import { Seal } from '../seal.tsx';
import { readOutcome } from '#shared/ballot-paper/outcome-file.ts';
import { utf8 } from '#shared/ballot-paper/bytes.ts';

/** The end of the scrutineers' day; the auditors' copy is one press away, behind what it means. */
export function DecidedCard({ round }: { readonly round: RoundDetail }) {
  const all = useTexts({ zh, en });
  const texts = all.decided;
  const { congress, me } = useDesk();
  const at = signedByMe(round, 'outcome', me);
  const outcome = readOutcome(utf8(round.outcome?.document ?? ''));
  return (
    <Card title={texts.title} over={all.steps.round(round.number)} vouch={texts.text}>
      {at === null ? null : <Seal file={all.gates.outcome} at={at} />}
      {outcome.ok ? <OutcomeTable file={outcome.file} projects={congress.projects} label={texts.title} /> : null}
      <RoundDocuments round={round} names={['count-report', 'result-sheet', 'announcement']} />
      <AuditCopy />
    </Card>
  );
}

type State =
  | { readonly kind: 'ready'; readonly refusal: CallError | Refusal | null }
  | { readonly kind: 'making' }
  | { readonly kind: 'done'; readonly rounds: number };

function AuditCopy() {
  const texts = useTexts({ zh, en }).decided;
  const desk = useDesk();
  const [state, setState] = useState<State>({ kind: 'ready', refusal: null });
  const rounds = copyableRounds(desk.rounds).length;
  const make = async () => {
    setState({ kind: 'making' });
    const copy = await makeAuditCopy(desk);
    if (!copy.ok) {
      setState({ kind: 'ready', refusal: copy.refusal });
      return;
    }
    saveFile('auditors-record.zip', copy.zip, 'application/zip');
    setState({ kind: 'done', rounds });
  };
  return (
    <details>
      <summary>{texts.audit}</summary>
      <p>{texts.auditText}</p>
      {rounds === 0 ? <p>{texts.auditNone}</p> : null}
      {state.kind === 'ready' ? <RefusalLine refusal={state.refusal} /> : null}
      {state.kind === 'making' ? <p role="status">{texts.making}</p> : null}
      {state.kind === 'done' ? <p role="status">{texts.auditDone(state.rounds)}</p> : null}
      <button type="button" className="button button-quiet" disabled={rounds === 0 || state.kind === 'making'} onClick={() => void make()}>
        {texts.auditAct}
      </button>
    </details>
  );
}
