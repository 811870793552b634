/** A file's header in a zip: signature, ..., compressed size at 18, length of the name at 26 and of what is extra at 28. */
const HEADER = 30;
const SIGNATURE = 0x04034b50;

/**
 * Counts the files of a zip while its bytes come in, in pieces of any size. It reads the headers that stand before
 * each file, so every one must name the file's size, as the archive's do. Gives the count after each piece.
 */
export function zipCounter(): (piece: Uint8Array) => number {
  let count = 0;
  let skip = 0;
  let header = new Uint8Array(0);
  return (piece) => {
    let at = 0;
    while (at < piece.length) {
      if (skip > 0) {
        const passed = Math.min(skip, piece.length - at);
        skip -= passed;
        at += passed;
        continue;
      }
      const more = piece.subarray(at, at + HEADER - header.length);
      header = Uint8Array.of(...header, ...more);
      at += more.length;
      if (header.length < HEADER) break;
      const view = new DataView(header.buffer);
      // Past the last file comes the directory, which is none.
      if (view.getUint32(0, true) !== SIGNATURE) skip = Number.MAX_SAFE_INTEGER;
      else {
        skip = view.getUint32(18, true) + view.getUint16(26, true) + view.getUint16(28, true);
        count += 1;
      }
      header = new Uint8Array(0);
    }
    return count;
  };
}
