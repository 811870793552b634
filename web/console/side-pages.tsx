import type { ComponentType } from 'react';
import type { frameTexts } from '#web/text/console.frame.ts';
import { KeepingPage } from './archive/keeping-page.tsx';
import { DocumentsPage } from './documents/documents-page.tsx';
import { NetworkPage } from './network/network-page.tsx';
import { AccountsPage } from './side/accounts-page.tsx';
import { AdjournPage } from './side/adjourn-page.tsx';
import { AuditPage } from './side/audit-page.tsx';
import { OwnAccountPage } from './side/own-account-page.tsx';
import { TabletPage } from './side/tablet-page.tsx';

type SidePage = { readonly path: keyof typeof frameTexts.zh.pages; readonly page: ComponentType };

/** What belongs to no step of the day. One entry here, its name in frameTexts.pages: it gets its address and its link. */
export const SIDE_PAGES: readonly SidePage[] = [
  { path: 'documents', page: DocumentsPage },
  { path: 'keeping', page: KeepingPage },
  { path: 'network', page: NetworkPage },
  { path: 'accounts', page: AccountsPage },
  { path: 'me', page: OwnAccountPage },
  { path: 'adjourn', page: AdjournPage },
  { path: 'audit', page: AuditPage },
  { path: 'tablet', page: TabletPage },
];
