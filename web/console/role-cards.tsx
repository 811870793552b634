import type { CongressSummary } from '#shared/contract/congress.ts';
import { homeTexts } from '#web/text/console.home.ts';
import { useTexts } from '#web/text/language.ts';

/** The six roles of a congress, each a link that opens a tab of its own. */
export function RoleCards({ congress }: { readonly congress: CongressSummary }) {
  const texts = useTexts(homeTexts);
  const { id } = congress;
  const roles = [
    { ...texts.roles.clerk, href: `/console/${id}` },
    { ...texts.roles.booth, href: `/b/${id}` },
    { ...texts.roles.scrutineer, href: `/scrutineer/${id}` },
    { ...texts.roles.screen, href: `/screen/${id}` },
    { ...texts.roles.office, href: `/office/${id}` },
    { ...texts.roles.announcement, href: `/p/${id}` },
  ];
  return (
    <section aria-label={texts.chooseRole}>
      <h2>{congress.title}</h2>
      <ul className="role-cards">
        {roles.map((role) => (
          <li key={role.href}>
            <a href={role.href} target="_blank" rel="noopener" className="role-card">
              <strong>{role.name}</strong>
              <span>{role.what}</span>
              <span className="visually-hidden">（{texts.newTab}）</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
