import decodeQR from 'qr/decode.js';
import type { CodeDetector } from './code-detector.ts';

/** More pixels find no more codes at arm's length, and take longer. */
const LONGEST_SIDE = 960;

/** Reads QR codes where the browser does not: a picture of the camera at a time, of which nothing is kept. */
export function qrDecoder(): CodeDetector {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  return (video) => Promise.resolve(context === null ? [] : read(context, video));
}

function read(context: CanvasRenderingContext2D, video: HTMLVideoElement): readonly string[] {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight));
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  if (width === 0 || height === 0) return [];
  context.canvas.width = width;
  context.canvas.height = height;
  context.drawImage(video, 0, 0, width, height);
  try {
    return [decodeQR(context.getImageData(0, 0, width, height), { timeLimit: 60 })];
  } catch {
    return []; // no code in this picture
  }
}
