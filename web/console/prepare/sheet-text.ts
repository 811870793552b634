/** The text of a CSV file: UTF-8, else GB 18030, in which Chinese spreadsheets save by default. */
export function readSheetText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
