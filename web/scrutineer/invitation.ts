/** The invitation of the address (`/enrol#...`), taken out of it at once so that it stays in no history. */
export function takeInvitation(): string {
  const fromAddress = readInvitation(window.location.hash);
  if (fromAddress !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  return fromAddress;
}

/** A pasted invitation: the bare one or the whole link. */
export function readInvitation(text: string): string {
  return decodeURIComponent(text.trim().split('#').at(-1) ?? '').trim();
}
