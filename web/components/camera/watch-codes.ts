import { wait } from '../../api/back-off.ts';
import { type CameraFault, closeCamera, openCamera } from './camera.ts';
import { type CodeDetector } from './code-detector.ts';

const BETWEEN_LOOKS_MS = 120;

/** Why there is nothing to see: the camera's fault, or the decoder could not be fetched. */
export type WatchFault = CameraFault | 'no-decoder';

/**
 * Shows the camera in `video` and tells each code that it sees, until `seen` answers that this was the one, or the
 * signal is given. A fault, or null. The camera is let go in every case.
 */
export async function watchCodes(
  video: HTMLVideoElement | null,
  signal: AbortSignal,
  detector: Promise<CodeDetector>,
  seen: (text: string) => 'go-on' | 'enough',
): Promise<WatchFault | null> {
  const detecting = detector.catch(() => null);
  const camera = await openCamera();
  if (!camera.ok) return camera.fault;
  const stopped = () => signal.aborted;
  try {
    const detect = await detecting;
    if (detect === null) return 'no-decoder';
    if (video === null || stopped()) return null;
    video.srcObject = camera.stream;
    await video.play();
    while (!stopped()) {
      for (const text of await detect(video)) if (!stopped() && seen(text) === 'enough') return null;
      await wait(BETWEEN_LOOKS_MS, signal);
    }
    return null;
  } catch {
    return 'other';
  } finally {
    closeCamera(camera.stream);
  }
}
