import type { ScreenView } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';

/** The two lists in official order, equal in size and dignity. */
export function AnnouncementScene({ view, texts }: { readonly view: ScreenView; readonly texts: ScreenTexts }) {
  const { congress, projects } = view;
  return (
    <div className="two-lists">
      <List kind="selected" title={texts.announcement.selected(congress.year)} projects={projects} />
      <List kind="key-work" title={texts.announcement.keyWork(congress.method.keyWorkLabel)} projects={projects} />
      <p className="two-lists-order">{texts.announcement.order}</p>
    </div>
  );
}

function List({ kind, title, projects }: { readonly kind: 'selected' | 'key-work'; readonly title: string; readonly projects: ScreenView['projects'] }) {
  return (
    <section className={`list-${kind}`}>
      <h2>{title}</h2>
      <ul>
        {projects
          .filter(({ standing }) => standing === kind)
          .map(({ number, title: name }) => (
            <li key={number}>{name}</li>
          ))}
      </ul>
    </section>
  );
}
