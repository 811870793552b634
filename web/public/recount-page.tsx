import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { CongressSummary } from '#shared/contract/congress.ts';
import { readAnnouncement } from '#shared/contract/publication.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';
import { type CallError, call } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';
import { PublicFrame } from './public-frame.tsx';
import { downloadRecord, tokenOfReader } from './reader.ts';
import type { RecountAnswer } from './recount-job.ts';
import { type RoundProgress, takeNews } from './recount-progress.ts';
import { RecountResult } from './recount-result.tsx';
import { RecountSource } from './recount-source.tsx';
import { RecountWorking } from './recount-working.tsx';
import { runRecount } from './run-recount.ts';
import { comparePublication } from './same-publication.ts';

type Source = { readonly kind: 'server' } | { readonly kind: 'file'; readonly name: string };
type State =
  | { readonly kind: 'ready'; readonly refusal: CallError | Refusal | null; readonly source: Source | null }
  | { readonly kind: 'reading' }
  | { readonly kind: 'working'; readonly rounds: readonly RoundProgress[] }
  | { readonly kind: 'done'; readonly source: Source; readonly answer: Extract<RecountAnswer, { kind: 'recounted' }> };

/** Anyone's own recount: of the server's record, or of a zip that the reader holds. */
export default function RecountPage() {
  const { congressId = '' } = useParams();
  return <PublicFrame congressId={congressId}>{(congress) => <Recount congress={congress} />}</PublicFrame>;
}

function Recount({ congress }: { readonly congress: CongressSummary }) {
  const texts = useTexts({ zh, en }).recount;
  const { state, fromServer, fromFile } = useRecount(congress.id);
  const mayRead = congress.method.recordOpenTo === 'everyone' || tokenOfReader(congress.id) !== undefined;
  return (
    <section className="sheet">
      <h1>{texts.title}</h1>
      <p>{texts.text}</p>
      <RecountSource busy={state.kind === 'reading' || state.kind === 'working'} onServer={mayRead ? () => void fromServer() : null} onFile={(file) => void fromFile(file)} />
      {state.kind === 'ready' ? <NotRead refusal={state.refusal} source={state.source} /> : null}
      {state.kind === 'reading' ? <p role="status">{texts.reading}</p> : null}
      {state.kind === 'working' ? <RecountWorking rounds={state.rounds} /> : null}
      {state.kind === 'done' ? <Answered congress={congress} source={state.source} answer={state.answer} /> : null}
      <p>
        <a className="lone-link" href={`/p/${congress.id}`}>{texts.back}</a>
      </p>
    </section>
  );
}

function useRecount(congressId: string) {
  const [state, setState] = useState<State>({ kind: 'ready', refusal: null, source: null });
  const recountZip = async (zip: Uint8Array, source: Source) => {
    setState({ kind: 'working', rounds: [] });
    const answer = await runRecount({ zip }, (news) =>
      setState((before) => (before.kind === 'working' ? { kind: 'working', rounds: takeNews(before.rounds, news) } : before)),
    );
    if (answer.kind === 'recounted') setState({ kind: 'done', source, answer });
    else setState({ kind: 'ready', refusal: refuse(answer.reason), source });
  };
  return {
    state,
    fromServer: async () => {
      setState({ kind: 'reading' });
      const zip = await downloadRecord(congressId);
      if (zip.ok) await recountZip(zip.value, { kind: 'server' });
      else setState({ kind: 'ready', refusal: zip.error, source: { kind: 'server' } });
    },
    fromFile: async (file: File) => {
      setState({ kind: 'reading' });
      await recountZip(new Uint8Array(await file.arrayBuffer()), { kind: 'file', name: file.name });
    },
  };
}

/** A record that could not be read: why, and whose file it was. */
function NotRead({ refusal, source }: { readonly refusal: CallError | Refusal | null; readonly source: Source | null }) {
  const texts = useTexts({ zh, en }).recount;
  return (
    <>
      <RefusalLine refusal={refusal} />
      {refusal !== null && source?.kind === 'file' ? <p className="quiet">{texts.source.file(source.name)}</p> : null}
    </>
  );
}

type AnsweredProps = { readonly congress: CongressSummary; readonly source: Source; readonly answer: Extract<RecountAnswer, { kind: 'recounted' }> };

function Answered({ congress, source, answer }: AnsweredProps) {
  const texts = useTexts({ zh, en }).recount;
  const published = useQuery({
    queryKey: ['announcement', congress.id],
    queryFn: () => call(readAnnouncement, { params: { congressId: congress.id } }),
    enabled: congress.state === 'published',
  });
  if (published.isLoading) return <p role="status">{texts.reading}</p>;
  return (
    <RecountResult
      source={source.kind === 'server' ? texts.source.server : texts.source.file(source.name)}
      rounds={answer.rounds}
      milliseconds={answer.milliseconds}
      compared={published.data?.ok === true ? comparePublication(answer.rounds, published.data.value.rounds) : null}
    />
  );
}
