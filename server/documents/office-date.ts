import { unzipSync, zipSync } from 'fflate';

/** The first instant that a zip can name. */
const NO_TIME = new Date(1980, 0, 1);
const CORE = 'docProps/core.xml';

/**
 * A docx or xlsx with one instant in it instead of those at which its library wrote each part: what is the same
 * document is then the same file.
 */
export function datedOffice(file: Uint8Array, at: Date): Uint8Array {
  const parts = unzipSync(file);
  const core = parts[CORE];
  const settled = core === undefined ? parts : { ...parts, [CORE]: dated(core, at) };
  return zipSync(settled, { mtime: NO_TIME, level: 6 });
}

function dated(core: Uint8Array, at: Date): Uint8Array<ArrayBuffer> {
  const xml = new TextDecoder().decode(core);
  return new TextEncoder().encode(xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.toISOString().slice(0, 19)}Z`));
}
