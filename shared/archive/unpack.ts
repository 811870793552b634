import { unzipSync } from 'fflate';

export type Unpacked = { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> } | { readonly ok: false; readonly why: string };

/** Far above the archive of the largest congress. */
const MOST_BYTES = 1_000_000_000;
const MOST_FILES = 5_000;
const LONGEST_NAME = 300;

/**
 * Unpacks a zip that may come from anyone, into memory only. Refused, in words, before anything is unpacked: names
 * that would lead out of a folder, a name twice, too many files, and more than a gigabyte together as declared; a
 * file that is larger than it declares is cut off there, and so differs from its hash.
 */
export function unpack(zip: Uint8Array): Unpacked {
  const names = new Set<string>();
  const faults: string[] = [];
  let bytes = 0;
  const refuse = (reason: string) => {
    faults.push(reason);
    return false;
  };
  try {
    const files = unzipSync(zip, {
      filter: ({ name, size, originalSize }) => {
        bytes += Math.max(size, originalSize);
        const fault = nameFault(name) ?? (names.has(name) ? 'stands there twice' : null);
        names.add(name);
        if (fault !== null) return refuse(`the name ${JSON.stringify(name.slice(0, LONGEST_NAME))} ${fault}`);
        if (names.size > MOST_FILES) return refuse(`it holds more than ${MOST_FILES} files`);
        if (bytes > MOST_BYTES) return refuse('it would unpack to more than a gigabyte');
        return faults.length === 0 && !name.endsWith('/');
      },
    });
    const [why] = faults;
    return why === undefined ? { ok: true, files: new Map(Object.entries(files)) } : { ok: false, why };
  } catch {
    return { ok: false, why: faults[0] ?? 'it is no zip file, or a damaged one' };
  }
}

/** Why a name is not taken; null for a plain path below the archive. A folder's name ends with a slash. */
export function nameFault(name: string): string | null {
  if (name === '' || name.length > LONGEST_NAME) return 'is empty or too long';
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'has control characters';
  if (name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name)) return 'is a path of a whole machine';
  const parts = name.replace(/\/$/, '').split('/');
  return parts.some((part) => part === '' || part === '.' || part === '..') ? 'leads out of the archive' : null;
}
