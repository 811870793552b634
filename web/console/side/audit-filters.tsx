import { Input } from 'antd';
import { auditTexts } from '#web/text/console.audit.ts';
import { useTexts } from '#web/text/language.ts';
import { ChoiceField, Field } from '../fields.tsx';

/** Who, which act, from and to which day; empty where it does not matter. */
export type AuditWish = { readonly actor: string; readonly act: string; readonly from: string; readonly to: string };
export const NOTHING_WISHED: AuditWish = { actor: '', act: '', from: '', to: '' };

/** The wish as the server takes it: whole days of this computer's calendar. */
export function queryOf({ actor, act, from, to }: AuditWish) {
  return {
    ...(actor === '' ? {} : { actor }),
    ...(act === '' ? {} : { act }),
    ...(from === '' ? {} : { from: startOf(from, 0) }),
    ...(to === '' ? {} : { until: startOf(to, 1) }),
  };
}

function startOf(day: string, daysLater: number): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + daysLater);
  return start.toISOString();
}

type Props = {
  readonly wish: AuditWish;
  readonly actors: readonly string[];
  readonly acts: readonly string[];
  readonly actorWords: (actor: string) => string;
  readonly wordsOf: (act: string) => string;
  readonly onWish: (wish: AuditWish) => void;
};

/** Narrows the log on the server, so that what was not read yet is found too. */
export function AuditFilters({ wish, actors, acts, actorWords, wordsOf, onWish }: Props) {
  const texts = useTexts(auditTexts).page;
  const day = (field: 'from' | 'to') => (
    <Field label={texts[field]}>
      <Input type="date" value={wish[field]} onChange={(event) => onWish({ ...wish, [field]: event.target.value })} />
    </Field>
  );
  return (
    <div className="table-tools">
      <ChoiceField label={texts.columns.actor} value={wish.actor} choices={['', ...actors]} names={{ '': texts.all, ...Object.fromEntries(actors.map((actor) => [actor, actorWords(actor)])) }} onChange={(actor) => onWish({ ...wish, actor })} />
      <ChoiceField label={texts.columns.act} value={wish.act} choices={['', ...acts]} names={{ '': texts.all, ...Object.fromEntries(acts.map((act) => [act, wordsOf(act)])) }} onChange={(act) => onWish({ ...wish, act })} />
      {day('from')}
      {day('to')}
    </div>
  );
}
