import type { RoundDetail, RulingView } from '#shared/contract/round.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { useDesk } from '../desk-context.ts';
import { RoundCard } from '../round-card.tsx';
import { signRulingText } from '../sign-files.ts';
import { useDeskAct } from '../use-desk-act.ts';

/** The chair's ruling in full; it takes effect with the chief's signature on exactly this text. */
export function RulingCard({ round, ruling }: { readonly round: RoundDetail; readonly ruling: RulingView }) {
  const texts = useTexts({ zh, en }).ruling;
  const desk = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const titles = new Map(desk.congress.projects.map(({ number, title }) => [number, title]));
  return (
    <RoundCard round={round} title={texts.title(texts.kinds[ruling.kind])} vouch={texts.vouch}>
      <dl className="facts ruling-facts">
        <dt>{texts.text}</dt>
        <dd className="ruling-text">{ruling.text}</dd>
        <dt>{texts.by}</dt>
        <dd>{ruling.by}</dd>
        <dt>{texts.reason}</dt>
        <dd>{ruling.reason}</dd>
        {ruling.selected.length === 0 ? null : (
          <>
            <dt>{texts.selected}</dt>
            <dd>{ruling.selected.map((number) => `${number}. ${titles.get(number) ?? ''}`).join('；')}</dd>
          </>
        )}
      </dl>
      {ruling.kind === 'void' ? <p className="notice">{texts.voidFollows}</p> : null}
      <p>{texts.otherwise}</p>
      <details>
        <summary>{texts.document}</summary>
        <pre className="document">{ruling.document}</pre>
      </details>
      <RefusalLine refusal={refusal} />
      <p className="card-acts">
        <button type="button" className="button" disabled={busy} onClick={() => void act(() => signRulingText(desk, round.id, ruling))}>
          {texts.act}
        </button>
      </p>
    </RoundCard>
  );
}
