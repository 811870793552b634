import './styles/tokens.css';
import './styles/base.css';
import './components/appearance.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { routes } from './routes.tsx';

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 1_000 } } });
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={routes} />
    </QueryClientProvider>
  </StrictMode>,
);
