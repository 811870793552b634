import { type Delegate, delegate } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { DelegateTable } from '../table/delegate-table.tsx';
import { AttendanceActs } from './attendance-acts.tsx';
import { ChosenActs } from './chosen-acts.tsx';
import { UndoLine, useLastMark } from './last-mark.tsx';

const ATTENDANCES = delegate.shape.attendance.options;
const LATE = 'late' as const;

/** The roll with everyone's attendance: found, narrowed down, marked one by one or several at once. */
export function CheckInList() {
  const texts = useTexts(deskTexts).checkIn;
  const { day } = useConsole();
  const last = useLastMark();
  return (
    <>
      <UndoLine last={last} />
      <DelegateTable
        name={texts.title}
        delegates={day.delegates}
        empty={texts.noRoll}
        search={texts.search}
        page={20}
        filters={[
          {
            label: texts.filter,
            choices: new Map([...ATTENDANCES, LATE].map((one) => [one, `${texts.filters[one]} ${countOf(day.delegates, one)}`])),
            all: texts.filters.all,
            keyOf: keysOf,
          },
        ]}
        bulk={(chosen, chooseNone) => <ChosenActs chosen={chosen} onMarked={(mark) => { last.set(mark); chooseNone(); }} />}
        columns={[
          { title: texts.columns.attendance, dataIndex: 'attendance', sorter: byAttendance, render: (_, one) => <Attendance delegate={one} /> },
          { title: texts.columns.acts, key: 'acts', render: (_, one) => <AttendanceActs delegate={one} /> },
        ]}
      />
    </>
  );
}

/** 已到 08:31, with a mark before it, so that those present stand out without colour; 迟到 behind it. */
function Attendance({ delegate: { attendance, checkedInAt, late } }: { readonly delegate: Delegate }) {
  const texts = useTexts(deskTexts).checkIn;
  const { language } = useLanguage();
  const at = checkedInAt === null ? '' : new Date(checkedInAt).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false });
  return (
    <span className="attendance">
      <span aria-hidden="true">{MARKS[attendance]}</span>
      {attendance === 'present' ? <strong>{texts.attendance.present}</strong> : texts.attendance[attendance]} {at}
      {late ? <span className="late-mark">{texts.lateMark}</span> : null}
    </span>
  );
}

const MARKS: Record<Delegate['attendance'], string> = { absent: '○', leave: '–', present: '●', left: '→' };

function byAttendance(a: Delegate, b: Delegate): number {
  return ATTENDANCES.indexOf(a.attendance) - ATTENDANCES.indexOf(b.attendance);
}

/** Who came late is present, or has left, as well. */
function keysOf({ attendance, late }: Delegate): readonly string[] {
  return late ? [attendance, LATE] : [attendance];
}

function countOf(delegates: readonly Delegate[], key: string): number {
  return delegates.filter((one) => keysOf(one).includes(key)).length;
}
