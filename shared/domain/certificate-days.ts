/** A certificate that ends within this many days is told of: at the start, and on the console. */
export const SOON_DAYS = 30;
