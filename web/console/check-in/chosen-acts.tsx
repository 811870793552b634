import { type Delegate, checkInMany, markLeaveMany } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import type { Mark } from './last-mark.tsx';

type Props = { readonly chosen: readonly Delegate[]; readonly onMarked: (mark: Mark) => void };

/** What can be done for the chosen delegates together: those whom an act does not fit are left out, and the button says how many remain. */
export function ChosenActs({ chosen, onMarked }: Props) {
  const texts = useTexts(deskTexts).checkIn;
  const { congressId } = useConsole();
  const checking = useAct(checkInMany);
  const leaving = useAct(markLeaveMany);
  const params = { congressId };
  const coming = numbersOf(chosen, ['absent', 'leave', 'left']);
  const away = numbersOf(chosen, ['absent']);
  const onLeave = numbersOf(chosen, ['leave']);
  const checkIn = async () => {
    const result = await checking.act({ params, body: { numbers: coming } });
    if (result?.ok === true) onMarked({ said: texts.batchDone(result.value.checkedIn, result.value.already), undo: 'check-in', numbers: coming });
  };
  const mark = async (numbers: string[], leave: boolean) => {
    const result = await leaving.act({ params, body: { numbers, leave } });
    if (result?.ok !== true) return;
    const { marked } = result.value;
    onMarked({ said: leave ? texts.leaveDone(marked) : texts.leaveBackDone(marked), undo: leave ? 'leave' : 'leave-back', numbers });
  };
  return (
    <>
      {coming.length === 0 ? null : (
        <ConfirmedAct
          label={texts.chosen.checkIn(coming.length)}
          says={texts.chosen.checkInSays(coming.length)}
          yes={texts.chosen.checkInYes}
          busy={checking.busy}
          onYes={checkIn}
        />
      )}
      {away.length === 0 ? null : (
        <ConfirmedAct quiet label={texts.chosen.leave(away.length)} says={texts.chosen.leaveSays(away.length)} yes={texts.chosen.leaveYes} busy={leaving.busy} onYes={() => mark(away, true)} />
      )}
      {onLeave.length === 0 ? null : (
        <ConfirmedAct quiet label={texts.chosen.leaveBack(onLeave.length)} says={texts.chosen.leaveBackSays(onLeave.length)} yes={texts.chosen.leaveBackYes} busy={leaving.busy} onYes={() => mark(onLeave, false)} />
      )}
      <RefusalNotice refusal={checking.refusal ?? leaving.refusal} />
    </>
  );
}

function numbersOf(chosen: readonly Delegate[], attendances: readonly Delegate['attendance'][]): string[] {
  return chosen.filter((one) => attendances.includes(one.attendance)).map((one) => one.number);
}
