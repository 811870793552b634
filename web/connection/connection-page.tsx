import './connection.css';
import { useEffect, useState } from 'react';
import { closeCamera, openCamera } from '../components/camera/camera.ts';
import { AppearanceSwitch } from '../components/appearance-switch.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/connection.en.ts';
import { zh } from '../text/connection.zh.ts';
import { CheckLine } from './check-line.tsx';
import { type Finding, cameraFinding, worstOf } from './findings.ts';
import { CHECKS, type Check, runChecks } from './run-checks.ts';

type Found = Partial<Record<Check, Finding>>;

/** What a phone or tablet runs the day before: can it vote here, line by line, and what to do where it cannot. */
export default function ConnectionPage() {
  const texts = useTexts({ zh, en });
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<Found>({});
  useEffect(() => {
    const leaving = new AbortController();
    void runChecks((check, finding) => setFound((before) => ({ ...before, [check]: finding })), leaving.signal);
    return () => leaving.abort();
  }, [turn]);
  const again = () => {
    setFound({});
    setTurn(turn + 1);
  };
  return (
    <>
      <header className="connection-top page-tools">
        <AppearanceSwitch />
        <LanguageSwitch />
      </header>
      <main className="sheet sheet-narrow">
        <h1>{texts.title}</h1>
        <p>{texts.what}</p>
        <Whole found={found} />
        <ul className="connection-lines">
          {CHECKS.map((check) => (
            <CheckLine key={check} name={texts.lines[check]} finding={found[check]} />
          ))}
          <CameraLine key={turn} />
        </ul>
        <p>{texts.warning}</p>
        <button type="button" className="button" onClick={again}>
          {texts.again}
        </button>
      </main>
    </>
  );
}

function Whole({ found }: { readonly found: Found }) {
  const texts = useTexts({ zh, en });
  const findings = CHECKS.flatMap((check) => found[check] ?? []);
  const done = findings.length === CHECKS.length;
  const worst = worstOf(findings);
  return (
    <p role="status" className={done && worst === 'bad' ? 'connection-whole connection-whole-bad' : 'connection-whole'}>
      {done ? texts.whole[worst] : texts.running}
    </p>
  );
}

/** The browser asks the person, so nothing opens before the press; the camera is let go at once. */
function CameraLine() {
  const texts = useTexts({ zh, en });
  const [finding, setFinding] = useState<Finding | null>(null);
  const attempt = async () => {
    const opened = await openCamera();
    if (opened.ok) closeCamera(opened.stream);
    setFinding(cameraFinding(opened.ok ? null : opened.fault));
  };
  if (finding !== null) return <CheckLine name={texts.lines.camera} finding={finding} live />;
  return (
    <li className="connection-line">
      <h2>{texts.lines.camera}</h2>
      <p>{texts.cameraWhat}</p>
      <button type="button" className="button button-quiet" onClick={() => void attempt()}>
        {texts.tryCamera}
      </button>
    </li>
  );
}
