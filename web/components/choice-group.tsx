import type { KeptChoice } from './kept-choice.ts';

/** The values of one choice side by side, the one in use pressed. */
export function ChoiceGroup<Value extends string>({ name, choice, values, words }: {
  readonly name: string;
  readonly choice: KeptChoice<Value>;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
}) {
  const chosen = choice.use();
  return (
    <div className="choice-group" role="group" aria-label={name}>
      {values.map((value) => (
        <button key={value} type="button" className="choice" aria-pressed={value === chosen} onClick={() => choice.choose(value)}>
          {words[value]}
        </button>
      ))}
    </div>
  );
}
