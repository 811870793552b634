import { writeFile } from 'node:fs/promises';
import encodeQR from 'qr';

const [WIDTH, HEIGHT, FRAMES] = [640, 480, 8];
const MODULE = 7;
const PAPER = 205;
const INK = 45;

/**
 * What a hand-held camera sees of a printed QR code, as a film that Chromium takes for its camera (YUV4MPEG2): the
 * code turned, a little askew, unevenly lit and grainy, moving from frame to frame.
 */
export async function filmCode(file: string, text: string): Promise<void> {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frames = Array.from({ length: FRAMES }, (_, index) => [Buffer.from('FRAME\n'), Buffer.from(frame(modules, index)), chroma]);
  await writeFile(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F8:1 Ip A1:1 C420jpeg\n`), ...frames.flat()]));
}

function frame(modules: readonly (readonly boolean[])[], index: number): Uint8Array {
  const luma = new Uint8Array(WIDTH * HEIGHT);
  const turn = 0.18 + 0.03 * index;
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const [dx, dy] = [x - WIDTH / 2 - 4 * index, y - HEIGHT / 2];
      const size = MODULE * (1 + (0.15 * dy) / HEIGHT);
      const column = Math.floor((Math.cos(turn) * dx + Math.sin(turn) * dy) / size + modules.length / 2);
      const row = Math.floor((Math.cos(turn) * dy - Math.sin(turn) * dx) / size + modules.length / 2);
      const light = 1 - (0.4 * x) / WIDTH;
      const grain = ((x * 7919 + y * 104_729 + index * 31) % 29) - 14;
      luma[y * WIDTH + x] = Math.max(0, Math.min(255, (modules[row]?.[column] === true ? INK : PAPER) * light + grain));
    }
  }
  return luma;
}
