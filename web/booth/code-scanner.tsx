import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { codeDetector } from '../components/camera/code-detector.ts';
import { type WatchFault, watchCodes } from '../components/camera/watch-codes.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scanner.en.ts';
import { zh } from '../text/scanner.zh.ts';
import { type ScannedKind, scannedKind } from './scanned-text.ts';

/** Reads the letter's QR code with this page's own camera: a scanner app would see the secret. */
export function CodeScanner({ onCode }: { readonly onCode: (code: string) => void }) {
  const texts = useTexts({ zh, en });
  const [camera, setCamera] = useState<'off' | 'on' | WatchFault>('off');
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
  readonly onFault: (fault: WatchFault) => void;
  readonly onStop: () => void;
}) {
  const texts = useTexts({ zh, en });
  const video = useRef<HTMLVideoElement>(null);
  const [wrong, setWrong] = useState<Exclude<ScannedKind, 'code'> | null>(null);
  const seen = useEffectEvent((text: string) => {
    const kind = scannedKind(text);
    if (kind === 'code') onCode(text.trim());
    else setWrong(kind);
    return kind === 'code' ? 'enough' : 'go-on';
  });
  const failed = useEffectEvent(onFault);
  useEffect(() => {
    const stop = new AbortController();
    void watchCodes(video.current, stop.signal, codeDetector(), (text) => seen(text)).then((fault) => {
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
