import { useState } from 'react';
import { useParams } from 'react-router';
import { type Refusal, refuse } from '#shared/error-code.ts';
import type { CallError } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { en as checkEn } from '../text/check-names.en.ts';
import { zh as checkZh } from '../text/check-names.zh.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';
import { PublicFrame } from './public-frame.tsx';
import { downloadRecord } from './reader.ts';
import type { RecountAnswer } from './recount-job.ts';
import { RecountResult } from './recount-result.tsx';
import { RecountSource } from './recount-source.tsx';
import type { RecountProgress } from './recount-work.ts';
import { runRecount } from './run-recount.ts';

type Recounted = Extract<RecountAnswer, { kind: 'recounted' }>;
type Progress = Parameters<RecountProgress>[0];
type State =
  | { readonly kind: 'ready'; readonly refusal: CallError | Refusal | null }
  | { readonly kind: 'reading' }
  | { readonly kind: 'working'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly source: string; readonly answer: Recounted };

/** Anyone's own recount: of the server's record, or of a zip that the reader holds. */
export default function RecountPage() {
  const { congressId = '' } = useParams();
  const texts = useTexts({ zh, en }).recount;
  const [state, setState] = useState<State>({ kind: 'ready', refusal: null });

  const recountZip = async (zip: Uint8Array, source: string) => {
    const answer = await runRecount({ zip }, (progress) => setState({ kind: 'working', progress }));
    if (answer.kind === 'recounted') setState({ kind: 'done', source, answer });
    else setState({ kind: 'ready', refusal: refuse(answer.reason) });
  };
  const fromServer = async () => {
    setState({ kind: 'reading' });
    const zip = await downloadRecord(congressId);
    if (zip.ok) await recountZip(zip.value, texts.source.server);
    else setState({ kind: 'ready', refusal: zip.error });
  };
  const fromFile = async (file: File) => {
    setState({ kind: 'reading' });
    await recountZip(new Uint8Array(await file.arrayBuffer()), texts.source.file(file.name));
  };
  const busy = state.kind === 'reading' || state.kind === 'working';
  return (
    <PublicFrame congressId={congressId}>
      {() => (
        <section className="sheet">
          <h1>{texts.title}</h1>
          <p>{texts.text}</p>
          <RecountSource busy={busy} onServer={() => void fromServer()} onFile={(file) => void fromFile(file)} />
          {state.kind === 'ready' ? <RefusalLine refusal={state.refusal} /> : null}
          {state.kind === 'reading' ? <p role="status">{texts.reading}</p> : null}
          {state.kind === 'working' ? <Working progress={state.progress} /> : null}
          {state.kind === 'done' ? <RecountResult source={state.source} rounds={state.answer.rounds} milliseconds={state.answer.milliseconds} /> : null}
          <p>
            <a href={`/p/${congressId}`}>{texts.back}</a>
          </p>
        </section>
      )}
    </PublicFrame>
  );
}

function Working({ progress }: { readonly progress: Progress }) {
  const texts = useTexts({ zh, en }).recount;
  const names = useTexts({ zh: checkZh, en: checkEn });
  const round = progress.round === '' ? texts.oneRound : texts.round(progress.round);
  const text = texts.progress(round, names[progress.check], progress.done, progress.total);
  return (
    <div role="status" className="work">
      <p>{text}</p>
      <progress aria-label={text} max={Math.max(1, progress.total)} value={progress.done} />
    </div>
  );
}
