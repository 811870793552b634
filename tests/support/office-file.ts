import { unzipSync } from 'fflate';

/** The parts of a docx or xlsx file as text, by name. */
export function partsOf(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(new Uint8Array(file))).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

/** What a reader of a docx sees in the body and the foot, without marks. */
export function docxText(file: Uint8Array): string {
  const parts = partsOf(file);
  const shown = Object.keys(parts).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name));
  return shown.map((name) => (parts[name] ?? '').replace(/<[^>]+>/g, '')).join('\n');
}

/** The sheets of an xlsx in order, marks and all, with the texts that its cells share put in. */
export function xlsxSheets(file: Uint8Array): readonly string[] {
  const parts = partsOf(file);
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, text = '']) => text.replace(/<[^>]+>/g, ''));
  return Object.keys(parts)
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .sort((a, b) => a.localeCompare(b))
    .map((name) => (parts[name] ?? '').replace(/(<c [^>]*t="s"[^>]*>)<v>(\d+)<\/v>/g, (_all, cell: string, index: string) => `${cell}<v>${shared[Number(index)] ?? ''}</v>`));
}
