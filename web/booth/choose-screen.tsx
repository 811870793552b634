import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { BoothView, RoundWork, Terms } from './booth-state.ts';
import { ChooseBar } from './choose-bar.tsx';
import { ProjectCard } from './project-card.tsx';
import { ScreenTitle } from './screen-title.tsx';
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
  return (
    <>
      <ScreenTitle>{texts.chooseTitle(rule.max, rule.min === rule.max)}</ScreenTitle>
      <p>{texts.order}</p>
      {mayCast ? null : <p className="standing" role="status">{texts.notYetOpen}</p>}
      {terms.scrutineersChanged ? <p className="notice" role="alert">{texts.scrutineersChanged}</p> : null}
      <div className="choosing">
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
        {rule.abstain ? <AbstainOffer onWanted={() => booth.act({ type: 'abstention-wanted' })} /> : null}
        <ChooseBar work={work} terms={terms} onReview={() => booth.act({ type: 'review-wanted' })} />
      </div>
    </>
  );
}

function AbstainOffer({ onWanted }: { readonly onWanted: () => void }) {
  const texts = useTexts({ zh, en });
  return (
    <section className="abstain-offer">
      <p className="quiet">{texts.abstainOffer}</p>
      <button type="button" className="button button-quiet" onClick={onWanted}>{texts.abstainOpen}</button>
    </section>
  );
}
