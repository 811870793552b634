import type { z } from 'zod';
import type { Project } from '#shared/contract/congress.ts';
import type { readAnnouncement } from '#shared/contract/publication.ts';
import { notReturned } from '#shared/domain/count-report.ts';
import { DocumentLinks } from '../components/document-links.tsx';
import { Fingerprint } from '../components/fingerprint.tsx';
import { resultRows } from '../screen/result-rows.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/public.en.ts';
import { zh } from '../text/public.zh.ts';

type Announcement = z.infer<typeof readAnnouncement.response>;
type Round = Announcement['rounds'][number];

/** The sheet that is published: what was decided, the rest as key work, then every round with its figures. */
export function AnnouncementText({ announcement }: { readonly announcement: Announcement }) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  const { congress, selected, keyWork, keyWorkLabel, rounds } = announcement;
  const projects = [...selected, ...keyWork];
  const time = new Date(announcement.publishedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  return (
    <article className="sheet">
      <h1>
        {congress.rehearsal ? `【${texts.rehearsalMark}】` : ''}
        {texts.title(congress.profile)}
      </h1>
      <p>{texts.decided(congress.title, congress.year, selected.length)}</p>
      <ProjectList kind="selected" projects={selected} />
      <p>{texts.keyWork(keyWorkLabel)}</p>
      <ProjectList kind="key-work" projects={keyWork} />
      <p className="quiet">
        {texts.order} {texts.publishedAt(time)}
      </p>
      <p className="row no-print">
        <button type="button" className="button button-quiet" onClick={() => window.print()}>
          {texts.print}
        </button>
      </p>
      <DocumentLinks congressId={congress.id} token={undefined} rehearsal={congress.rehearsal} names={['announcement']} asOf={announcement.publishedAt} />
      <h2>{texts.rounds}</h2>
      {rounds.map((round) => (
        <RoundFigures key={round.number} round={round} projects={projects} />
      ))}
      {rounds.some(({ counts }) => counts === null) ? <p className="quiet">{texts.namesOnly}</p> : null}
    </article>
  );
}

function ProjectList({ kind, projects }: { readonly kind: 'selected' | 'key-work'; readonly projects: readonly Project[] }) {
  return (
    <ul className={`public-list public-${kind}`}>
      {projects.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}

function RoundFigures({ round, projects }: { readonly round: Round; readonly projects: readonly Project[] }) {
  const texts = useTexts({ zh, en });
  const { figures } = texts;
  const rows = [
    [figures.summoned, round.summoned],
    [figures.present, round.present],
    [figures.issued, round.issued],
    [figures.received, round.received],
    [figures.notReturned, notReturned(round)],
    [figures.valid, round.valid],
    [figures.abstained, round.abstained],
    [figures.invalid, round.invalid],
    [figures.places, round.places],
  ] as const;
  return (
    <section className="public-round">
      <h3>{texts.round(round.number, round.kind)}</h3>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {round.hand === true ? <p className="notice">{texts.hand}</p> : null}
      {round.ruling === null ? null : <p className="notice">{texts.ruling(round.ruling.by, round.ruling.text, round.ruling.reason)}</p>}
      {round.counts === null ? null : <Counts round={{ ...round, counts: round.counts }} projects={projects} />}
      <p className="quiet public-hash">
        <Fingerprint characters={round.fingerprint} /> {texts.outcomeHash} <code>{round.outcomeHash}</code>
      </p>
    </section>
  );
}

type Counted = Round & { readonly counts: NonNullable<Round['counts']> };

function Counts({ round, projects }: { readonly round: Counted; readonly projects: readonly Project[] }) {
  const texts = useTexts({ zh, en });
  const titles = new Map(projects.map(({ number, title }) => [number, title]));
  return (
    <table aria-label={texts.tallies}>
      <tbody>
        {resultRows(round).map((row) => (
          <tr key={row.number}>
            <th scope="row">{titles.get(row.number) ?? row.number}</th>
            <td className="number">
              {row.votes} {texts.votes}
            </td>
            <td>{texts.standing[row.standing]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
