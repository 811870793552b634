/** An instant as the clock on the wall shows it: 09:41. */
export function clockTime(instant: string): string {
  const at = new Date(instant);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
