import type { CallError } from '../api/client.ts';
import { LiveMark } from '../components/live-mark.tsx';
import { RefusalLine } from '../components/refusal-line.tsx';
import { DayList } from './day-list.tsx';
import { useDesk } from './desk-context.ts';
import { DeletionSheet } from './deletion-sheet.tsx';
import { PrintedCards } from './printed/printed-cards.tsx';
import { scrutineerStep } from './scrutineer-step.ts';
import { StepCard } from './step-card.tsx';

/** The list of the own steps and the one card in hand. */
export function DeskView({ fault, connected }: { readonly fault: CallError | null; readonly connected: boolean }) {
  const { congress, rounds, me } = useDesk();
  const step = scrutineerStep(congress.state, rounds, me);
  return (
    <div className="desk">
      <DayList step={step} />
      <div className="desk-card">
        <DeletionSheet />
        <PrintedCards />
        <RefusalLine refusal={fault} />
        <StepCard step={step} />
        <p className="scrutineer-live">
          <LiveMark connected={connected} />
        </p>
      </div>
    </div>
  );
}
