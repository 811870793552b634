import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';

type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
declare global {
  interface Window {
    /** Not every browser reads QR codes by itself. */
    readonly BarcodeDetector?: new (options: { formats: readonly string[] }) => Detector;
  }
}

const LOOK_EVERY_MS = 250;

/** Reads the letter's QR code with this page's own camera: a scanner app would see the secret. */
export function CodeScanner({ onCode }: { readonly onCode: (code: string) => void }) {
  const texts = useTexts({ zh, en });
  const [camera, setCamera] = useState<'off' | 'on' | 'failed'>('off');
  if (window.BarcodeDetector === undefined || !window.isSecureContext) return null;
  if (camera === 'on') {
    return (
      <div className="scanner">
        <p role="status">{texts.scanning}</p>
        <CameraView onCode={onCode} onFailure={() => setCamera('failed')} />
        <button type="button" className="button button-quiet button-wide" onClick={() => setCamera('off')}>{texts.scanStop}</button>
      </div>
    );
  }
  return (
    <>
      {camera === 'failed' ? <p className="notice" role="alert">{texts.scanFailed}</p> : null}
      <button type="button" className="button button-quiet button-wide" onClick={() => setCamera('on')}>{texts.scan}</button>
    </>
  );
}

function CameraView({ onCode, onFailure }: { readonly onCode: (code: string) => void; readonly onFailure: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const found = useEffectEvent(onCode);
  const failed = useEffectEvent(onFailure);
  useEffect(() => {
    const stop = new AbortController();
    void watch(video.current, stop.signal, (code) => found(code)).catch(() => failed());
    return () => stop.abort();
  }, []);
  return <video ref={video} playsInline muted />;
}

async function watch(video: HTMLVideoElement | null, signal: AbortSignal, found: (code: string) => void): Promise<void> {
  if (video === null || window.BarcodeDetector === undefined) return;
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
  video.srcObject = stream;
  await video.play();
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  const end = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  };
  const look = async () => {
    const codes = await detector.detect(video).catch(() => []);
    const code = codes.find(({ rawValue }) => /^RV[1T]:/i.test(rawValue));
    if (code === undefined || signal.aborted) return;
    end();
    found(code.rawValue);
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end);
}
