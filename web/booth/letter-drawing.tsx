import { useTexts } from '../text/language.ts';
import { en } from '../text/door.en.ts';
import { zh } from '../text/door.zh.ts';

/** Which of the two codes of the letter: the one outside is for the desk, the one inside the fold is for here. */
export function LetterDrawing() {
  const texts = useTexts({ zh, en });
  return (
    <div className="letter-drawing">
      <figure>
        <svg viewBox="0 0 120 90" aria-hidden="true">
          <rect x="12" y="10" width="96" height="70" rx="3" className="sheet-line" />
          <path d="M24 26h30M24 36h20" className="faint" />
          <QrMark x={74} y={22} />
          <path d="M24 58v12M28 58v12M34 58v12M37 58v12M43 58v12M46 58v12M52 58v12M58 58v12M61 58v12" className="faint" />
        </svg>
        <figcaption>{texts.letterOutside}</figcaption>
      </figure>
      <figure className="this-one">
        <svg viewBox="0 0 120 90" aria-hidden="true">
          <path d="M12 10h96v70H12z" className="sheet-line" />
          <path d="M12 34h96" className="fold" />
          <path d="M24 20h44" className="faint" />
          <QrMark x={20} y={42} />
          <path d="M54 48h8M66 48h8M78 48h8M90 48h8M54 62h8M66 62h8M78 62h8" className="group-line" />
        </svg>
        <figcaption>{texts.letterInside}</figcaption>
      </figure>
    </div>
  );
}

function QrMark({ x, y }: { readonly x: number; readonly y: number }) {
  return <path transform={`translate(${x} ${y})`} className="qr" d="M0 0h9v9H0zM17 0h9v9h-9zM0 17h9v9H0zM3 3h3v3H3zM20 3h3v3h-3zM3 20h3v3H3zM12 2h2v6h-2zM12 12h6v2h-6zM20 12h2v8h-2zM13 18h4v2h-4zM17 23h8v2h-8z" />;
}
