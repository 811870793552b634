import { type CodeKind, readCode, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';

/**
 * The root on the scrutineer's own device, from the making of the keys until the congress is decided or the scrutineer
 * leaves: a closed tab, a reload or an empty battery lose nothing. In a rehearsal it belongs to one tab, so that several
 * scrutineers can practise side by side in one browser.
 */
export function keepRoot(congressId: string, root: Bytes, kind: CodeKind): void {
  placeOf(kind).setItem(nameOf(congressId), scannedCode(root, kind));
}

export function readRoot(congressId: string): Bytes | null {
  const kept = sessionStorage.getItem(nameOf(congressId)) ?? localStorage.getItem(nameOf(congressId));
  const code = kept === null ? null : readCode(kept);
  return code?.ok === true ? code.secret : null;
}

export function forgetRoot(congressId: string): void {
  for (const place of [sessionStorage, localStorage]) place.removeItem(nameOf(congressId));
}

/** Calls back when another tab of this browser forgot the root. Returns how to stop. */
export function whenForgottenElsewhere(congressId: string, tell: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === nameOf(congressId) && newValue === null) tell();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

function placeOf(kind: CodeKind): Storage {
  return kind === 'rehearsal' ? sessionStorage : localStorage;
}

function nameOf(congressId: string): string {
  return `scrutineer/root/${congressId}`;
}

/** Two scrutineers' keys in one browser would be one person's keys: whose sign key (base64url) this browser has held. */
export function markKeyHeld(congressId: string, sign: string): void {
  localStorage.setItem(markOf(congressId), sign);
}

export function wasKeyMadeHere(congressId: string): boolean {
  return localStorage.getItem(markOf(congressId)) !== null;
}

export function heldByAnother(congressId: string, sign: string): boolean {
  const held = localStorage.getItem(markOf(congressId));
  return held !== null && held !== sign;
}

function markOf(congressId: string): string {
  return `scrutineer/key-made/${congressId}`;
}
