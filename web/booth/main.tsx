import '../styles/tokens.css';
import '../styles/base.css';
import './booth.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { congressId } from '#shared/ids.ts';
import { BoothDoor } from './booth-door.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');

/** `/b/<congress>`; `/b` alone tries the letter against every congress of this host. */
const named = congressId.safeParse(window.location.pathname.split('/')[2]).data ?? null;

createRoot(root).render(
  <StrictMode>
    <BoothDoor congressInUrl={named} />
  </StrictMode>,
);
