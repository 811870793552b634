import { Button } from 'antd';
import { type Delegate, checkIn, checkOut, markLeave, undoCheckIn } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** What can be done for one delegate of the list, by where the delegate is. */
export function AttendanceActs({ delegate }: { readonly delegate: Delegate }) {
  const texts = useTexts(deskTexts).checkIn;
  const { congressId } = useConsole();
  const checking = useAct(checkIn);
  const leaving = useAct(markLeave);
  const ofDelegate = { params: { congressId, delegateId: delegate.id } };
  const { name, attendance } = delegate;
  if (attendance === 'present') return <PresentActs delegate={delegate} />;
  const onLeave = attendance === 'leave';
  return (
    <span className="row">
      <Button aria-label={texts.checkInOne(name)} loading={checking.busy} onClick={() => void checking.act({ params: { congressId }, body: { number: delegate.number } })}>
        {texts.short.checkIn}
      </Button>
      {attendance === 'left' ? null : (
        <Button
          aria-label={onLeave ? texts.leaveBack(name) : texts.leave(name)}
          loading={leaving.busy}
          onClick={() => void leaving.act({ ...ofDelegate, body: { leave: !onLeave } })}
        >
          {onLeave ? texts.short.leaveBack : texts.short.leave}
        </Button>
      )}
      <RefusalNotice refusal={checking.refusal ?? leaving.refusal} />
    </span>
  );
}

function PresentActs({ delegate: { id, name } }: { readonly delegate: Delegate }) {
  const texts = useTexts(deskTexts).checkIn;
  const { congressId } = useConsole();
  const out = useAct(checkOut);
  const undo = useAct(undoCheckIn);
  const ofDelegate = { params: { congressId, delegateId: id } };
  return (
    <span className="row">
      <ConfirmedAct quiet label={texts.short.checkOut} name={texts.checkOut(name)} says={texts.checkOutConfirm(name)} yes={texts.checkOutYes} busy={out.busy} onYes={() => out.act(ofDelegate)} />
      <ConfirmedAct quiet label={texts.short.undo} name={texts.undo(name)} says={texts.undoConfirm(name)} yes={texts.undoYes} busy={undo.busy} onYes={() => undo.act(ofDelegate)} />
      <RefusalNotice refusal={out.refusal ?? undo.refusal} />
    </span>
  );
}
