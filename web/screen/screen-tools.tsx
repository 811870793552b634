import { useSyncExternalStore } from 'react';
import { contrast, shownTheme, theme } from '../components/appearance.ts';
import { LanguageSwitch } from '../components/language-switch.tsx';
import type { ScreenTexts } from '../text/screen.zh.ts';

/** Language, appearance and full screen: small, at the foot, gone while nobody touches the machine. */
export function ScreenTools({ texts }: { readonly texts: ScreenTexts }) {
  const dark = shownTheme(theme.use()) === 'dark';
  const high = contrast.use() === 'high';
  return (
    <div className="screen-tools">
      <LanguageSwitch />
      <button type="button" className="screen-tool" aria-pressed={dark} onClick={() => theme.choose(dark ? 'light' : 'dark')}>
        {texts.tools.dark}
      </button>
      <button type="button" className="screen-tool" aria-pressed={high} onClick={() => contrast.choose(high ? 'standard' : 'high')}>
        {texts.tools.contrast}
      </button>
      <FullScreen texts={texts} />
    </div>
  );
}

function FullScreen({ texts }: { readonly texts: ScreenTexts }) {
  const full = useSyncExternalStore(watchFullScreen, () => document.fullscreenElement !== null);
  if (!document.fullscreenEnabled) return null;
  // Refused where the page stands in a frame; the button then simply does nothing.
  const toggle = () => (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  return (
    <button type="button" className="screen-tool" aria-pressed={full} onClick={() => void toggle()}>
      {texts.tools.fullScreen}
    </button>
  );
}

function watchFullScreen(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
}
