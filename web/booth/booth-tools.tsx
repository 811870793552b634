import type { ReactNode } from 'react';
import { AppearancePanel } from '../components/appearance-panel.tsx';
import { TEXT_SIZES, textSize } from '../components/appearance.ts';
import { ChoiceGroup } from '../components/choice-group.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { useDisclosure } from '../components/use-disclosure.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';
import { ReadAloud } from './read-aloud.tsx';

/** Text size and display, reading aloud, language: one calm line that stays at the top of the window. */
export function BoothTools({ children }: { readonly children?: ReactNode }) {
  const texts = useTexts({ zh, en });
  const { open, toggle, within } = useDisclosure<HTMLElement>();
  return (
    <section className="booth-tools" aria-label={texts.appearance} ref={within}>
      <div className="booth-tools-line">
        <button type="button" className="choice" aria-expanded={open} onClick={toggle}>{texts.appearance}</button>
        <ChoiceGroup name={texts.textSize} choice={textSize} values={TEXT_SIZES} words={texts.textSizes} />
        <ReadAloud />
        <LanguageSwitch />
      </div>
      {open ? <AppearancePanel /> : null}
      {children}
    </section>
  );
}
