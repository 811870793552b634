import { CONTRASTS, contrast, TEXT_SIZES, textSize, THEMES, theme } from '../components/appearance.ts';
import type { KeptChoice } from '../components/kept-choice.ts';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { en } from '../text/display.en.ts';
import { zh } from '../text/display.zh.ts';
import { useTexts } from '../text/language.ts';

/** Language, type size, light or dark and contrast, one touch away on every page of a scrutineer. */
export function DisplayMenu() {
  const texts = useTexts({ zh, en });
  return (
    <details className="display-menu">
      <summary className="button button-quiet">{texts.open}</summary>
      <div className="display-choices">
        <LanguageSwitch />
        <Choice name={texts.size} of={textSize} values={TEXT_SIZES} words={texts.sizes} />
        <Choice name={texts.theme} of={theme} values={THEMES} words={texts.themes} />
        <Choice name={texts.contrast} of={contrast} values={CONTRASTS} words={texts.contrasts} />
      </div>
    </details>
  );
}

type ChoiceProps<Value extends string> = {
  readonly name: string;
  readonly of: KeptChoice<Value>;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
};

function Choice<Value extends string>({ name, of, values, words }: ChoiceProps<Value>) {
  const chosen = of.use();
  return (
    <div className="display-choice" role="group" aria-label={name}>
      <span aria-hidden="true">{name}</span>
      {values.map((value) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => of.choose(value)}>
          {words[value]}
        </button>
      ))}
    </div>
  );
}
