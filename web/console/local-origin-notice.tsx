import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { leadsToThisMachineOnly, usePublicOrigin } from './public-origin.ts';

/** A warning before anything with an address is printed or handed over that no other device could open. */
export function LocalOriginNotice() {
  const texts = useTexts(letterTexts);
  const origin = usePublicOrigin();
  return leadsToThisMachineOnly(origin) ? <p className="notice">{texts.localOrigin(origin)}</p> : null;
}
