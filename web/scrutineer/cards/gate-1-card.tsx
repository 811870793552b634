import { useState } from 'react';
import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { readCountReport } from '#shared/ballot-paper/count-report-file.ts';
import { manifestHash } from '#shared/ballot-paper/manifest.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { notReturned } from '#shared/domain/count-report.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import type { CallError } from '../../api/client.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { en as checkEn } from '../../text/check-names.en.ts';
import { zh as checkZh } from '../../text/check-names.zh.ts';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import type { BoxAnswer } from '../box-job.ts';
import { Card } from '../card.tsx';
import { CheckList } from '../check-list.tsx';
import { DeclineForm } from '../decline-form.tsx';
import { type Desk, useDesk } from '../desk-context.ts';
import { Figures } from '../figures.tsx';
import { closedFiles } from '../round-files.ts';
import { runBoxJob } from '../run-box-job.ts';
import { type FileToSign, signFiles } from '../sign-files.ts';
import { useDeskAct } from '../use-desk-act.ts';
import { WorkProgress } from '../work-progress.tsx';

type Verified = Extract<BoxAnswer, { kind: 'verified' }>;
type Stage =
  | { readonly kind: 'numbers'; readonly refusal: CallError | Refusal | null }
  | { readonly kind: 'downloading' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'verified'; readonly answer: Verified; readonly toSign: readonly FileToSign[] };

/** Gate 1: the numbers, the box verified by this browser, count report and tree head signed in one act. */
export function Gate1Card({ round }: { readonly round: RoundDetail }) {
  const all = useTexts({ zh, en });
  const texts = all.gate1;
  const desk = useDesk();
  const [stage, setStage] = useState<Stage>({ kind: 'numbers', refusal: null });
  const verify = async () => {
    setStage({ kind: 'downloading' });
    const files = await closedFiles(desk, round);
    if (!files.ok) {
      setStage({ kind: 'numbers', refusal: files.error });
      return;
    }
    const mine = { position: desk.me.position, sign: desk.keys.sign.publicKey };
    const answer = await runBoxJob({ kind: 'verify-box', files: files.value, mine }, ({ done, total }) => setStage({ kind: 'working', done, total }));
    if (answer.kind === 'verified') setStage({ kind: 'verified', answer, toSign: filesToSign(round, desk, files.value.manifest) });
    else setStage({ kind: 'numbers', refusal: refuse(answer.kind === 'refused' ? answer.reason : 'unexpected') });
  };
  return (
    <Card title={texts.title} vouch={texts.vouch}>
      <Numbers round={round} />
      {stage.kind === 'numbers' ? (
        <>
          <RefusalLine refusal={stage.refusal} />
          <p className="card-acts">
            <button type="button" className="button" onClick={() => void verify()}>
              {texts.verify}
            </button>
          </p>
        </>
      ) : null}
      {stage.kind === 'downloading' ? <WorkProgress text={all.box.downloading} done={0} total={1} /> : null}
      {stage.kind === 'working' ? <WorkProgress text={all.box.progress(stage.done, stage.total)} done={stage.done} total={stage.total} /> : null}
      {stage.kind === 'verified' ? <Signing round={round} answer={stage.answer} toSign={stage.toSign} /> : null}
      <DeclineForm roundId={round.id} gate="count" />
    </Card>
  );
}

/** The bytes that this page verified, those of them that are not signed yet. */
function filesToSign(round: RoundDetail, { me }: Desk, manifest: Uint8Array): FileToSign[] {
  const { countReport, treeHead } = round;
  const files: FileToSign[] = [];
  if (countReport !== null && !countReport.signedBy.includes(me.position)) {
    files.push({ file: 'count', bytes: utf8(countReport.document), mh: manifestHash(manifest) });
  }
  if (treeHead !== null && !treeHead.signedBy.includes(me.position)) files.push({ file: 'sth', bytes: utf8(treeHead.document) });
  return files;
}

function Numbers({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).gate1;
  // From the bytes that are signed, not from what the server says about them.
  const read = readCountReport(utf8(round.countReport?.document ?? ''));
  if (!read.ok) return <RefusalLine refusal={read} />;
  const { report } = read;
  return (
    <>
      <Figures
        figures={[
          { label: texts.figures.summoned, value: report.summoned },
          { label: texts.figures.present, value: report.present },
          { label: texts.figures.headCount, value: report.headCount ?? texts.noHeadCount },
          { label: texts.figures.issued, value: report.issued },
          { label: texts.figures.received, value: report.received },
          { label: texts.figures.notReturned, value: notReturned(report) },
          { label: texts.figures.reopened, value: report.reopened },
        ]}
      />
      {report.headCountReason === null ? null : <p className="notice">{texts.headCountReason(report.headCountReason)}</p>}
    </>
  );
}

function Signing({ round, answer, toSign }: { readonly round: RoundDetail; readonly answer: Verified; readonly toSign: readonly FileToSign[] }) {
  const texts = useTexts({ zh, en });
  const names = useTexts({ zh: checkZh, en: checkEn });
  const desk = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const nameOf = (name: Verified['checks'][number]['name']) =>
    name === 'mine' || name === 'server-signature' || name === 'count-report' ? texts.box.checkNames[name] : names[name];
  const good = answer.checks.every(({ ok }) => ok);
  return (
    <>
      <p role="status">{texts.box.took(answer.ballots, (answer.milliseconds / 1000).toFixed(1))}</p>
      <CheckList label={texts.box.checks} checks={answer.checks.map(({ name, ok }) => ({ name: nameOf(name), ok }))} />
      {good ? (
        <>
          <RefusalLine refusal={refusal} />
          <button type="button" className="button" disabled={busy} onClick={() => void act(() => signFiles(desk, round.id, toSign))}>
            {texts.gate1.act}
          </button>
        </>
      ) : (
        <p className="notice" role="alert">
          {texts.gate1.doNotSign}
        </p>
      )}
    </>
  );
}
