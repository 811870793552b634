import { useState } from 'react';
import { type RoundDetail, type RulingView, enterRuling, withdrawRuling } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

type Kind = RulingView['kind'];
type FormProps = { readonly round: RoundDetail; readonly kind: Kind; readonly text: string };

/** The chair's ruling, entered by the clerk; it takes effect with the chief's signature. */
export function RulingForm({ round, kind, text: proposed }: FormProps) {
  const texts = useTexts(roundTexts).ruling;
  const [text, setText] = useState(proposed);
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [selected, setSelected] = useState<readonly number[]>([]);
  const { act, busy, refusal } = useAct(enterRuling);
  const wanted = kind === 'tie' ? (round.outcome?.placesLeft ?? 0) : 0;
  const complete = text.trim() !== '' && by.trim() !== '' && reason.trim() !== '' && selected.length === wanted;
  return (
    <section className="panel ruling-form" aria-label={texts.kinds[kind]}>
      <h2>{texts.kinds[kind]}</h2>
      {kind === 'tie' ? <TiedChoice round={round} wanted={wanted} selected={selected} onChange={setSelected} /> : null}
      <TextField label={texts.text} value={text} onChange={setText} rows={2} max={500} />
      <TextField label={texts.by} value={by} onChange={setBy} max={60} />
      <TextField label={texts.reason} value={reason} onChange={setReason} rows={2} max={500} />
      <ConfirmedAct
        quiet={kind === 'void'}
        label={texts.enter[kind]}
        says={texts.says[kind]}
        yes={texts.yes}
        busy={busy}
        disabled={!complete}
        onYes={() => act({ params: { roundId: round.id }, body: { kind, text, by, reason, selected: [...selected] } })}
      />
      <RefusalNotice refusal={refusal} />
    </section>
  );
}

type ChoiceProps = {
  readonly round: RoundDetail;
  readonly wanted: number;
  readonly selected: readonly number[];
  readonly onChange: (selected: readonly number[]) => void;
};

function TiedChoice({ round, wanted, selected, onChange }: ChoiceProps) {
  const texts = useTexts(roundTexts).ruling;
  const { day } = useConsole();
  const tied = day.congress.projects.filter((project) => round.outcome?.tied.includes(project.number));
  const turn = (number: number) =>
    onChange(selected.includes(number) ? selected.filter((one) => one !== number) : [...selected, number].toSorted((a, b) => a - b));
  return (
    <fieldset className="field">
      <legend>{texts.selected(wanted)}</legend>
      {tied.map((project) => (
        <label key={project.id} className="row">
          <input type="checkbox" checked={selected.includes(project.number)} onChange={() => turn(project.number)} />
          {project.number}. {project.title}
        </label>
      ))}
    </fieldset>
  );
}

/** Rulings of a round with their state; one that is not signed can be taken back. */
export function RulingList({ round, kinds }: { readonly round: RoundDetail; readonly kinds: readonly Kind[] }) {
  const texts = useTexts(roundTexts).ruling;
  const { act, busy, refusal } = useAct(withdrawRuling);
  const rulings = round.rulings.filter((ruling) => kinds.includes(ruling.kind));
  if (rulings.length === 0) return null;
  return (
    <section aria-label={texts.title}>
      {rulings.map((ruling) => (
        <div key={ruling.id} className="notice">
          <p>
            <strong>{texts.kinds[ruling.kind]}</strong>（{ruling.effectiveAt === null ? texts.unsigned : texts.effective}）：{ruling.text}
          </p>
          <p>
            {texts.by}：{ruling.by}；{texts.reason}：{ruling.reason}
          </p>
          {ruling.effectiveAt === null ? (
            <ConfirmedAct
              quiet
              label={texts.withdraw}
              says={texts.withdrawSays}
              yes={texts.withdrawYes}
              busy={busy}
              onYes={() => act({ params: { roundId: round.id, rulingId: ruling.id } })}
            />
          ) : null}
        </div>
      ))}
      <RefusalNotice refusal={refusal} />
    </section>
  );
}
