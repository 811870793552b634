import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { CongressSummary } from '#shared/contract/congress.ts';
import { readAnnouncement } from '#shared/contract/publication.ts';
import { call } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { PartLoading } from '../components/page-loading.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';
import { AnnouncementText } from './announcement-text.tsx';
import { PublicFrame } from './public-frame.tsx';
import { RecordSection } from './record-section.tsx';

/** The announcement for anyone with the link: nothing before publication, then the lists, rounds and the record. */
export default function AnnouncementPage() {
  const { congressId = '' } = useParams();
  return <PublicFrame congressId={congressId}>{(congress) => (congress.state === 'published' ? <Published congressId={congressId} /> : <NotYet congress={congress} />)}</PublicFrame>;
}

function NotYet({ congress }: { readonly congress: CongressSummary }) {
  const texts = useTexts({ zh, en });
  return (
    <section className="sheet sheet-narrow">
      <h1>{texts.notYetTitle}</h1>
      <p>{texts.notYetText}</p>
      <p className="quiet">{texts.notYetState(congress.state)}</p>
    </section>
  );
}

function Published({ congressId }: { readonly congressId: string }) {
  const texts = useTexts({ zh, en });
  const announcement = useQuery({ queryKey: ['announcement', congressId], queryFn: () => call(readAnnouncement, { params: { congressId } }) });
  if (announcement.data === undefined) return <PartLoading />;
  if (!announcement.data.ok) {
    return (
      <section className="sheet sheet-narrow">
        <RefusalLine refusal={announcement.data.error} />
        <button type="button" className="button" onClick={() => void announcement.refetch()}>
          {texts.again}
        </button>
      </section>
    );
  }
  return (
    <>
      <AnnouncementText announcement={announcement.data.value} />
      <RecordSection congressId={congressId} open={announcement.data.value.recordOpen} />
    </>
  );
}
