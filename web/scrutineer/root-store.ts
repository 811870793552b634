import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { type CodeKind, readCode, scannedCode } from '#shared/ballot-paper/secret-code.ts';

/**
 * The root for the day, in this tab's sessionStorage: it survives a reload, not the tab, and no other tab reads it.
 * It is forgotten on leaving and once the congress is decided.
 */
export function keepRoot(congressId: string, root: Bytes, kind: CodeKind): void {
  sessionStorage.setItem(nameOf(congressId), scannedCode(root, kind));
}

export function readRoot(congressId: string): Bytes | null {
  const kept = sessionStorage.getItem(nameOf(congressId));
  const code = kept === null ? null : readCode(kept);
  return code?.ok === true ? code.secret : null;
}

export function forgetRoot(congressId: string): void {
  sessionStorage.removeItem(nameOf(congressId));
}

function nameOf(congressId: string): string {
  return `scrutineer/root/${congressId}`;
}

/** Two scrutineers' keys from one browser would be one person's keys: the mark that this browser made one. */
export function markKeyMade(congressId: string): void {
  localStorage.setItem(markOf(congressId), 'made');
}

export function wasKeyMadeHere(congressId: string): boolean {
  return localStorage.getItem(markOf(congressId)) !== null;
}

function markOf(congressId: string): string {
  return `scrutineer/key-made/${congressId}`;
}
