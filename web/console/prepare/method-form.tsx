import { quorumNeeded } from '#shared/domain/attendance.ts';
import {
  ABSTENTIONS, DEVICE_CHANGES, LATER_THRESHOLDS, MARKINGS, type Method, PASS_THRESHOLDS, PUBLIC_LISTS,
  QUORUM_COMPARISONS, RECORD_READERS, SELECTION_SIZES, SHORTFALL_RULES, SIGNATURE_RULES, TIE_RULES, TRACKER_TIMES,
  VALIDITY_RULES,
} from '#shared/domain/method.ts';
import { methodTexts } from '#web/text/console.method.ts';
import { useTexts } from '#web/text/language.ts';
import { ChoiceField, NumberField, TextField } from '../fields.tsx';

type Props = {
  readonly method: Method;
  /** Delegates on the roll now, to say what the quorum comes to. */
  readonly roll: number;
  readonly disabled: boolean;
  readonly onChange: (method: Method) => void;
};

/** Every parameter of the method with what it means. */
export function MethodForm(props: Props) {
  const { method, disabled, onChange } = props;
  const texts = useTexts(methodTexts);
  const set = (part: Partial<Method>) => onChange({ ...method, ...part });
  const label = (key: keyof Method) => ({ label: texts.labels[key].name, hint: texts.labels[key].why, disabled });
  return (
    <div className="method-form">
      <NumberField {...label('places')} value={method.places} min={1} max={99} onChange={(places) => set({ places: places ?? method.places })} />
      <ChoiceField {...label('selectionSize')} value={method.selectionSize} choices={SELECTION_SIZES} names={texts.selectionSize} onChange={(selectionSize) => set({ selectionSize })} />
      <ChoiceField {...label('abstention')} value={method.abstention} choices={ABSTENTIONS} names={texts.abstention} onChange={(abstention) => set({ abstention })} />
      <QuorumRow {...props} />
      <ChoiceField {...label('passThreshold')} value={method.passThreshold} choices={PASS_THRESHOLDS} names={texts.passThreshold} onChange={(passThreshold) => set({ passThreshold })} />
      <ChoiceField {...label('laterThreshold')} value={method.laterThreshold} choices={LATER_THRESHOLDS} names={texts.laterThreshold} onChange={(laterThreshold) => set({ laterThreshold })} />
      <ChoiceField {...label('tie')} value={method.tie} choices={TIE_RULES} names={texts.tie} onChange={(tie) => set({ tie })} />
      <ChoiceField {...label('shortfall')} value={method.shortfall} choices={SHORTFALL_RULES} names={texts.shortfall} onChange={(shortfall) => set({ shortfall })} />
      <ChoiceField {...label('roundValid')} value={method.roundValid} choices={VALIDITY_RULES} names={texts.roundValid} onChange={(roundValid) => set({ roundValid })} />
      <ChoiceField {...label('signatures')} value={method.signatures} choices={SIGNATURE_RULES} names={texts.signatures} onChange={(signatures) => set({ signatures })} />
      <BoxRow {...props} />
      <ChoiceField {...label('deviceChange')} value={method.deviceChange} choices={DEVICE_CHANGES} names={texts.deviceChange} onChange={(deviceChange) => set({ deviceChange })} />
      <ChoiceField {...label('tracker')} value={method.tracker} choices={TRACKER_TIMES} names={texts.tracker} onChange={(tracker) => set({ tracker })} />
      <ChoiceField {...label('publicList')} value={method.publicList} choices={PUBLIC_LISTS} names={texts.publicList} onChange={(publicList) => set({ publicList })} />
      <ChoiceField {...label('recordOpenTo')} value={method.recordOpenTo} choices={RECORD_READERS} names={texts.recordOpenTo} onChange={(recordOpenTo) => set({ recordOpenTo })} />
      <TextField {...label('keyWorkLabel')} value={method.keyWorkLabel} max={40} onChange={(keyWorkLabel) => set({ keyWorkLabel })} />
      <ChoiceField {...label('marking')} value={method.marking} choices={MARKINGS} names={texts.marking} onChange={(marking) => set({ marking })} />
      {method.marking === 'tick' ? null : <p className="notice">{texts.reserved}</p>}
    </div>
  );
}

function QuorumRow({ method, roll, disabled, onChange }: Props) {
  const texts = useTexts(methodTexts);
  const { quorum } = method;
  const set = (part: Partial<Method['quorum']>) => onChange({ ...method, quorum: { ...quorum, ...part } });
  return (
    <fieldset>
      <legend>{texts.labels.quorum.name}</legend>
      <div className="row">
        <ChoiceField label={texts.comparison} value={quorum.compare} disabled={disabled} choices={QUORUM_COMPARISONS} names={texts.compare} onChange={(compare) => set({ compare })} />
        <NumberField label={texts.numerator} value={quorum.numerator} disabled={disabled} min={1} max={100} onChange={(numerator) => set({ numerator: numerator ?? 1 })} />
        <NumberField label={texts.denominator} value={quorum.denominator} disabled={disabled} min={1} max={100} onChange={(denominator) => set({ denominator: denominator ?? 1 })} />
      </div>
      <small className="quiet">
        {texts.labels.quorum.why} {roll === 0 ? '' : texts.quorumOf(quorumNeeded(quorum, roll), roll)}
      </small>
    </fieldset>
  );
}

function BoxRow({ method, disabled, onChange }: Props) {
  const texts = useTexts(methodTexts);
  const { box } = method;
  const set = (part: Partial<Method['box']>) => onChange({ ...method, box: { ...box, ...part } });
  return (
    <fieldset>
      <legend>{texts.labels.box.name}</legend>
      <div className="row">
        <NumberField label={texts.threshold} value={box.t} disabled={disabled} min={2} max={20} onChange={(t) => set({ t: t ?? 2 })} />
        <NumberField label={texts.keys} value={box.n} disabled={disabled} min={3} max={21} onChange={(n) => set({ n: n ?? 3 })} />
      </div>
      <small className="quiet">{texts.labels.box.why}</small>
    </fieldset>
  );
}
