import { useEffect, useState } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';

const SIZES = ['normal', 'large', 'huge'] as const;
type Size = (typeof SIZES)[number];
const KEPT_AS = 'text-size';

/** Normal, 大字, 特大. */
export function TextSize() {
  const texts = useTexts({ zh, en });
  const [size, setSize] = useState<Size>(() => SIZES.find((one) => one === localStorage.getItem(KEPT_AS)) ?? 'normal');
  useEffect(() => {
    document.body.dataset.size = size;
    localStorage.setItem(KEPT_AS, size);
  }, [size]);
  return (
    <div className="text-size" role="group" aria-label={texts.textSize}>
      {SIZES.map((one) => (
        <button key={one} type="button" aria-pressed={one === size} onClick={() => setSize(one)}>
          {texts.sizes[one]}
        </button>
      ))}
    </div>
  );
}
