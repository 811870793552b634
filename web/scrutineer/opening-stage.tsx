import type { ReactNode } from 'react';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { Figures } from './figures.tsx';
import type { Opened, OpeningStage } from './use-opening.ts';
import { WorkProgress } from './work-progress.tsx';

type Props = {
  readonly stage: OpeningStage;
  /** The button that starts the work. */
  readonly act: string;
  readonly onOpen: () => void;
  readonly children: (opened: Opened) => ReactNode;
};

/** Ready, downloading, opening, opened: then what the card makes of it. */
export function OpeningStageView({ stage, act, onOpen, children }: Props) {
  const texts = useTexts({ zh, en });
  switch (stage.kind) {
    case 'ready':
      return (
        <>
          <RefusalLine refusal={stage.refusal} />
          <p className="card-acts card-acts-one">
            <button type="button" className="button" onClick={onOpen}>
              {act}
            </button>
          </p>
        </>
      );
    case 'downloading':
      return <WorkProgress text={texts.box.downloading} done={0} total={1} />;
    case 'working':
      return <WorkProgress text={texts.box.opening(stage.done, stage.total)} done={stage.done} total={stage.total} />;
    case 'finished':
      return (
        <>
          <h2>{texts.open.openedTitle}</h2>
          <p className="quiet" role="status">{texts.box.took(stage.answer.ballots, (stage.answer.milliseconds / 1000).toFixed(1))}</p>
          <Figures
            figures={[
              { label: texts.open.figuresOpened.valid, value: stage.answer.valid },
              { label: texts.open.figuresOpened.abstained, value: stage.answer.abstained },
              { label: texts.open.figuresOpened.invalid, value: stage.answer.invalid },
            ]}
          />
          {children(stage.answer)}
        </>
      );
  }
}
