import { manifestHash } from '#shared/ballot-paper/manifest.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { en as checkEn } from '../../text/check-names.en.ts';
import { zh as checkZh } from '../../text/check-names.zh.ts';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import type { BoxCheckName } from '../box-job.ts';
import { CheckList } from '../check-list.tsx';
import { CountFigures } from '../count-figures.tsx';
import { type Desk, useDesk } from '../desk-context.ts';
import { LookAgain } from '../look-again.tsx';
import { RoundCard } from '../round-card.tsx';
import { RoundDocuments } from '../round-documents.tsx';
import { SignActs } from '../sign-acts.tsx';
import { type FileToSign, signFiles } from '../sign-files.ts';
import { useVerification, type Verified } from '../use-verification.ts';
import { WorkProgress } from '../work-progress.tsx';

/** Gate 1: the numbers, the box verified by this browser, count report and tree head signed in one act. */
export function Gate1Card({ round }: { readonly round: RoundDetail }) {
  const { gate1: texts, box } = useTexts({ zh, en });
  const { stage, start } = useVerification(round);
  return (
    <RoundCard round={round} title={texts.title} vouch={texts.vouch}>
      {stage.kind === 'finished' ? null : <CountFigures round={round} />}
      <RoundDocuments round={round} names={['count-report']} />
      {stage.kind === 'ready' ? (
        <>
          <RefusalLine refusal={stage.refusal} />
          <p className="card-acts card-acts-one">
            <button type="button" className="button" onClick={() => void start()}>
              {texts.verify}
            </button>
          </p>
          <SignActs round={round} gate="count" sign={null} />
        </>
      ) : null}
      {stage.kind === 'downloading' ? <WorkProgress text={box.downloading} done={0} total={1} /> : null}
      {stage.kind === 'working' ? <WorkProgress text={box.progress(stage.done, stage.total)} done={stage.done} total={stage.total} /> : null}
      {stage.kind === 'finished' ? <Signing round={round} verified={stage.answer} onAgain={() => void start()} /> : null}
    </RoundCard>
  );
}

/** The bytes that this page verified, those of them that are not signed yet. */
function filesToSign(round: RoundDetail, { me }: Desk, { files }: Verified): FileToSign[] {
  const { countReport, treeHead } = round;
  const mine: FileToSign[] = [];
  if (countReport?.signedBy.includes(me.position) === false) mine.push({ file: 'count', bytes: files.countReport, mh: manifestHash(files.manifest) });
  if (treeHead?.signedBy.includes(me.position) === false) mine.push({ file: 'sth', bytes: files.treeHead });
  return mine;
}

type SigningProps = { readonly round: RoundDetail; readonly verified: Verified; readonly onAgain: () => void };

function Signing({ round, verified, onAgain }: SigningProps) {
  const texts = useTexts({ zh, en });
  const nameOf = useCheckName();
  const desk = useDesk();
  const { found } = verified;
  const lines = found.checks.map(({ name, ok }) => ({ name: nameOf(name), ok }));
  const bad = lines.filter(({ ok }) => !ok).map(({ name }) => name);
  const sign = { act: texts.gate1.act, run: () => signFiles(desk, round.id, filesToSign(round, desk, verified)) };
  const checks = <CheckList label={texts.box.checks} checks={lines} ifBad={texts.gate1.doNotSign} />;
  return (
    <>
      {bad.length === 0 ? null : checks}
      <CountFigures round={round} />
      {bad.length === 0 ? checks : null}
      {bad.length === 0 ? null : <LookAgain act={texts.gate1.verifyAgain} onAgain={onAgain} />}
      <p className="quiet">{texts.box.took(found.ballots, (found.milliseconds / 1000).toFixed(1))}</p>
      <SignActs round={round} gate="count" sign={bad.length === 0 ? sign : null} found={bad.length === 0 ? '' : texts.decline.failed(bad.join('；'))} />
    </>
  );
}

function useCheckName(): (name: BoxCheckName) => string {
  const { checkNames } = useTexts({ zh, en }).box;
  const names = useTexts({ zh: checkZh, en: checkEn });
  return (name) => (name === 'mine' || name === 'server-signature' || name === 'count-report' ? checkNames[name] : names[name]);
}
