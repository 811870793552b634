import { inflateSync } from 'node:zlib';

/** A picture as grey values, 0 black to 255 white, row by row; `data` is the same as RGBA. */
export type Pixels = { readonly width: number; readonly height: number; readonly grey: Uint8Array; readonly data: Uint8Array };

/** Reads a PNG of 8 bits per channel, RGB or RGBA, as Chromium's screenshots are. */
export function pixelsOf(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const data = new Uint8Array(width * height * 4).fill(255);
  const grey = new Uint8Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    let sum = 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = bytes[pixel * channels + channel] ?? 0;
      data[4 * pixel + channel] = value;
      sum += value;
    }
    grey[pixel] = Math.round(sum / 3);
  }
  return { width, height, grey, data };
}

/** Undoes the filters of the PNG specification, chapter 9. A picture has millions of bytes: nothing is made for each. */
function unfiltered(raw: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    const row = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (out[row + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[row - stride + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[row - stride + x - channels] ?? 0);
      out[row + x] = (raw[row + y + 1 + x] ?? 0) + guessed(filter, left, up, corner);
    }
  }
  return out;
}

function guessed(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
