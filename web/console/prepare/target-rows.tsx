import { Button } from 'antd';
import type { Project } from '#shared/contract/congress.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { ChoiceField, NumberField, TextField } from '../fields.tsx';

type Target = Project['targets'][number];
export type TargetDraft = { readonly what: string; readonly kind: 'atLeast' | 'exactly'; readonly amount: number; readonly unit: string };

const EMPTY: TargetDraft = { what: '', kind: 'atLeast', amount: 1, unit: '' };

export function targetDraftOf({ what, unit, atLeast, exactly }: Target): TargetDraft {
  return { what, unit, kind: exactly === undefined ? 'atLeast' : 'exactly', amount: exactly ?? atLeast ?? 0 };
}

export function targetOf({ what, unit, kind, amount }: TargetDraft): Target {
  return kind === 'exactly' ? { what, unit, exactly: amount } : { what, unit, atLeast: amount };
}

type Props = { readonly targets: readonly TargetDraft[]; readonly onChange: (targets: readonly TargetDraft[]) => void };

/** The quantified targets of a project, one row each. */
export function TargetRows({ targets, onChange }: Props) {
  const texts = useTexts(prepareTexts).projects;
  const change = (at: number, part: Partial<TargetDraft>) =>
    onChange(targets.map((target, index) => (index === at ? { ...target, ...part } : target)));
  return (
    <fieldset className="targets">
      <legend>{texts.targets}</legend>
      {targets.map((target, index) => (
        <div key={index} className="form-grid">
          <TextField label={texts.target.what} value={target.what} max={80} onChange={(what) => change(index, { what })} />
          <ChoiceField label={texts.target.kind} value={target.kind} choices={['atLeast', 'exactly']} names={texts.target} onChange={(kind) => change(index, { kind })} />
          <NumberField label={texts.target.amount} value={target.amount} max={1_000_000_000} onChange={(amount) => change(index, { amount: amount ?? 0 })} />
          <TextField label={texts.target.unit} value={target.unit} max={20} onChange={(unit) => change(index, { unit })} />
          <Button onClick={() => onChange(targets.filter((_, at) => at !== index))}>{texts.target.remove(index + 1)}</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...targets, EMPTY])}>{texts.target.add}</Button>
    </fieldset>
  );
}
