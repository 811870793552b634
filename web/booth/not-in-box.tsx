import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';

/** Stands on every screen from the paper to the receipt, in words, colour and shape: nobody should think that they have voted. */
export function NotInBox() {
  const texts = useTexts({ zh, en });
  return (
    <p className="not-in-box">
      <svg viewBox="0 0 40 32" aria-hidden="true">
        <path d="M3 13h34v16H3z" />
        <path d="M12 13h16" className="slot" />
        <path d="M14 1h12v8H14z" className="paper" />
      </svg>
      <span>{texts.notInBox}</span>
    </p>
  );
}
