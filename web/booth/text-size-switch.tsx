import { TEXT_SIZES, textSize } from '../components/appearance.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';

/** Standard, 大字, 特大. */
export function TextSizeSwitch() {
  const texts = useTexts({ zh, en });
  const size = textSize.use();
  return (
    <div className="text-size" role="group" aria-label={texts.textSize}>
      {TEXT_SIZES.map((one) => (
        <button key={one} type="button" aria-pressed={one === size} onClick={() => textSize.choose(one)}>
          {texts.sizes[one]}
        </button>
      ))}
    </div>
  );
}
