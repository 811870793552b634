import { useAnswer } from '#web/api/use-answer.ts';
import './network.css';
import { readReadiness } from '#shared/contract/network.ts';
import { networkTexts } from '#web/text/console.network.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';

const CLERKS_WANTED = 2;

/** A second clerk, and a backup restored on trial: what is missing and why. Warnings; nothing is blocked by them. */
export function ReadinessList() {
  const texts = useTexts(networkTexts).ready;
  const { language } = useLanguage();
  const { congressId, token } = useConsole();
  const { value } = useAnswer(['congress', congressId, 'readiness'], readReadiness, { params: { congressId } }, token);
  if (value === undefined) return null;
  const { clerks, restoreTestedAt } = value;
  const enough = clerks >= CLERKS_WANTED;
  return (
    <section className="network-ready">
      <h2>{texts.title}</h2>
      <ul className="ready-list">
        <Item ready={enough}>{enough ? texts.clerks(clerks) : texts.clerksFew}</Item>
        <Item ready={restoreTestedAt !== null}>
          {restoreTestedAt === null ? texts.restoreNever : texts.restore(new Date(restoreTestedAt).toLocaleString(language))}
        </Item>
      </ul>
      {enough && restoreTestedAt !== null ? null : <p className="quiet">{texts.notBlocking}</p>}
    </section>
  );
}

function Item({ ready, children }: { readonly ready: boolean; readonly children: string }) {
  const texts = useTexts(networkTexts).ready;
  return (
    <li className={ready ? 'ready-item' : 'ready-item ready-missing'}>
      <strong>
        <span aria-hidden="true">{ready ? '✓' : '!'}</span> {ready ? texts.fine : texts.warn}
      </strong>{' '}
      {children}
    </li>
  );
}
