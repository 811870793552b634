import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { codeDetector } from '#web/components/camera/code-detector.ts';
import { type WatchFault, watchCodes } from '#web/components/camera/watch-codes.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';

/** A letter is held before the camera for a while: it is one scan. */
const SAME_AGAIN_MS = 3_000;

type Props = { readonly onText: (text: string) => void };

/** The camera of this device at the desk: one letter after the other, until it is closed. */
export function DeskCamera({ onText }: Props) {
  const texts = useTexts(deskTexts).checkIn.camera;
  const [camera, setCamera] = useState<'off' | 'on' | WatchFault>('off');
  if (!window.isSecureContext) return null;
  if (camera === 'on') return <Watching onText={onText} onFault={setCamera} onStop={() => setCamera('off')} />;
  return (
    <div className="desk-camera">
      {camera === 'off' ? null : (
        <p className="notice" role="alert">
          {texts.faults[camera]}
        </p>
      )}
      <Button onClick={() => setCamera('on')}>{texts.start}</Button>
    </div>
  );
}

function Watching({ onText, onFault, onStop }: Props & { readonly onFault: (fault: WatchFault) => void; readonly onStop: () => void }) {
  const texts = useTexts(deskTexts).checkIn.camera;
  const video = useRef<HTMLVideoElement>(null);
  const last = useRef({ text: '', at: 0 });
  const seen = useEffectEvent((text: string) => {
    const { text: before, at } = last.current;
    const again = text === before && Date.now() - at < SAME_AGAIN_MS;
    last.current = { text, at: Date.now() };
    if (!again) onText(text);
    return 'go-on' as const;
  });
  const failed = useEffectEvent(onFault);
  useEffect(() => {
    const stop = new AbortController();
    void watchCodes(video.current, stop.signal, codeDetector(['qr_code', 'code_128']), (text) => seen(text)).then((fault) => {
      if (fault !== null && !stop.signal.aborted) failed(fault);
    });
    return () => stop.abort();
  }, []);
  return (
    <div className="desk-camera">
      <p role="status">{texts.watching}</p>
      <video ref={video} playsInline muted aria-hidden="true" />
      <Button onClick={onStop}>{texts.stop}</Button>
    </div>
  );
}
