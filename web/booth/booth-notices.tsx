import { useTexts } from '../text/language.ts';
import { en } from '../text/tablet.en.ts';
import { zh } from '../text/tablet.zh.ts';
import type { Screen } from './booth-screen.ts';
import { useKeepsNothing } from './device-store.ts';
import { useTablet } from './tablet-context.ts';
import { isUnfinished, sceneOf } from './tablet-scene.ts';
import type { Booth } from './use-booth.ts';
import { useStayHere } from './use-stay-here.ts';

/** What a delegate should hear of this device, beside the screen: it keeps nothing, another tab was first, it stumbled. */
export function BoothNotices({ booth, screen }: { readonly booth: Booth; readonly screen: Screen }) {
  const texts = useTexts({ zh, en });
  const tablet = useTablet();
  const keepsNothing = useKeepsNothing();
  const unfinished = isUnfinished(sceneOf(screen));
  useStayHere(unfinished && (keepsNothing || tablet.on));
  const said = [
    keepsNothing && unfinished ? texts.keepsNothing : null,
    booth.state.work?.ofOtherTab === true ? texts.otherTab : null,
    booth.broken ? texts.broken : null,
  ].filter((sentence) => sentence !== null);
  return said.map((sentence) => <p key={sentence} className="notice" role="alert">{sentence}</p>);
}
