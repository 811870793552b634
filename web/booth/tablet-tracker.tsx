import type { BoothView } from './booth-state.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/tablet.en.ts';
import { zh } from '../text/tablet.zh.ts';

/** The tracker as the method has it, on a tablet that keeps nothing: at cast to be written down, afterwards not at all. */
export function TabletTracker({ when }: { readonly when: BoothView['congress']['method']['tracker'] }) {
  const texts = useTexts({ zh, en });
  const said = { 'at-cast': texts.trackerWrite, 'after-board': texts.trackerNotHere, never: texts.trackerNever };
  return <p className="standing">{said[when]}</p>;
}
