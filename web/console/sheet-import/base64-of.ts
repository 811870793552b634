/** A file as base64 (RFC 4648 section 4); null where the device does not hand it out. */
export function base64Of(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? afterComma(reader.result) : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

/** What follows in `data:TYPE;base64,…`; an empty file has no comma. */
function afterComma(address: string): string {
  const comma = address.indexOf(',');
  return comma === -1 ? '' : address.slice(comma + 1);
}
