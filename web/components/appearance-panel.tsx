import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';
import { contrast, CONTRASTS, motion, MOTIONS, TEXT_SIZES, textSize, theme, THEMES } from './appearance.ts';
import { ChoiceGroup } from './choice-group.tsx';

/** Type size, light or dark, contrast, movement: each by its name, kept on this device and in force at once. */
export function AppearancePanel() {
  const texts = useTexts({ zh, en });
  const groups = [
    [texts.textSize, <ChoiceGroup key="size" name={texts.textSize} choice={textSize} values={TEXT_SIZES} words={texts.textSizes} />],
    [texts.theme, <ChoiceGroup key="theme" name={texts.theme} choice={theme} values={THEMES} words={texts.themes} />],
    [texts.contrast, <ChoiceGroup key="contrast" name={texts.contrast} choice={contrast} values={CONTRASTS} words={texts.contrasts} />],
    [texts.motion, <ChoiceGroup key="motion" name={texts.motion} choice={motion} values={MOTIONS} words={texts.motions} />],
  ] as const;
  return (
    <div className="appearance-panel">
      {groups.map(([name, group]) => (
        <div key={name} className="appearance-row">
          <span className="appearance-name" aria-hidden="true">{name}</span>
          {group}
        </div>
      ))}
    </div>
  );
}
