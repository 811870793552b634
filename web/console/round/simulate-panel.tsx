import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { readSimulation, simulateDelegates } from '#shared/contract/rehearsal.ts';
import { call } from '#web/api/client.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { ChoiceField, NumberField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import type { StepKind } from '../step.ts';
import { useAct } from '../use-act.ts';

const ACTS = ['check-in', 'draw', 'cast'] as const;
const LEANINGS = ['clear', 'even', 'tie'] as const;
const WATCH_MS = 1_000;

/** Rehearsal only: how many of the other delegates do what the round allows now. */
export function SimulatePanel({ kind }: { readonly kind: StepKind }) {
  const texts = useTexts(roundTexts).simulate;
  const { congressId } = useConsole();
  const [act, setAct] = useState(actOf(kind));
  const [delegates, setDelegates] = useState<number | null>(null);
  const [abstain, setAbstain] = useState<number | null>(0);
  const [leaning, setLeaning] = useState<(typeof LEANINGS)[number]>('clear');
  const [started, setStarted] = useState<number | null>(null);
  const left = useDelegatesLeft(act);
  const starting = useAct(simulateDelegates);
  const count = delegates ?? left;
  const start = async () => {
    setStarted(null);
    const body = act === 'cast' ? { act, delegates: count, abstain: abstain ?? 0, leaning } : { act, delegates: count };
    const result = await starting.act({ params: { congressId }, body });
    if (result?.ok === true) setStarted(result.value.started);
    setDelegates(null);
  };
  return (
    <section className="simulate" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p>{texts.what}</p>
      <div className="form-grid">
        <ChoiceField label={texts.act} value={act} choices={ACTS} names={texts.acts} onChange={setAct} />
        <NumberField label={texts.delegates} value={count} min={0} max={5000} onChange={setDelegates} />
        {act === 'cast' ? (
          <>
            <NumberField label={texts.abstain} value={abstain} max={count} onChange={setAbstain} />
            <ChoiceField label={texts.leaning} value={leaning} choices={LEANINGS} names={texts.leanings} onChange={setLeaning} />
          </>
        ) : null}
        <Button loading={starting.busy} disabled={count === 0} onClick={() => void start()}>
          {texts.start}
        </Button>
      </div>
      {started === null ? null : <p role="status">{texts.started(started)}</p>}
      <RefusalNotice refusal={starting.refusal} />
      <SimulationProgress />
    </section>
  );
}

function SimulationProgress() {
  const texts = useTexts(roundTexts).simulate;
  const { congressId, token } = useConsole();
  const progress = useQuery({
    queryKey: ['congress', congressId, 'simulation'],
    queryFn: () => call(readSimulation, { params: { congressId } }, token),
    refetchInterval: ({ state }) => (state.data?.ok === true && state.data.value.running ? WATCH_MS : 5 * WATCH_MS),
  });
  if (progress.data?.ok !== true) return null;
  const { running, done, of, failed, lastFailure } = progress.data.value;
  if (of === 0) return <p className="quiet">{texts.idle}</p>;
  return (
    <div role="status">
      <Progress percent={Math.round((100 * done) / of)} status={running ? 'active' : 'normal'} format={() => texts.progress(done, of)} />
      {failed === 0 ? null : (
        <p className="notice">
          {texts.failed(failed)}
          {lastFailure === null ? '' : `；${texts.last}：${lastFailure}`}
        </p>
      )}
    </div>
  );
}

function actOf(kind: StepKind): (typeof ACTS)[number] {
  if (kind === 'open') return 'draw';
  return kind === 'vote' ? 'cast' : 'check-in';
}

/** As many as can still do it; the number may be lowered to leave some to people. */
function useDelegatesLeft(act: (typeof ACTS)[number]): number {
  const { day } = useConsole();
  const round = day.rounds.at(-1);
  const { summoned, present } = day.hall;
  if (act === 'check-in') return Math.max(0, summoned - present);
  if (round === undefined) return 0;
  return Math.max(0, act === 'draw' ? present - round.issued : round.issued - round.received);
}
