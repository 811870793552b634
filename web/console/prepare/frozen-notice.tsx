import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { usePreparing } from '../console-context.ts';

/** Says why nothing here can be changed any more, and what to do if it must be. */
export function FrozenNotice() {
  const texts = useTexts(prepareTexts);
  return usePreparing() ? null : <p className="notice">{texts.frozen}</p>;
}
