import { en as meaningEn } from '../text/check-meaning.en.ts';
import { zh as meaningZh } from '../text/check-meaning.zh.ts';
import { en as checkEn } from '../text/check-names.en.ts';
import { zh as checkZh } from '../text/check-names.zh.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { type PublicTexts, zh } from '../text/public.zh.ts';
import { inGroups } from './check-groups.ts';
import type { CheckLine, CheckState } from './recount-progress.ts';

/** Every check of a round in plain words, in groups that open; a group in which something does not fit stands open. */
export function CheckLines({ checks }: { readonly checks: readonly CheckLine[] }) {
  const texts = useTexts({ zh, en }).recount;
  return (
    <div className="check-groups">
      {inGroups(checks).map(({ group, checks: lines }) => {
        const failed = lines.filter(({ state }) => state.kind === 'failed').length;
        const passed = lines.filter(({ state }) => state.kind === 'passed').length;
        return (
          <details key={group} className={failed > 0 ? 'check-group check-group-failed' : 'check-group'} open={failed > 0}>
            <summary>
              <strong>{texts.groups[group]}</strong> <span>{texts.groupState(passed, failed, lines.length)}</span>
            </summary>
            <ul>
              {lines.map((line) => (
                <Line key={line.name} line={line} />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function Line({ line: { name, state } }: { readonly line: CheckLine }) {
  const texts = useTexts({ zh, en }).recount;
  const names = useTexts({ zh: checkZh, en: checkEn });
  const meaning = useTexts({ zh: meaningZh, en: meaningEn })[name];
  return (
    <li className={`check-${state.kind}`} data-check={name}>
      <p>
        <strong>{stateWord(state, texts)}</strong> {names[name]}
      </p>
      <p className="check-why">{meaning.why}</p>
      {state.kind === 'failed' ? <p className="check-meaning">{meaning.failed}</p> : null}
      {state.kind === 'failed' && state.detail !== undefined ? (
        <p className="check-detail">
          {texts.detail} <code lang="en">{`${name}: ${state.detail}`}</code>
        </p>
      ) : null}
    </li>
  );
}

function stateWord(state: CheckState, texts: PublicTexts['recount']): string {
  switch (state.kind) {
    case 'waiting':
      return `○ ${texts.waiting}`;
    case 'running':
      return `● ${texts.running(state.done, state.total)}`;
    case 'passed':
      return `✓ ${texts.good}`;
    case 'failed':
      return `✗ ${texts.bad}`;
  }
}
