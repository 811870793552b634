import { Button } from 'antd';
import { useState } from 'react';
import { markLeaveMany, undoCheckIns } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** What was marked last at this desk, in words, and how it is taken back; without numbers it cannot be. */
export type Mark = { readonly said: string; readonly undo: 'check-in' | 'leave' | 'leave-back'; readonly numbers: readonly string[] };

export type LastMark = { readonly mark: Mark | null; readonly set: (mark: Mark | null) => void };

export function useLastMark(): LastMark {
  const [mark, set] = useState<Mark | null>(null);
  return { mark, set };
}

/** Says what was marked and offers to take it back, until something else is marked. */
export function UndoLine({ last: { mark, set } }: { readonly last: LastMark }) {
  const texts = useTexts(deskTexts).checkIn;
  const { congressId } = useConsole();
  const checkIns = useAct(undoCheckIns);
  const leaves = useAct(markLeaveMany);
  const undo = async ({ numbers, undo: kind }: Mark) => {
    const params = { congressId };
    const result =
      kind === 'check-in'
        ? await checkIns.act({ params, body: { numbers: [...numbers] } })
        : await leaves.act({ params, body: { numbers: [...numbers], leave: kind === 'leave-back' } });
    if (result?.ok === true) set({ said: texts.undone(numbers.length), undo: kind, numbers: [] });
  };
  return (
    <div className="undo-line" aria-live="polite">
      {mark === null ? null : (
        <p className="said-done">
          <strong>{mark.said}</strong>
          {mark.numbers.length === 0 ? null : (
            <Button loading={checkIns.busy || leaves.busy} onClick={() => void undo(mark)}>
              {texts.undoLast}
            </Button>
          )}
        </p>
      )}
      <RefusalNotice refusal={checkIns.refusal ?? leaves.refusal} />
    </div>
  );
}
