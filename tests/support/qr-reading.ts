import decodeQR from 'qr/decode.js';
import type { Locator } from 'playwright-core';

const SCALE = 4;

/** What a phone reads from a QR code that is drawn as one path of squares. */
export async function readQrCode(code: Locator): Promise<string> {
  const side = Number((await code.getAttribute('viewBox'))?.split(' ').at(-1));
  const path = (await code.locator('path').getAttribute('d')) ?? '';
  const width = side * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < SCALE; dy += 1) {
      const start = 4 * ((Number(y) * SCALE + dy) * width + Number(x) * SCALE);
      for (let at = start; at < start + 4 * SCALE; at += 4) data.fill(0, at, at + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}
