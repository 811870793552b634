import type { ComponentType } from 'react';

type PageModule = { readonly default: ComponentType };

/**
 * Every page but the booth, which has an HTML entry of its own under /b. A page is fetched when it is first shown:
 * the hall screen never loads the console.
 */
export const PAGE_LIST: readonly { readonly path: string; readonly load: () => Promise<PageModule> }[] = [
  { path: '/', load: () => import('./console/home-page.tsx') },
  { path: '/connection', load: () => import('./connection/connection-page.tsx') },
  { path: '/setup', load: () => import('./console/setup-page.tsx') },
  { path: '/account', load: () => import('./console/new-password-page.tsx') },
  { path: '/console/:congressId/*', load: () => import('./console/console-page.tsx') },
  { path: '/enrol', load: () => import('./scrutineer/enrol-page.tsx') },
  { path: '/scrutineer/:congressId', load: () => import('./scrutineer/scrutineer-page.tsx') },
  { path: '/screen/:congressId', load: () => import('./screen/screen-page.tsx') },
  { path: '/office/:congressId', load: () => import('./office/office-page.tsx') },
  { path: '/p/:congressId', load: () => import('./public/announcement-page.tsx') },
  { path: '/print/:congressId/:name', load: () => import('./print/document-page.tsx') },
  { path: '/p/:congressId/recount', load: () => import('./public/recount-page.tsx') },
];
