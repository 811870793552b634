/**
 * What a hand scanner types, read from the keys themselves: an input method (拼音) that is switched on would turn
 * the letters of `RVN:0012` into words, and take its Enter. A person never types this fast for so long.
 */
export type Burst = { readonly keys: string; readonly at: number };

export const NO_BURST: Burst = { keys: '', at: 0 };
const BETWEEN_KEYS_MS = 80;

/** The burst after one more key: `code` names the key's place on the keyboard, `at` is the instant in milliseconds. */
export function withKey(burst: Burst, code: string, at: number): Burst {
  const character = characterOf(code);
  if (character === null) return burst;
  return { keys: at - burst.at <= BETWEEN_KEYS_MS ? burst.keys + character : character, at };
}

/** What was scanned, when Enter ends the burst; null where a person typed. */
export function scannedIn({ keys, at }: Burst, enterAt: number): string | null {
  const scan = /^RV(N|1|T):[0-9A-Z]+$/.test(keys);
  return scan && enterAt - at <= BETWEEN_KEYS_MS ? keys : null;
}

function characterOf(code: string): string | null {
  if (code === 'Semicolon') return ':';
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? null;
}
