import { remaining } from '#shared/domain/selection.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { BoothView, RoundWork, Terms } from './booth-state.ts';
import { ProjectCard } from './project-card.tsx';
import { ScreenTitle } from './screen-title.tsx';
import { selectionSentence } from './selection-sentence.ts';
import type { Booth } from './use-booth.ts';

/** Mark the projects. The whole card is the target; how many are still wanted is always in sight. */
export function ChooseScreen({ booth, view, work, terms, mayCast }: {
  readonly booth: Booth;
  readonly view: BoothView;
  readonly work: RoundWork;
  readonly terms: Terms;
  readonly mayCast: boolean;
}) {
  const texts = useTexts({ zh, en });
  const { rule, options } = terms;
  const exactly = rule.min === rule.max;
  return (
    <>
      <ScreenTitle>{texts.chooseTitle(rule.max, exactly)}</ScreenTitle>
      <p>{texts.order}</p>
      {mayCast ? null : <p className="standing" role="status">{texts.notYetOpen}</p>}
      {terms.scrutineersChanged ? <p className="notice" role="alert">{texts.scrutineersChanged}</p> : null}
      <ul className="cards">
        {options.map((option) => (
          <li key={option.number}>
            <ProjectCard
              option={option}
              project={view.projects.find(({ number }) => number === option.number) ?? null}
              selected={work.selection.includes(option.number)}
              onTouch={() => booth.act({ type: 'touched', number: option.number })}
            />
          </li>
        ))}
      </ul>
      {rule.abstain ? (
        <p className="abstain-offer">
          <button type="button" className="link-button" onClick={() => booth.act({ type: 'abstention-wanted' })}>{texts.abstainOpen}</button>
        </p>
      ) : null}
      <div className="bar">
        {work.refusal === null ? null : <p className="notice" role="alert">{selectionSentence(work.refusal, rule, work.selection.length, texts)}</p>}
        <div className="bar-line">
          <p className="bar-count" role="status">
            <strong>{texts.count(work.selection.length, rule.max)}</strong>
            <span>{texts.remaining(remaining(work.selection, rule), exactly)}</span>
          </p>
          <button type="button" className="button" onClick={() => booth.act({ type: 'review-wanted' })}>{texts.toReview}</button>
        </div>
      </div>
    </>
  );
}
