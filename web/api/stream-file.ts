import type { Call, Endpoint } from '#shared/contract/endpoint.ts';
import { errorBody } from '#shared/contract/error.ts';
import { addressOf } from './address.ts';
import { type CallResult, UNREACHABLE } from './client.ts';

/** Nothing came for so long: the connection is given up. */
const SILENCE_MS = 60_000;

/**
 * Fetches a file that is made while it is sent, and tells of every piece as it comes. Never throws for a network
 * fault: a file that breaks off is no file.
 */
export async function streamFile<E extends Endpoint>(endpoint: E, input: Call<E>, token: string, onPiece: (piece: Uint8Array, headers: Headers) => void): Promise<CallResult<Uint8Array<ArrayBuffer>>> {
  const ending = new AbortController();
  let silence = setTimeout(() => ending.abort(), SILENCE_MS);
  try {
    const response = await fetch(addressOf(endpoint, input), { method: endpoint.method, headers: { authorization: `Bearer ${token}` }, signal: ending.signal });
    if (!response.ok || response.body === null) return { ok: false, error: errorBody.safeParse(await response.json()).data ?? UNREACHABLE };
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      clearTimeout(silence);
      silence = setTimeout(() => ending.abort(), SILENCE_MS);
      pieces.push(next.value);
      onPiece(next.value, response.headers);
    }
    return { ok: true, value: joined(pieces) };
  } catch {
    return { ok: false, error: UNREACHABLE };
  } finally {
    clearTimeout(silence);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
