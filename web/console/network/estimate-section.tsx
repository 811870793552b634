import { useState } from 'react';
import { type HallPlan, USUAL_PLAN, hallMinutes } from '#shared/domain/voting-minutes.ts';
import { networkTexts } from '#web/text/console.network.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { NumberField } from '../fields.tsx';

const FIELDS = ['delegates', 'phones', 'tablets', 'minutesOnPhone', 'minutesOnTablet', 'desks', 'secondsAtDesk', 'minutesForGates'] as const;
const PARTS = ['checkIn', 'vote', 'close', 'gates'] as const;
const SPARE_TABLETS = 2;

/** Minutes of a round from people and devices; changing a number changes the answer at once. */
export function EstimateSection() {
  const texts = useTexts(networkTexts).estimate;
  const { day } = useConsole();
  const roll = day.delegates.length;
  const [changed, setChanged] = useState<Partial<HallPlan>>({});
  const plan: HallPlan = { ...USUAL_PLAN, delegates: roll, phones: roll, tablets: SPARE_TABLETS, ...changed };
  const minutes = hallMinutes(plan);
  return (
    <section className="network-estimate">
      <h2>{texts.title}</h2>
      <p>{texts.what}</p>
      <div className="form-grid">
        {FIELDS.map((field) => (
          <NumberField
            key={field} label={texts.fields[field]} value={plan[field]} max={9_999}
            onChange={(value) => setChanged({ ...changed, [field]: value ?? 0 })}
          />
        ))}
      </div>
      <dl className="network-minutes">
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{texts.parts[part]}</dt>
            <dd>{minutes[part] === null ? '—' : texts.minutes(minutes[part])}</dd>
          </div>
        ))}
      </dl>
      <p role="status" className={minutes.all === null ? 'notice' : ''}>
        {minutes.all === null ? texts.noDevice : <strong>{texts.all(minutes.all)}</strong>} {minutes.all === null ? '' : texts.slowest[minutes.slowest]}
      </p>
      <p className="quiet">{texts.assumes}</p>
    </section>
  );
}
