import { useId, useState } from 'react';
import { type Keeping, confirmDeletionAsScrutineer, readKeeping } from '#shared/contract/archive.ts';
import { call } from '../api/client.ts';
import { useCongressEvents } from '../api/events.ts';
import { useAnswer } from '../api/use-answer.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { useDesk } from './desk-context.ts';
import { useDeskAct } from './use-desk-act.ts';

/** A deletion that waits for its second signature, which any scrutineer in place may give; nothing where none does. */
export function DeletionSheet() {
  const { congress, token } = useDesk();
  const { value: keeping, refetch } = useAnswer(['scrutineer', 'keeping', congress.id, token], readKeeping, { params: { congressId: congress.id } }, token);
  useCongressEvents(congress.id, ['congress', 'round'], refetch);
  if (keeping === undefined) return null;
  const { deletion, deletable, archive } = keeping;
  // Another wish is another sheet: nothing that was pressed before holds for it.
  return deletion === null || !deletable ? null : <Sheet key={deletion.askedAt} deletion={deletion} archive={archive} />;
}

type Props = { readonly deletion: NonNullable<Keeping['deletion']>; readonly archive: Keeping['archive'] };

function Sheet({ deletion: { askedBy, askedAt, reason }, archive }: Props) {
  const texts = useTexts({ zh, en }).deletion;
  const { language } = useLanguage();
  const id = useId();
  const time = (instant: string) => new Date(instant).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  return (
    <section className="sheet scrutineer-card deletion-sheet" aria-labelledby={id}>
      <h2 id={id}>{texts.title}</h2>
      <p className="vouch">{texts.vouch}</p>
      <dl className="facts">
        <dt>{texts.askedBy}</dt>
        <dd>{askedBy}</dd>
        <dt>{texts.askedAt}</dt>
        <dd>{time(askedAt)}</dd>
        <dt>{texts.reason}</dt>
        <dd>{reason}</dd>
        <dt>{texts.archive}</dt>
        <dd>{archive === null ? texts.notArchived : texts.archived(time(archive.takenAt))}</dd>
      </dl>
      <p>{texts.otherwise}</p>
      <SignDeletion askedAt={askedAt} />
    </section>
  );
}

/** Asked twice, in the place where it was pressed. */
function SignDeletion({ askedAt }: { readonly askedAt: string }) {
  const texts = useTexts({ zh, en }).deletion;
  const { congress, token } = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const [asking, setAsking] = useState(false);
  const sign = () => act(() => call(confirmDeletionAsScrutineer, { params: { congressId: congress.id }, body: { askedAt } }, token));
  return (
    <>
      <RefusalLine refusal={refusal} />
      {asking ? (
        <div role="group" aria-label={texts.act}>
          <p className="notice">{texts.sure}</p>
          <p className="card-acts">
            <button type="button" className="button button-quiet" autoFocus onClick={() => setAsking(false)}>
              {texts.back}
            </button>
            <button type="button" className="button" disabled={busy} onClick={() => void sign()}>
              {texts.yes}
            </button>
          </p>
        </div>
      ) : (
        <p className="card-acts">
          <button type="button" className="button button-quiet" onClick={() => setAsking(true)}>
            {texts.act}
          </button>
        </p>
      )}
    </>
  );
}
