import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { PageFault } from './components/page-fault.tsx';
import { PageLoading } from './components/page-loading.tsx';

type PageModule = { readonly default: ComponentType };

/** A page is fetched when it is first shown: the hall screen never loads the console. */
function page(path: string, load: () => Promise<PageModule>) {
  return { path, lazy: async () => ({ Component: (await load()).default }) };
}

/** Every page but the booth, which has an HTML entry of its own under /b. */
export const routes = createBrowserRouter([
  {
    ErrorBoundary: PageFault,
    HydrateFallback: PageLoading,
    children: [
      page('/', () => import('./console/home-page.tsx')),
      page('/connection', () => import('./connection/connection-page.tsx')),
      page('/setup', () => import('./console/setup-page.tsx')),
      page('/account', () => import('./console/new-password-page.tsx')),
      page('/console/:congressId/*', () => import('./console/console-page.tsx')),
      page('/enrol', () => import('./scrutineer/enrol-page.tsx')),
      page('/scrutineer/:congressId', () => import('./scrutineer/scrutineer-page.tsx')),
      page('/screen/:congressId', () => import('./screen/screen-page.tsx')),
      page('/office/:congressId', () => import('./office/office-page.tsx')),
      page('/p/:congressId', () => import('./public/announcement-page.tsx')),
      page('/print/:congressId/:name', () => import('./print/document-page.tsx')),
      page('/p/:congressId/recount', () => import('./public/recount-page.tsx')),
    ],
  },
]);
