const CHINA_MS = 8 * 3_600_000;

/** The day of an instant in China, YYYY-MM-DD, wherever the server stands. */
export function dayInChina(instant: Date): string {
  return new Date(instant.getTime() + CHINA_MS).toISOString().slice(0, 10);
}
