import { readUtf8 } from './bytes.ts';

/** The value of a JSON file, or undefined where the bytes are no UTF-8 or no JSON. */
export function readJson(bytes: Uint8Array): unknown {
  const text = readUtf8(bytes);
  return text === null ? undefined : parseJson(text);
}

export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
