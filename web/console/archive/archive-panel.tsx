import { Button } from 'antd';
import { keepingTexts } from '#web/text/console.keeping.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { type ArchiveWork, startArchive, useArchiveWork } from './archive-work.ts';

/** The whole congress as one file: what lies in it, its making, and how it is verified. */
export function ArchivePanel() {
  const texts = useTexts(keepingTexts).archive;
  const { congressId, token, day, rehearsal } = useConsole();
  const work = useArchiveWork(congressId);
  if (day.congress.state !== 'published') return <p className="quiet">{texts.notYet}</p>;
  const name = `${rehearsal ? '演练-' : ''}${day.congress.title}-归档.zip`;
  return (
    <section aria-labelledby="archive-title" className="archive">
      <h2 id="archive-title">{texts.title}</h2>
      <p>{texts.what}</p>
      <p className="quiet">{texts.whose}</p>
      <div className="row">
        <Button type="primary" loading={work.state === 'making'} onClick={() => void startArchive(congressId, token, name)}>
          {work.state === 'saved' ? texts.again : texts.act}
        </Button>
      </div>
      <Progress work={work} />
      <RefusalNotice refusal={work.state === 'refused' ? work.refusal : null} />
    </section>
  );
}

function Progress({ work }: { readonly work: ArchiveWork }) {
  const texts = useTexts(keepingTexts).archive;
  if (work.state === 'making') {
    return (
      <p>
        <span id="archive-progress" role="status">{texts.making(work.done, work.of)}</span>{' '}
        <progress aria-labelledby="archive-progress" max={Math.max(work.of, 1)} value={work.done} />
      </p>
    );
  }
  if (work.state !== 'saved') return null;
  return (
    <div role="status" className="archive-saved">
      <p>{texts.saved(work.name, Math.max(1, Math.round(work.size / 1000)))}</p>
      <p>
        SHA-256 <code className="long-hash">{work.sha256}</code>
      </p>
      <p>
        {texts.verify} <code>npm run verify -- archive.zip</code>
      </p>
    </div>
  );
}
