import type { RoundSummary } from '#shared/contract/congress.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';

const STEPS = ['count', 'freeze', 'open', 'sign'] as const;
const IN_HAND: Partial<Record<RoundSummary['state'], (typeof STEPS)[number]>> = { closed: 'count', confirmed: 'freeze', frozen: 'open', tallied: 'sign' };

/** What the hall waits for after the close: each step done, in hand or to come, told apart by word and shape. */
export function CountingSteps({ state, texts }: { readonly state: RoundSummary['state']; readonly texts: ScreenTexts }) {
  const inHand = IN_HAND[state];
  const at = inHand === undefined ? STEPS.length : STEPS.indexOf(inHand);
  return (
    <ol className="counting-steps">
      {STEPS.map((step, index) => {
        const kind = index < at ? 'done' : index === at ? 'in-hand' : 'to-come';
        return (
          <li key={step} className={`counting-${kind}`} aria-current={kind === 'in-hand' ? 'step' : undefined}>
            <span aria-hidden="true">{{ done: '✓', 'in-hand': '●', 'to-come': '○' }[kind]}</span> {texts.counting[step]}
            <small>{texts.counting[kind]}</small>
          </li>
        );
      })}
    </ol>
  );
}
