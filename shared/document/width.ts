/** Width of a text in Latin digits: a Chinese character takes two. */
export function widthOf(text: string): number {
  return Array.from(text, (character) => (character > '\u2E7F' ? 2 : 1)).reduce((sum: number, width) => sum + width, 0);
}
