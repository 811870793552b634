/** The invitation of the address (`/enrol#...`). */
export function invitationOfAddress(): string {
  return readInvitation(window.location.hash);
}

/** Takes it out of the address, so that it stays in no history. */
export function clearAddress(): void {
  if (window.location.hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
}

/** A pasted invitation: the bare one or the whole link. */
export function readInvitation(text: string): string {
  return decodeURIComponent(text.trim().split('#').at(-1) ?? '').trim();
}
