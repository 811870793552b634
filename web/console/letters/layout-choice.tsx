import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { ChoiceField } from '../fields.tsx';
import { letterLayout } from './chosen-layout.ts';
import { LETTER_LAYOUTS } from './letter-layout.ts';

/** The layout in which letters are printed, as this computer remembers it. */
export function LayoutChoice() {
  const texts = useTexts(letterTexts);
  const layout = letterLayout.use();
  return <ChoiceField label={texts.layout} hint={texts.layoutHint} value={layout} choices={LETTER_LAYOUTS} names={texts.layouts} onChange={letterLayout.choose} />;
}
