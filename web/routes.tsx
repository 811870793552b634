import { createBrowserRouter } from 'react-router';
import { PageFault } from './components/page-fault.tsx';
import { PageLoading } from './components/page-loading.tsx';
import { PAGE_LIST } from './page-list.ts';

export const routes = createBrowserRouter([
  {
    ErrorBoundary: PageFault,
    HydrateFallback: PageLoading,
    children: PAGE_LIST.map(({ path, load }) => ({ path, lazy: async () => ({ Component: (await load()).default }) })),
  },
]);
