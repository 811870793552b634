import { Button } from 'antd';
import { methodTexts } from '#web/text/console.method.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';

/** The method as the paper that the meeting adopts: to print, a draft until then; afterwards with the hash of what was voted on. */
export function MethodPaper() {
  const texts = useTexts(methodTexts);
  const { congressId, day } = useConsole();
  const adopted = day.screen.adoptions.findLast((one) => one.subject === 'method' && one.carried);
  const standing = day.congress.state === 'preparing' ? undefined : adopted;
  return (
    <>
      <div className="row">
        {/* rel opener: the new tab starts with this tab's sign-in. */}
        <Button href={`/print/${congressId}/method`} target="_blank" rel="opener">{texts.print}</Button>
        {standing === undefined ? <span className="quiet">{texts.printDraft}</span> : null}
      </div>
      {standing === undefined ? null : (
        <p>
          {texts.frozenHash} <code className="method-hash">{standing.hash}</code>
        </p>
      )}
    </>
  );
}
