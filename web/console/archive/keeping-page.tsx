import { Button } from 'antd';
import { useState } from 'react';
import { type Keeping, changeRetention, readKeeping } from '#shared/contract/archive.ts';
import { RETENTION } from '#shared/domain/retention.ts';
import { useAnswer } from '#web/api/use-answer.ts';
import { keepingTexts } from '#web/text/console.keeping.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { NumberField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';
import { ArchivePanel } from './archive-panel.tsx';
import { DeletionPanel } from './deletion-panel.tsx';

/** How the congress is kept when the day is over: archive, months, and in the end its deletion. */
export function KeepingPage() {
  const texts = useTexts(keepingTexts);
  const { congressId, token } = useConsole();
  const { value, error } = useAnswer(['congress', congressId, 'keeping'], readKeeping, { params: { congressId } }, token);
  return (
    <section className="panel keeping">
      <h1>{texts.title}</h1>
      <p>{texts.what}</p>
      <RefusalNotice refusal={error} />
      <ArchivePanel />
      {value === undefined ? <p role="status">{texts.loading}</p> : <Kept key={value.months} keeping={value} />}
    </section>
  );
}

function Kept({ keeping }: { readonly keeping: Keeping }) {
  const { archive } = keeping;
  const texts = useTexts(keepingTexts);
  const { language } = useLanguage();
  return (
    <>
      {archive === null ? null : (
        <p>
          {texts.archive.last(new Date(archive.takenAt).toLocaleString(language), archive.takenBy)} <code className="long-hash">{archive.sha256}</code>
        </p>
      )}
      <Retention keeping={keeping} />
      <DeletionPanel keeping={keeping} />
    </>
  );
}

function sinceWhen(texts: (typeof keepingTexts)['zh']['retention'], { due, publishedAt, months }: Keeping): string {
  if (due === null) return texts.unpublished(months);
  return publishedAt === null ? texts.givenUp(due, months) : texts.due(due, months);
}

function Retention({ keeping }: { readonly keeping: Keeping }) {
  const texts = useTexts(keepingTexts).retention;
  const { congressId } = useConsole();
  const [months, setMonths] = useState<number | null>(keeping.months);
  const { act, busy, refusal } = useAct(changeRetention);
  const fewest = keeping.due === null ? RETENTION.fewest : keeping.months;
  return (
    <section aria-labelledby="retention-title">
      <h2 id="retention-title">{texts.title}</h2>
      <p>{sinceWhen(texts, keeping)}</p>
      <div className="row keeping-months">
        <NumberField label={texts.months} value={months} min={fewest} max={RETENTION.most} onChange={setMonths} />
        <Button loading={busy} disabled={months === null || months === keeping.months} onClick={() => months !== null && void act({ params: { congressId }, body: { months } })}>
          {texts.save}
        </Button>
      </div>
      <p className="quiet">{texts.rule}</p>
      <RefusalNotice refusal={refusal} />
    </section>
  );
}
