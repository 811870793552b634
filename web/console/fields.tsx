import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';

type FieldProps = { readonly label: string; readonly hint?: string; readonly children: ReactNode };

/** A label that stands above its control and names it. */
export function Field({ label, hint, children }: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      {children}
      {hint === undefined ? null : <small className="quiet">{hint}</small>}
    </label>
  );
}

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly rows?: number;
  readonly secret?: 'current' | 'new';
  readonly disabled?: boolean;
  readonly max?: number;
  readonly autoComplete?: string;
};

export function TextField({ label, value, onChange, hint, rows, secret, disabled = false, max, autoComplete = 'off' }: TextFieldProps) {
  const same = { value, disabled, maxLength: max };
  const more = hint === undefined ? {} : { hint };
  if (rows !== undefined) {
    return (
      <Field label={label} {...more}>
        <Input.TextArea {...same} rows={rows} onChange={(event) => onChange(event.target.value)} />
      </Field>
    );
  }
  return (
    <Field label={label} {...more}>
      <Input
        {...same}
        type={secret === undefined ? 'text' : 'password'}
        autoComplete={secret === undefined ? autoComplete : `${secret}-password`}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

type NumberFieldProps = {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
  readonly hint?: string;
};

export function NumberField({ label, value, onChange, min = 0, max = 1_000_000, disabled = false, hint }: NumberFieldProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <InputNumber value={value} min={min} max={max} precision={0} disabled={disabled} onChange={onChange} />
    </Field>
  );
}

type ChoiceFieldProps<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly V[];
  readonly names: Readonly<Record<V, string>>;
  readonly onChange: (value: V) => void;
  readonly hint?: string;
  readonly disabled?: boolean;
};

/** A few fixed choices: the browser's own list, which every keyboard and reader knows. */
export function ChoiceField<V extends string>({ label, value, choices, names, onChange, hint, disabled = false }: ChoiceFieldProps<V>) {
  const choose = (text: string) => {
    const chosen = choices.find((choice) => choice === text);
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <select value={value} disabled={disabled} onChange={(event) => choose(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {names[choice]}
          </option>
        ))}
      </select>
    </Field>
  );
}
