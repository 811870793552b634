import { code128 } from 'bwip-js/generic';

/** A bar of a Code 128 symbol: where it begins and how wide it is, in modules. */
export type Bar = { readonly start: number; readonly width: number };
export type BarSymbol = { readonly bars: readonly Bar[]; readonly width: number };

/** The bars of a text, left to right, without the quiet zone. */
export function barsOf(text: string): BarSymbol {
  const bars: Bar[] = [];
  let size = 0;
  const nothing = () => undefined;
  return code128(
    { bcid: 'code128', text, scaleX: 1, scaleY: 1, height: 1, includetext: false },
    {
      scale: () => null,
      measure: () => ({ width: 0, ascent: 0, descent: 0 }),
      init: (width) => void (size = width),
      // A line is drawn along its middle, which is rounded up.
      line: (x0, _y0, _x1, _y1, width) => void bars.push({ start: x0 - Math.ceil(width / 2), width }),
      polygon: nothing,
      hexagon: nothing,
      ellipse: nothing,
      fill: nothing,
      text: nothing,
      end: () => ({ bars, width: size }),
    },
  );
}
