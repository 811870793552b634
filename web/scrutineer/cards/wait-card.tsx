import type { RoundDetail } from '#shared/contract/round.ts';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Card } from '../card.tsx';
import { useDesk } from '../desk-context.ts';
import type { WaitFor } from '../scrutineer-step.ts';

/** Nothing to do here now: what is waited for, whose turn it is, and what this scrutineer has already signed. */
export function WaitCard({ round, reason }: { readonly round: RoundDetail | null; readonly reason: WaitFor }) {
  const texts = useTexts({ zh, en });
  const { me } = useDesk();
  const mine = round?.declines.filter((one) => one.position === me.position) ?? [];
  return (
    <Card title={texts.wait[reason].title}>
      <p>{texts.wait[reason].text}</p>
      {round === null ? null : <Signed round={round} />}
      {mine.map((one) => (
        <p className="notice" key={one.gate}>
          {texts.decline.done(texts.gates[one.gate], one.reason)}
        </p>
      ))}
    </Card>
  );
}

/** Who signed what, by name: no signature is anonymous. */
function Signed({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en });
  const { scrutineers } = useDesk();
  const names = new Map(scrutineers.map(({ position, name }) => [position, name]));
  const rows = [
    { file: texts.files.manifest, by: round.manifest?.signedBy },
    { file: texts.files.count, by: round.countReport?.signedBy },
    { file: texts.files.sth, by: round.treeHead?.signedBy },
    { file: texts.files.board, by: round.board?.signedBy },
    { file: texts.files.outcome, by: round.outcome?.signedBy },
  ].flatMap(({ file, by }) => (by === undefined || by.length === 0 ? [] : [{ file, by }]));
  if (rows.length === 0) return null;
  return (
    <dl className="facts">
      {rows.map(({ file, by }) => (
        <div key={file}>
          <dt>{file}</dt>
          <dd>{texts.signedBy(by.map((position) => names.get(position) ?? String(position)).join('、'))}</dd>
        </div>
      ))}
    </dl>
  );
}
