import { create } from 'qrcode';

const QUIET = 4;

/** A QR code as one SVG path, with its quiet zone; `name` says to a reader what it is. */
export function QrCode({ text, name }: { readonly text: string; readonly name: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  const squares: string[] = [];
  modules.data.forEach((dark, index) => {
    if (dark === 0) return;
    squares.push(`M${(index % modules.size) + QUIET} ${Math.floor(index / modules.size) + QUIET}h1v1h-1z`);
  });
  return (
    <svg className="qr-code" role="img" aria-label={name} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
