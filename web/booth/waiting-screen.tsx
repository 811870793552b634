import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Waiting } from './booth-screen.ts';
import { ScreenTitle } from './screen-title.tsx';

/** What is being waited for, and that nothing needs to be done. */
export function WaitingScreen({ waitingFor, unreachable }: { readonly waitingFor: Waiting; readonly unreachable: boolean }) {
  const texts = useTexts({ zh, en });
  const said: Record<Waiting, readonly [string, string]> = {
    'opening-booth': [texts.openingBoothTitle, texts.openingBoothText],
    'no-round': [texts.noRoundTitle, texts.noRoundText],
    'not-armed': [texts.notArmedTitle, texts.notArmedText],
    'check-in': [texts.checkInTitle, texts.checkInText],
    drawing: [texts.drawingTitle, texts.drawingText],
  };
  const [title, text] = said[waitingFor];
  return (
    <>
      <ScreenTitle>{title}</ScreenTitle>
      <p role="status">{text}</p>
      {unreachable ? <p className="notice" role="alert">{texts.unreachable}</p> : null}
    </>
  );
}
