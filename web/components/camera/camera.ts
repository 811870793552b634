/** Why the camera shows nothing: forbidden, not there, held by another program, or something else. */
export type CameraFault = 'refused' | 'none' | 'busy' | 'other';

/** The camera on the back where there is one. `ok: false` names the fault; the person is asked by the browser. */
export async function openCamera(): Promise<{ readonly ok: true; readonly stream: MediaStream } | { readonly ok: false; readonly fault: CameraFault }> {
  const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
  try {
    return { ok: true, stream: await navigator.mediaDevices.getUserMedia({ video }) };
  } catch (error) {
    return { ok: false, fault: faultOf(error instanceof DOMException ? error.name : '') };
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Names of the Media Capture specification, getUserMedia. */
function faultOf(name: string): CameraFault {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'other';
}
