import type { Declinable, RoundDetail } from '#shared/contract/round.ts';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Card } from '../card.tsx';
import { CountFigures } from '../count-figures.tsx';
import { useDesk } from '../desk-context.ts';
import { Figures } from '../figures.tsx';
import { signedByMe } from '../own-steps.ts';
import type { WaitFor } from '../scrutineer-step.ts';
import { Seal } from '../seal.tsx';
import { ReleaseList, SignatureList } from '../signature-list.tsx';

/** The file whose signatures are waited for, or were given just before. */
const FILE_OF: Readonly<Partial<Record<WaitFor, Declinable>>> = {
  'manifest-signatures': 'manifest',
  opening: 'manifest',
  'gate-1-signatures': 'count',
  freeze: 'count',
  'second-opening': 'board',
  'tally-clerk': 'board',
  'gate-2-signatures': 'outcome',
};

type Props = {
  readonly round: RoundDetail | null;
  readonly reason: WaitFor;
  /** Takes up again what was declined; null where nothing was. */
  readonly onAgain: (() => void) | null;
};

/** Nothing to do here now: what is waited for, whose turn it is, and what this scrutineer has already signed. */
export function WaitCard({ round, reason, onAgain }: Props) {
  const texts = useTexts({ zh, en });
  // Who declined has not signed: the usual title would say so.
  const title = onAgain === null ? texts.wait[reason].title : texts.decline.waits;
  return (
    <Card title={title} {...(round === null ? {} : { over: texts.steps.round(round.number) })}>
      {round === null ? null : <Sealed round={round} reason={reason} />}
      {onAgain === null ? <p>{texts.wait[reason].text}</p> : null}
      {round === null ? null : <Declined round={round} onAgain={onAgain} />}
      {round === null ? null : <WaitedFor round={round} reason={reason} />}
    </Card>
  );
}

/** The red seal of what was signed last. */
function Sealed({ round, reason }: { readonly round: RoundDetail; readonly reason: WaitFor }) {
  const { gates } = useTexts({ zh, en });
  const { me } = useDesk();
  const file = FILE_OF[reason];
  const at = file === undefined ? null : signedByMe(round, file, me);
  return file === undefined || at === null ? null : <Seal file={gates[file]} at={at} />;
}

function Declined({ round, onAgain }: { readonly round: RoundDetail; readonly onAgain: (() => void) | null }) {
  const texts = useTexts({ zh, en });
  const { me } = useDesk();
  const mine = round.declines.filter(({ position, gate }) => position === me.position && signedByMe(round, gate, me) === null);
  return (
    <>
      {mine.map((one) => (
        <p className="notice" key={one.gate}>
          {texts.decline.done(texts.gates[one.gate], one.reason)}
        </p>
      ))}
      {onAgain === null ? null : (
        <p>
          <button type="button" className="button button-quiet" onClick={onAgain}>
            {texts.decline.again}
          </button>
        </p>
      )}
    </>
  );
}

function WaitedFor({ round, reason }: { readonly round: RoundDetail; readonly reason: WaitFor }) {
  const texts = useTexts({ zh, en });
  if (reason === 'keys') return <ReleaseList round={round} />;
  if (reason === 'gate-1-numbers') {
    return (
      <>
        <p className="notice">{texts.gate1.contradict}</p>
        <CountFigures round={round} />
      </>
    );
  }
  if (reason === 'close') return <AtTheBox round={round} />;
  const file = FILE_OF[reason];
  return file === undefined || reason === 'tally-clerk' ? null : <SignatureList round={round} file={file} />;
}

/** The four numbers that the hall sees during the vote, and no more. */
function AtTheBox({ round }: { readonly round: RoundDetail }) {
  const { figures } = useTexts({ zh, en }).gate1;
  return (
    <Figures
      figures={[
        { label: figures.summoned, value: round.summoned },
        { label: figures.present, value: round.present },
        { label: figures.issued, value: round.issued },
        { label: figures.received, value: round.received },
      ]}
    />
  );
}
