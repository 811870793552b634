import type { ScreenView } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { FittedLists, PagedList } from './paged-list.tsx';

type Props = { readonly view: ScreenView; readonly texts: ScreenTexts };

/** The two lists in official order, equal in size and dignity. */
export function AnnouncementScene({ view, texts }: Props) {
  const { congress, projects } = view;
  return (
    <>
      <FittedLists className="two-lists" content={projects.map(({ title, standing }) => standing + title).join()}>
        {([selected, keyWork]) => (
          <>
            <List kind="selected" title={texts.announcement.selected(congress.year)} starts={selected} view={view} texts={texts} />
            <List kind="key-work" title={texts.announcement.keyWork(congress.method.keyWorkLabel)} starts={keyWork} view={view} texts={texts} />
          </>
        )}
      </FittedLists>
      <p className="two-lists-order">{texts.announcement.order}</p>
    </>
  );
}

type ListProps = Props & { readonly kind: 'selected' | 'key-work'; readonly title: string; readonly starts: readonly number[] | undefined };

function List({ kind, title, starts, view, texts }: ListProps) {
  const projects = view.projects.filter(({ standing }) => standing === kind);
  return (
    <section className={`list-${kind}`}>
      <h2>{title}</h2>
      <PagedList
        name={title}
        className="announced"
        rows={projects.map(({ number, title: name }) => ({ key: String(number), className: 'announced-project', place: 'anywhere', content: name }))}
        starts={starts}
        texts={texts}
      />
    </section>
  );
}
