import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { wait } from '../api/back-off.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scanner.en.ts';
import { zh } from '../text/scanner.zh.ts';
import { type CameraFault, closeCamera, openCamera } from './camera.ts';
import { codeDetector } from './code-detector.ts';
import { type ScannedKind, scannedKind } from './scanned-text.ts';

const BETWEEN_LOOKS_MS = 120;

/** Reads the letter's QR code with this page's own camera: a scanner app would see the secret. */
export function CodeScanner({ onCode }: { readonly onCode: (code: string) => void }) {
  const texts = useTexts({ zh, en });
  const [camera, setCamera] = useState<'off' | 'on' | CameraFault | 'no-decoder'>('off');
  if (!window.isSecureContext) return null;
  if (camera === 'on') return <Scanning onCode={onCode} onFault={setCamera} onStop={() => setCamera('off')} />;
  return (
    <>
      {camera === 'off' ? null : <p className="notice" role="alert">{texts.faults[camera]}</p>}
      <button type="button" className="button button-quiet button-wide" onClick={() => setCamera('on')}>{texts.scan}</button>
    </>
  );
}

function Scanning({ onCode, onFault, onStop }: {
  readonly onCode: (code: string) => void;
  readonly onFault: (fault: CameraFault | 'no-decoder') => void;
  readonly onStop: () => void;
}) {
  const texts = useTexts({ zh, en });
  const video = useRef<HTMLVideoElement>(null);
  const [wrong, setWrong] = useState<Exclude<ScannedKind, 'code'> | null>(null);
  const seen = useEffectEvent((text: string, kind: ScannedKind) => (kind === 'code' ? onCode(text.trim()) : setWrong(kind)));
  const failed = useEffectEvent(onFault);
  useEffect(() => {
    const stop = new AbortController();
    void scan(video.current, stop.signal, (text, kind) => seen(text, kind)).then((fault) => {
      if (fault !== null && !stop.signal.aborted) failed(fault);
    });
    return () => stop.abort();
  }, []);
  return (
    <div className="scanner">
      <p role="status">{texts.scanning}</p>
      {wrong === null ? null : <p className="notice" role="alert">{texts.wrong[wrong]}</p>}
      <video ref={video} playsInline muted aria-hidden="true" />
      <button type="button" className="button button-quiet button-wide" onClick={onStop}>{texts.scanStop}</button>
    </div>
  );
}

/** Looks until the letter's code was seen or the signal is given; tells each code and what it is. A fault, or null. */
async function scan(
  video: HTMLVideoElement | null,
  signal: AbortSignal,
  seen: (text: string, kind: ScannedKind) => void,
): Promise<CameraFault | 'no-decoder' | null> {
  const detecting = codeDetector().catch(() => null);
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
      const [text] = await detect(video);
      const kind = text === undefined ? null : scannedKind(text);
      if (text !== undefined && kind !== null && !stopped()) seen(text, kind);
      if (kind === 'code') return null;
      await wait(BETWEEN_LOOKS_MS, signal);
    }
    return null;
  } catch {
    return 'other';
  } finally {
    closeCamera(camera.stream);
  }
}
