import { barsOf } from './code-128.ts';

/** Modules of white that a scanner wants on both sides. */
const QUIET = 10;
const HEIGHT = 28;

/** A Code 128 for hand scanners that read no QR codes. */
export function BarCode({ text, name }: { readonly text: string; readonly name: string }) {
  const { bars, width } = barsOf(text);
  const whole = width + 2 * QUIET;
  return (
    <svg className="bar-code" role="img" aria-label={name} viewBox={`0 0 ${whole} ${HEIGHT}`} preserveAspectRatio="none" shapeRendering="crispEdges">
      <rect width={whole} height={HEIGHT} fill="#fff" />
      <path d={bars.map((bar) => `M${QUIET + bar.start} 0h${bar.width}v${HEIGHT}h-${bar.width}z`).join('')} fill="#000" />
    </svg>
  );
}
