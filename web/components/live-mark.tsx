import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';

/** Says when figures may be old; while they are live it is one quiet word. */
export function LiveMark({ connected }: { readonly connected: boolean }) {
  const texts = useTexts({ zh, en });
  return (
    <span className={connected ? 'live-mark' : 'live-mark live-mark-stale'} role="status">
      {connected ? texts.liveConnected : texts.liveStale}
    </span>
  );
}
