import { wait } from '../api/back-off.ts';
import { forgetSecrets } from '../api/secret-store.ts';
import { tabStorage } from '../api/tab-storage.ts';
import { restoreAppearance } from '../components/device-appearance.ts';

/** For a browser that answers nothing when it is asked for its storage. */
const PATIENCE_MS = 3_000;

/**
 * Leaves no trace of a delegate on a shared tablet. In tablet mode the booth keeps nothing outside of its memory;
 * what lies in the tab's storage or the browser's comes from before the switch was set.
 */
export async function clearTablet(): Promise<void> {
  tabStorage.clear();
  restoreAppearance();
  if ('speechSynthesis' in window) window.speechSynthesis.cancel();
  window.scrollTo({ top: 0 });
  await Promise.race([forgetSecrets(), wait(PATIENCE_MS)]).catch(() => undefined);
}
