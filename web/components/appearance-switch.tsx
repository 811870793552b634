import { useState } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';
import { AppearancePanel } from './appearance-panel.tsx';
import { useDisclosure } from './use-disclosure.ts';

/** The choices of appearance behind one small button, for the head of any page: `<AppearanceSwitch />` is all it takes. */
export function AppearanceSwitch() {
  const texts = useTexts({ zh, en });
  const { open, toggle, within } = useDisclosure<HTMLDivElement>();
  const [side, setSide] = useState<'left' | 'right'>('right');
  const press = () => {
    setSide(sideOf(within.current));
    toggle();
  };
  return (
    <div className={`appearance-switch appearance-${side}`} ref={within}>
      <button type="button" className="choice" aria-expanded={open} onClick={press}>
        {texts.appearance}
      </button>
      {open ? <AppearancePanel /> : null}
    </div>
  );
}

/** Where the button stands in the window: the panel opens towards the middle. */
function sideOf(element: HTMLElement | null): 'left' | 'right' {
  const { left = 0 } = element?.getBoundingClientRect() ?? {};
  return left < window.innerWidth / 2 ? 'left' : 'right';
}
