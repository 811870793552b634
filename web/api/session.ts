import { useEffect, useEffectEvent, useState } from 'react';
import { z } from 'zod/mini';
import { renew, signedIn, type SignedIn } from '#shared/contract/account.ts';
import { call } from './client.ts';
import { tabStorage } from './tab-storage.ts';

/**
 * The login session of this tab. There are no cookies: one browser can hold several roles in several tabs.
 * A session lives 30 minutes and is renewed while it is used. How much of that is over is told by this device's
 * clock alone, from when the session was kept to now: the clock may be wrong by hours against the server's.
 */
const kept = z.object({ session: signedIn, since: z.number() });
type Kept = z.infer<typeof kept>;
type SessionRole = SignedIn['who']['role'];

const LIFE_MS = 30 * 60_000;
const RENEW_AFTER_MS = 10 * 60_000;
const LOOK_EVERY_MS = 60_000;
const SIGNS_OF_USE = ['pointerdown', 'keydown', 'focus'] as const;

export type Session = {
  readonly session: SignedIn | null;
  readonly keep: (session: SignedIn) => void;
  readonly forget: () => void;
};

/** The session of one role in one congress; null when nobody is signed in or the session ran out. */
export function useSession(role: SessionRole, congressId: string): Session {
  const name = nameOf(role, congressId);
  const [state, setState] = useState(() => ({ name, kept: readKept(name) }));
  if (state.name !== name) setState({ name, kept: readKept(name) });
  const change = (next: Kept | null) => {
    write(name, next);
    setState({ name, kept: next });
  };
  useRenewal(state.kept, change);
  return {
    session: state.kept?.session ?? null,
    keep: (session) => change({ session, since: Date.now() }),
    forget: () => change(null),
  };
}

/** Keeps a session for a page that is opened next, e.g. after enrolling or setting up. */
export function keepSession(session: SignedIn): void {
  write(nameOf(session.who.role, session.who.congressId), { session, since: Date.now() });
}

/** Ends this tab's sessions of a role, whatever the congress. */
export function forgetSessions(role: SessionRole): void {
  const names = tabStorage.names().filter((name) => name.startsWith(nameOf(role, '')));
  for (const name of names) tabStorage.remove(name);
}

/** The session of this tab, outside React. */
export function readSession(role: SessionRole, congressId: string): SignedIn | null {
  return readKept(nameOf(role, congressId))?.session ?? null;
}

function useRenewal(current: Kept | null, change: (next: Kept | null) => void): void {
  const look = useEffectEvent(async (used: boolean) => {
    if (current === null) return;
    if (isOver(current)) {
      change(null);
      return;
    }
    if (!used || Date.now() - current.since < RENEW_AFTER_MS) return;
    const renewed = await call(renew, {}, current.session.token);
    if (renewed.ok) change({ session: renewed.value, since: Date.now() });
    else if (renewed.error.code === 'not-signed-in') change(null);
  });
  useEffect(() => {
    let lastUse = Date.now();
    const note = () => (lastUse = Date.now());
    for (const sign of SIGNS_OF_USE) window.addEventListener(sign, note);
    const timer = setInterval(() => void look(Date.now() - lastUse < RENEW_AFTER_MS), LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_USE) window.removeEventListener(sign, note);
    };
  }, []);
}

function nameOf(role: SessionRole, congressId: string): string {
  return `session/${role}/${congressId}`;
}

function readKept(name: string): Kept | null {
  const text = tabStorage.get(name);
  if (text === null) return null;
  const parsed = kept.safeParse(parseJson(text)).data ?? null;
  return parsed !== null && !isOver(parsed) ? parsed : null;
}

function isOver({ since }: Kept): boolean {
  return Math.abs(Date.now() - since) > LIFE_MS;
}

function write(name: string, value: Kept | null): void {
  if (value === null) tabStorage.remove(name);
  else tabStorage.set(name, JSON.stringify(value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
