import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';

export type Candidate = { readonly number: number; readonly title: string };

type Props = {
  readonly legend: string;
  readonly candidates: readonly Candidate[];
  readonly marks: readonly number[];
  readonly onChange: (marks: number[]) => void;
};

/** What is marked on one printed ballot, in official order; as many as there are, right or wrong. */
export function MarkBoxes({ legend, candidates, marks, onChange }: Props) {
  const texts = useTexts({ zh, en }).keying;
  const turn = (number: number) => onChange(candidates.map((one) => one.number).filter((one) => (one === number ? !marks.includes(one) : marks.includes(one))));
  return (
    <fieldset>
      <legend>{legend}</legend>
      {candidates.map(({ number, title }) => (
        <label key={number} className="printed-check">
          <input type="checkbox" checked={marks.includes(number)} onChange={() => turn(number)} />
          <span>
            {number}. {title}
          </span>
        </label>
      ))}
      <p role="status">{marks.length === 0 ? texts.blank : texts.marked(marks.length)}</p>
    </fieldset>
  );
}
